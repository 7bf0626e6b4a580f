internal import Experiments
internal import Households

/// A row of `evidence.csv`: a published figure, and what the model has in its place under each theory.
struct EvidenceRow: TableRow {
  /// What the model has under a theory: a value, its Monte Carlo error, and how far it is off; NaN where it was not run.
  struct Simulated {
    let mean: Double
    let standardError: Double
    let deviation: Double
  }

  let figure: PublishedFigure
  /// In the order of `Regime.allCases`.
  private let simulated: [Simulated]

  init(_ figure: PublishedFigure, at place: Int, of findings: EvidenceFindings) {
    self.figure = figure
    simulated = Regime.allCases.map { regime in
      guard let theory = findings.theories.first(where: { $0.regime == regime }) else {
        return Simulated(mean: .nan, standardError: .nan, deviation: .nan)
      }
      let held = theory.simulated[place]
      return Simulated(
        mean: held.mean, standardError: held.standardError, deviation: figure.deviation(of: held))
    }
  }

  subscript(theory: Int) -> Simulated { simulated[theory] }

  static let table = Table<Self>(
    "evidence", "The model beside published figures, under each theory of poverty traps.", key: ["id"],
    [
      .column("id", \.figure.id, "The figure; letters tell apart what one source says."),
      .column(
        "role", \.figure.role.rawValue,
        "calibration: counts in the sum of squares; validation: is compared and never counted."),
      .column("quantity", \.figure.quantity, "What is measured, of whom and when."),
      .inUnit("published", \.figure.value, "The published value; empty where only a direction was published."),
      .inUnit("published_se", \.figure.standardError, "Its standard error; empty where there is none."),
    ] + Regime.allCases.enumerated().map(columns) + [
      .unit(\.figure.unit.rawValue),
      .column("source", \.figure.source, "Who has published the figure."),
    ])

  private static func columns(place: Int, of regime: Regime) -> Columns<Self> {
    let theory = regime.rawValue
    return Columns([
      .inUnit(theory, \.[place].mean, "Simulated under \(theory), mean over replications; empty where it was not run."),
      .inUnit(theory + "_se", \.[place].standardError, "Monte Carlo error of that mean."),
      .column(
        theory + "_z", \.[place].deviation, unit: "standard errors", mayBeEmpty: true,
        "Simulated less published value over the root of the sum of their squared errors."),
    ])
  }
}
