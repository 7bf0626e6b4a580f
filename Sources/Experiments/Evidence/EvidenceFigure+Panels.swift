internal import Statistics

extension EvidenceFigure {
  /// Who is poor always and never in the panels of rural households.
  static let ofPanels: [EvidenceFigure] =
    panel(
      "C1", "poor", in: "5 yearly waves", quarters: [0, 4, 8, 12, 16], headcount: 0.249, always: (0.030, 0.007),
      never: (0.417, 0.020),
      source: "Arif and Farooq 2014, Pakistan Development Review, Appendix Table 1: IFPRI rural panel 1986-91")
    + panel(
      "C2", "poor", in: "2 waves 3 years apart", quarters: [0, 12], headcount: 0.274, always: (0.113, 0.012),
      never: (0.565, 0.020),
      source: "Arif and Farooq 2014, Pakistan Development Review, Appendix Table 1: PRHS 2001-04")

  private static func panel(
    _ id: String, _ state: String, in waves: String, quarters: [Int], headcount: Double,
    always: (value: Double, error: Double), never: (value: Double, error: Double), source: String
  ) -> [EvidenceFigure] {
    let spells: @Sendable (EvidenceSample) -> PovertySpells = { sample in
      let rural = sample.rural
      return PovertySpells(
        waves: quarters.map { sample.wave(.baseline, $0).welfare.of(rural) },
        weights: sample.personWeights(of: rural), headcount: headcount)
    }
    return [
      EvidenceFigure(
        id + "a", "always \(state) in \(waves), rural", .share, always.value, error: always.error, source: source
      ) { spells($0).always },
      EvidenceFigure(
        id + "b", "never \(state) in \(waves), rural", .share, never.value, error: never.error, source: source
      ) { spells($0).never },
    ]
  }
}

extension PovertySpells {
  /// Counts who is poor in how many waves, with the line below which a share of all households of all waves lies.
  ///
  /// - Parameters:
  ///   - waves: The welfare of the same households in each wave.
  ///   - weights: The weight of each household.
  ///   - headcount: The share of the poor, all waves together.
  /// - Complexity: O(n waves log(n waves)).
  init(waves: [[Double]], weights: [Double], headcount: Double) {
    let line = weightedQuantiles(
      of: waves.flatMap(\.self), weights: waves.flatMap { _ in weights }, shares: [headcount])[0]
    self.init(waves: waves, weights: weights, line: line)
  }

  /// Counts who is below a line in how many waves.
  ///
  /// - Complexity: O(n waves).
  init(waves: [[Double]], weights: [Double], line: Double) {
    self.init()
    for (household, weight) in weights.enumerated() {
      let poor = waves.count { PovertyLine.isPoor(welfareRatio: $0[household] / line) }
      add(poorWaves: poor, of: waves.count, weight: weight)
    }
  }
}
