internal import Designs
internal import Experiments
internal import Households

/// `mixes.csv`: every mix, with what the search has made of it.
enum MixesTable {
  /// The table of a portfolio.
  static func schema(_ candidates: [PortfolioCandidate]) -> TableSchema {
    let choices = candidates.flatMap { candidate in
      let budget = TableColumn(
        "\(candidate.programme): budget", .number, unit: "PKR of fiscal year \(candidate.priceYear)",
        "Money for \(candidate.programme); 0 where it is left out.")
      let area = TableColumn(
        "\(candidate.programme): area", .string, mayBeEmpty: true, "Where \(candidate.programme) works.")
      return hasAreas(candidate) ? [budget, area] : [budget]
    }
    return TableSchema(
      name: "mixes", summary: "All mixes within the budget, nothing first, and how far each has come in the search.",
      columns: [.mix] + choices + [
        .budget,
        TableColumn(
          "reached", .string,
          "How far the mix has come: round 1 and so on (the last that it was run in), final."),
        TableColumn(
          "gain", .number, unit: "as in finalists.csv", mayBeEmpty: true,
          """
          Mean over the replications of the rounds of its outcome less that of nothing; a positive one is better, \
          whatever the outcome. Mixes that came far have been chosen for it: finalists.csv has fresh numbers.
          """),
        .replications,
      ], primaryKey: ["mix"])
  }

  static func write(_ findings: PortfolioFindings, _ portfolio: Portfolio, to table: TableFile) throws(OutputError) {
    for (index, mix) in findings.plan.mixes.enumerated() {
      try table.addRow { row in
        row.append(mix.number)
        for (candidate, number) in zip(portfolio.candidates, mix.choices) {
          let choice = candidate.choice(number)
          row.append(choice?.statedBudget ?? 0)
          if hasAreas(candidate) { row.append(choice?.area ?? "") }
        }
        row.append(mix.budget)
        row.append(words(findings.reaches[index]))
        row.append(findings.gains[index].mean)
        row.append(findings.gains[index].replications)
      }
    }
  }

  private static func words(_ reach: PortfolioFindings.Reach) -> String {
    switch reach {
    case .round(let number): "round \(number)"
    case .final: "final"
    }
  }

  private static func hasAreas(_ candidate: PortfolioCandidate) -> Bool { candidate.choices.contains { $0.area != "" } }
}

extension TableColumn {
  static let mix = TableColumn(
    "mix", .integer, "Number of the mix, from 1, which is nothing; mixes.csv has its choices.")
  static let budget = TableColumn(
    "budget", .number, unit: "PKR of 2015-16", "Money for all candidates of the mix together.")
}
