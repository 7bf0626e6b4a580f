/// A published figure and how the same is taken from a replication.
struct EvidenceFigure: Sendable {
  let published: PublishedFigure
  /// The value of one replication, in the unit of the figure.
  let simulate: @Sendable (EvidenceSample) -> Double

  init(
    _ id: String, _ quantity: String, _ unit: PublishedFigure.Unit, _ value: Double, error: Double,
    role: PublishedFigure.Role = .calibration, source: String, simulate: @escaping @Sendable (EvidenceSample) -> Double
  ) {
    published = PublishedFigure(
      id: id, quantity: quantity, unit: unit, value: value, standardError: error, role: role, source: source)
    self.simulate = simulate
  }

  /// All figures, in the order of their rows.
  static func all(survey: SurveyDistribution) -> [EvidenceFigure] {
    ofDistribution(survey) + ofPanels + ofHeadcount + ofDebt + ofRanks + ofPush + ofCash + ofSize + ofScore
      + ofLaterPush + ofThreshold
  }
}
