import CostEffectiveness
import Testing

@Suite("Efficiency frontier")
struct EfficiencyFrontierTests {
  // MARK: - Published examples

  /// Means of eleven ways to treat an infection, dollars and quality-adjusted life years, with the ratios published.
  ///
  /// Source: Rajasingham et al. 2020, doi:10.1093/cid/ciz318, as reduced by Alarid-Escudero et al. 2021 (dampack).
  private static let infection: [(name: String, cost: Double, effect: Double, ratio: Double?)] = [
    ("s4", 57887.481549326, 12.9970657153765, nil),
    ("s3", 57336.0059896538, 12.9399639202408, nil),
    ("s27", 57541.2526373815, 13.0140640696275, 2769.85470915263),
    ("s39", 57814.6470919581, 13.0462790163185, nil),
    ("s33", 57642.2587507842, 13.0389116321918, 4065.03105249231),
    ("s31", 57934.0743411241, 13.0966257932217, 5056.2216470406),
    ("s13", 58018.6252420203, 13.0650412387992, nil),
    ("s43", 58072.1137208494, 13.11285766912, 8504.2160616553),
    ("s20", 58634.2026441398, 13.1100568867995, nil),
    ("s44", 58665.7823044647, 13.1283328397025, 38362.6519947134),
    ("s37", 58081.7947984323, 13.1029711156978, nil),
  ]

  @Test("the published frontier of eleven treatments comes out, with its ratios")
  func infectionTreatments() {
    let example = Self.infection
    let frontier = EfficiencyFrontier(
      example.map { Strategy(name: $0.name, cost: $0.cost, effect: $0.effect) })
    #expect(frontier.path.map { example[$0].name } == ["s3", "s27", "s33", "s31", "s43", "s44"])
    for index in example.indices {
      guard let published = example[index].ratio else {
        #expect(frontier.ratio(of: index) == nil)
        continue
      }
      #expect(abs((frontier.ratio(of: index) ?? .nan) / published - 1) < 1e-9)
    }
    let names = { (index: Int) in example[index].name }
    for index in example.indices where !frontier.path.contains(index) {
      switch frontier.statuses[index] {
      case .extendedlyDominated(let below, let above):
        #expect([names(index), names(below), names(above)] == ["s39", "s33", "s31"])
      case .dominated(let other):
        #expect(example[other].cost <= example[index].cost && example[other].effect >= example[index].effect)
        #expect(["s4", "s13", "s37", "s20"].contains(names(index)))
      case .efficient, .equal: Issue.record("\(names(index)) is not on the published frontier")
      }
    }
  }

  /// Costs and quality-adjusted life months of screening in a high-risk population.
  ///
  /// Source: Paltiel et al. 2006, doi:10.7326/0003-4819-145-11-200612050-00004, table 4.
  @Test("of five ways to screen, screening every year is dominated and the others cost more and more")
  func screening() {
    let frontier = EfficiencyFrontier(
      [(26_000, 277.25), (27_000, 277.57), (28_020, 277.78), (28_440, 277.83), (29_440, 277.76)].map {
        Strategy(name: "", cost: $0.0, effect: $0.1 / 12)
      })
    #expect(frontier.path == [0, 1, 2, 3])
    #expect(frontier.statuses[4] == .dominated(by: 3))
    // Quotients of the numbers as they are printed: 12 x 1,000 / 0.32, 12 x 1,020 / 0.21, 12 x 420 / 0.05.
    let ratios = [1, 2, 3].map { ((frontier.ratio(of: $0) ?? .nan) / 10).rounded() * 10 }
    #expect(ratios == [37_500, 58_290, 100_800])
  }

  // MARK: - Slow reference

  @Test("only strategies that no other and no mixture of two beats are on the frontier")
  func againstAllPairs() {
    for trial in 0..<200 {
      let strategies = randomStrategies(2 + trial % 9, trial: trial)
      let frontier = EfficiencyFrontier(strategies)
      for index in strategies.indices {
        #expect((frontier.statuses[index] == .efficient) == Self.isEfficient(index, strategies), "trial \(trial)")
      }
    }
  }

  /// Whether nothing beats a strategy: no other, no equal before it, no mixture of two that achieves as much for less.
  private static func isEfficient(_ index: Int, _ strategies: [Strategy]) -> Bool {
    let own = strategies[index]
    for (first, left) in strategies.enumerated() where first != index {
      let isEqual = left.cost == own.cost && left.effect == own.effect
      if isEqual ? first < index : left.cost <= own.cost && left.effect >= own.effect { return false }
      for right in strategies where left.effect < own.effect && own.effect < right.effect {
        let (below, above) = (own.effect - left.effect, right.effect - own.effect)
        if left.cost * above + right.cost * below < own.cost * (above + below) { return false }
      }
    }
    return true
  }

  // MARK: - Invariants

