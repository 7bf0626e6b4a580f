internal import Households

extension Programme {
  /// A programme that offers much to everybody and has no money for it.
  static func withoutMoney(in scenario: Scenario) -> Programme {
    forEverybody(
      in: scenario, named: "Programme without money", budget: 0,
      [
        .cashTransfer(amount: 9000, quarters: 4), .assetGrant(amount: 30_000),
        .softLoan(amount: 20_000, terms: LoanTerms(instalments: 6), buysOutDebt: false), .skillTraining(level: 2),
        .awarenessTraining(gain: 0.8), .coaching(quarters: 4),
      ])
  }

  /// A programme that pays cash to everybody whom it can register, whatever that costs.
  static func cashForEverybody(in scenario: Scenario) -> Programme {
    forEverybody(in: scenario, named: "Cash for everybody", budget: nil, [.cashTransfer(amount: 9000, quarters: 4)])
  }

  private static func forEverybody(
    in scenario: Scenario, named name: String, budget: Double?, _ kinds: [Intervention.Kind]
  ) -> Programme {
    var unique = name
    while scenario.programmes.contains(where: { $0.name == unique || $0.partner == unique }) { unique += " again" }
    return Programme(
      name: unique, partner: unique, from: scenario.start,
      until: CalendarQuarter(year: scenario.start.year + scenario.years, quarter: 4), totalBudget: budget,
      priceYear: 2016,
      package: kinds.enumerated().map {
        Intervention(name: "intervention \($0.offset + 1)", kind: $0.element, deliveryCost: 0)
      })
  }
}
