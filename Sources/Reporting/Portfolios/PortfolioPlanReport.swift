package import Designs
package import Experiments
internal import Notation

/// What a search for the best mix would do, for the terminal.
package enum PortfolioPlanReport {
  /// The candidates with their choices, the rounds, the place of the results and what to expect; a mix may be nothing.
  package static func text(
    of portfolio: Portfolio, mixes: Int, outline: PortfolioOutline, households: Int, quarters: Int, threads: Int,
    destination: String, obstacle: OutputError?, time: String
  ) -> String {
    """
    \(Heading.text("Plan", isColored: false))\(candidates(of: portfolio).text)
    \(rounds(of: outline).text)
    Mixes: \(ReadableNumber.text(mixes)) within PKR \(MixWords.millions(portfolio.budget)) million of 2015-16
    Runs: at most \(ReadableNumber.text(outline.mostRuns)), nothing among the mixes of each round, \
    \(ReadableNumber.text(outline.mostRuns * households * quarters)) household-quarters, threads: \(threads)
    Results: \(PlanReport.place(destination, obstacle))
    Expected time: at most about \(time)
    Nothing was run or written.

    """
  }

  private static func candidates(of portfolio: Portfolio) -> AlignedTable {
    var table = AlignedTable(.words("candidate"), .numbers("budgets, PKR million", "prices of", "areas"))
    table.rows = portfolio.candidates.map { candidate in
      let budgets = Set(candidate.choices.map(\.statedBudget)).sorted().map(MixWords.millions)
      return [
        candidate.programme, budgets.joined(separator: ", "), "\(candidate.priceYear)",
        ReadableNumber.text(Set(candidate.choices.map(\.area)).count),
      ]
    }
    return table
  }

  private static func rounds(of outline: PortfolioOutline) -> AlignedTable {
    var table = AlignedTable(.words("round"), .numbers("mixes", "replications", "runs"))
    func add(_ name: String, mixes: Int, replications: Int) {
      table.rows.append([name] + [mixes - 1, replications, mixes * replications].map(ReadableNumber.text))
    }
    for (index, round) in outline.schedule.rounds.enumerated() {
      add("\(index + 1)", mixes: outline.mixes[index], replications: round.replications.count)
    }
    add("final", mixes: outline.finalMixes, replications: outline.schedule.finalReplications.count)
    return table
  }
}
