internal import Experiments
package import Households

/// A row of `costs.csv`: what was delivered and spent.
extension CostEntry: PartTable {
  package static let table = Table(
    ofRuns: "costs", "What programmes delivered and spent, by quarter and intervention.",
    key: ["quarter", "partner", "programme", "intervention"],
    [
      .quarter(\RunRow<Self>.entry.quarter),
      .column("partner", \.entry.partner, "The organisation that pays."),
      .column("programme", \.entry.programme, "The programme."),
      .column("intervention", \.entry.intervention, "What was delivered."),
      .column(
        "units", \.entry.units, unit: "units",
        "Instalments, grants, loans, trainings, quarters of coaching, visits, works, or places served in the quarter."),
      .column(
        "households", \.entry.households, unit: "households",
        "Real households that received a unit or were reached; 0 where it is for nobody in particular."),
      Columns(
        CostPart.allCases.map { .column($0.rawValue + "_pkr", \.entry.parts[$0], unit: "PKR of 2015-16", $0.summary) }),
      .column("pkr", \.entry.pkr, unit: "PKR of 2015-16", "Cost: the sum of its parts."),
    ])

  static var part: KeyPath<RunResult, [Self]> { \.costs }
}

extension CostPart {
  fileprivate var summary: String {
    switch self {
    case .transfer: "Cash, goods, deposits and grants paid out to households, what patrons take of them included."
    case .delivery: "What handing out and training costs, the charge for handling loans included."
    case .organisation:
      "Organising and knowing places: mobilisers, resource persons, seed grants, surveys, centres, markets and works."
    case .loan: "Principal of loans paid out."
    case .repayment: "Principal of loans paid back, below 0."
    }
  }
}