  @Test("along the frontier cost, effect and ratio rise")
  func convexity() {
    for trial in 0..<100 {
      let frontier = EfficiencyFrontier(randomStrategies(12, trial: trial))
      var last = -Double.infinity
      for (before, index) in zip(frontier.path, frontier.path.dropFirst()) {
        #expect(frontier.strategies[index].cost > frontier.strategies[before].cost)
        #expect(frontier.strategies[index].effect > frontier.strategies[before].effect)
        let ratio = frontier.ratio(of: index) ?? -.infinity
        #expect(ratio >= last)
        last = ratio
      }
    }
  }

  @Test("the choice at any willingness to pay has the highest net benefit of all")
  func choices() {
    for trial in 0..<100 {
      let strategies = randomStrategies(10, trial: trial)
      let frontier = EfficiencyFrontier(strategies)
      for willingness in stride(from: 0.0, through: 30, by: 0.75) {
        let benefits = strategies.map { willingness * $0.effect - $0.cost }
        #expect(abs(benefits[frontier.best(willingnessToPay: willingness)] - (benefits.max() ?? .nan)) < 1e-9)
      }
    }
  }

  @Test("a dominated strategy more changes nothing else")
  func dominatedMore() {
    for trial in 0..<50 {
      let strategies = randomStrategies(8, trial: trial)
      let worst = Strategy(name: "worst", cost: 100, effect: -100)
      let (without, with) = (EfficiencyFrontier(strategies), EfficiencyFrontier(strategies + [worst]))
      #expect(with.path == without.path)
      #expect(Array(with.statuses.dropLast()) == without.statuses)
      guard case .dominated = with.statuses.last else {
        Issue.record("the worst strategy is not dominated")
        continue
      }
    }
  }

  @Test("the order in which strategies are given does not matter")
  func anyOrder() {
    let strategies = Self.infection.map { Strategy(name: $0.name, cost: $0.cost, effect: $0.effect) }
    let names = { (frontier: EfficiencyFrontier) in frontier.path.map { frontier.strategies[$0].name } }
    #expect(names(EfficiencyFrontier(strategies.reversed())) == names(EfficiencyFrontier(strategies)))
  }

  // MARK: - Edges

  @Test("one strategy is the frontier, and its equal stands behind it")
  func equals() {
    let one = Strategy(name: "one", cost: 3, effect: 1)
    #expect(EfficiencyFrontier([one]).path == [0])
    #expect(EfficiencyFrontier([one]).ratio(of: 0) == nil)
    #expect(EfficiencyFrontier([one, one]).statuses == [.efficient, .equal(to: 0)])
  }

  @Test("at the same cost the more effective dominates, at the same effect the cheaper")
  func oneSided() {
    let strategies = [(3.0, 1.0), (3, 2), (2, 2)].map { Strategy(name: "", cost: $0.0, effect: $0.1) }
    #expect(EfficiencyFrontier(strategies).statuses == [.dominated(by: 2), .dominated(by: 2), .efficient])
  }

  @Test("a strategy that a mixture only equals stays")
  func straightLine() {
    let line = (0..<3).map { Strategy(name: "", cost: Double($0), effect: Double($0)) }
    #expect(EfficiencyFrontier(line).path == [0, 1, 2])
  }

  // MARK: - Rounding

  @Test("a gain that is rounding alone is none: the strategy is dominated and has no ratio")
  func gainOfNothing() {
    let frontier = EfficiencyFrontier(
      [(0.0, 0.0), (12_000_000, 3e-13)].map { Strategy(name: "", cost: $0.0, effect: $0.1) },
      differencesOf: (cost: 12_000_000, effect: 4_000))
    #expect(frontier.statuses == [.efficient, .dominated(by: 0)])
    #expect(frontier.strategies[1].effect == 0)
    #expect(frontier.ratio(of: 1) == nil)
  }

  @Test("strategies that differ by rounding are equal, and the first stands for both")
  func equalButForRounding() {
    let frontier = EfficiencyFrontier(
      [(0.0, 0.0), (0.3, 7), (0.1 + 0.2, 7.000_000_000_000_002)].map { Strategy(name: "", cost: $0.0, effect: $0.1) })
    #expect(frontier.path == [0, 1])
    #expect(frontier.statuses[2] == .equal(to: 1))
  }

  @Test("a strategy that a mixture only equals stays, however numbers round", arguments: [0.1, 0.3, 1e-6, 7e11])
  func straightLineOfTenths(step: Double) {
    let line = (0..<9).map { Strategy(name: "", cost: step * Double($0), effect: 0.1 * Double($0)) }
    #expect(EfficiencyFrontier(line).path == Array(0..<9))
  }
}

extension EfficiencyFrontier {
  /// The strategy with the highest net benefit: the last of the frontier whose ratio is no more than one would pay.
  func best(willingnessToPay: Double) -> Int {
    path.last { (ratio(of: $0) ?? 0) <= willingnessToPay } ?? path[0]
  }
}
