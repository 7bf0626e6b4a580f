public import Designs
public import Experiments
internal import Notation

/// What a search for the best mix would do, for the terminal.
public struct PortfolioPlanReport {
  private let portfolio: Portfolio
  private let mixes: Int
  private let outline: PortfolioOutline
  private let households: Int
  private let quarters: Int
  private let threads: Int
  private let destination: String
  private let obstacle: OutputError?
  private let time: String

  /// Creates a report.
  /// - Parameters:
  ///   - portfolio: what is to be found out.
  ///   - mixes: mixes within the budget, nothing among them.
  ///   - outline: how large the search is at most.
  ///   - households: simulated households of a run.
  ///   - quarters: length of a run.
  ///   - threads: threads that share out the work.
  ///   - destination: where the results would go.
  ///   - obstacle: what keeps them from being written there.
  ///   - time: expected time, as a person reads it.
  public init(
    portfolio: Portfolio, mixes: Int, outline: PortfolioOutline, households: Int, quarters: Int, threads: Int,
    destination: String, obstacle: OutputError?, time: String
  ) {
    self.portfolio = portfolio
    self.mixes = mixes
    self.outline = outline
    self.households = households
    self.quarters = quarters
    self.threads = threads
    self.destination = destination
    self.obstacle = obstacle
    self.time = time
  }

  /// The candidates with their choices, the rounds, the place of the results and what to expect.
  public var text: String {
    var candidates = AlignedTable(.words("candidate"), .numbers("budgets, PKR million", "prices of", "areas"))
    for candidate in portfolio.candidates {
      let budgets = Set(candidate.choices.map(\.statedBudget)).sorted().map(MixWords.millions)
      candidates.rows.append([
        candidate.programme, budgets.joined(separator: ", "), "\(candidate.priceYear)",
        count(Set(candidate.choices.map(\.area)).count),
      ])
    }
    var rounds = AlignedTable(.words("round"), .numbers("mixes", "replications", "runs"))
    for (index, round) in outline.schedule.rounds.enumerated() {
      let (mixes, replications) = (outline.mixes[index], round.replications.count)
      rounds.rows.append(["\(index + 1)", count(mixes - 1), count(replications), count(mixes * replications)])
    }
    let final = outline.schedule.finalReplications.count
    rounds.rows.append(["final", count(outline.finalMixes - 1), count(final), count(outline.finalMixes * final)])
    return """
      \(Heading.text("Plan", isColored: false))\(candidates.text)
      \(rounds.text)
      Mixes: \(count(mixes)) within PKR \(MixWords.millions(portfolio.budget)) million of 2015-16
      Runs: at most \(count(outline.mostRuns)), nothing among the mixes of each round, \
      \(count(outline.mostRuns * households * quarters)) household-quarters, threads: \(threads)
      Results: \(PlanReport.place(destination, obstacle))
      Expected time: at most about \(time)
      Nothing was run or written.

      """
  }

  private func count(_ number: Int) -> String { ReadableNumber.text(Double(number), decimals: 0) }
}
