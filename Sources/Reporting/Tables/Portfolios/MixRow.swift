internal import Designs
internal import Experiments

/// What a search has found, and of what.
typealias SearchFindings = (findings: PortfolioFindings, portfolio: Portfolio)

/// A row of `mixes.csv`: a mix, with what the search has made of it.
struct MixRow: FindingsTable {
  typealias Findings = SearchFindings

  let mix: Mix
  /// Of each candidate.
  let budgets: [Double]
  let areas: [String]
  let reached: String
  let gain: Estimate

  /// What the portfolio says of its columns is left out.
  static let table: Table<Self> = table(of: [])

  static func table(of search: SearchFindings) -> Table<Self> { table(of: search.portfolio.candidates) }

  private static func table(of candidates: [PortfolioCandidate]) -> Table<Self> {
    let choices = candidates.enumerated().flatMap { index, candidate -> [Columns<Self>] in
      let budget = Columns.column(
        "\(candidate.programme): budget", \Self.budgets[index], unit: "PKR of fiscal year \(candidate.priceYear)",
        "Money for \(candidate.programme); 0 where it is left out.")
      let area = Columns.column(
        "\(candidate.programme): area", \Self.areas[index], mayBeEmpty: true, "Where \(candidate.programme) works.")
      return candidate.choices.contains { $0.area != "" } ? [budget, area] : [budget]
    }
    return Table(
      "mixes", "All mixes within the budget, nothing first, and how far each has come in the search.", key: ["mix"],
      [.mix(\.mix.number)] + choices + [
        .budget(\.mix.budget),
        .column(
          "reached", \.reached, "How far the mix has come: round 1 and so on (the last that it was run in), final."),
        .column(
          "gain", \.gain.mean, unit: "as in finalists.csv", mayBeEmpty: true,
          """
          Mean over the replications of the rounds of its outcome less that of nothing; a positive one is better, \
          whatever the outcome. Mixes that came far have been chosen for it: finalists.csv has fresh numbers.
          """),
        .replications(\.gain.replications),
      ])
  }

  static func write(_ search: SearchFindings, to rows: RowWriter<Self>) throws(OutputError) {
    let (findings, candidates) = (search.findings, search.portfolio.candidates)
    for (index, mix) in findings.plan.mixes.enumerated() {
      let choices = zip(candidates, mix.choices).map { $0.choice($1) }
      let reached =
        switch findings.reaches[index] {
        case .round(let number): "round \(number)"
        case .final: "final"
        }
      try rows.add(
        MixRow(
          mix: mix, budgets: choices.map { $0?.statedBudget ?? 0 }, areas: choices.map { $0?.area ?? "" },
          reached: reached, gain: findings.gains[index]))
    }
  }
}

extension Columns {
  static func budget(_ path: KeyPath<Row, Double>) -> Columns {
    .column("budget", path, unit: "PKR of 2015-16", "Money for all candidates of the mix together.")
  }

  /// A difference in the unit of the outcome: its mean and the ends of its interval.
  static func difference(
    _ name: String, _ path: KeyPath<Row, PairedDifference>, _ summary: String, low: String
  ) -> Columns {
    Columns([
      .inUnit(name, path.appending(path: \.mean), summary), .inUnit(name + "_low", path.appending(path: \.low), low),
      .inUnit(name + "_high", path.appending(path: \.high), "Upper end."),
    ])
  }
}

extension PairedDifference {
  /// Whether its interval excludes 0, as tables say it.
  var toldApart: String { mayBeZero ? "no" : "yes" }
}
