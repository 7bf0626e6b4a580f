public import Designs
internal import Notation

/// What is recorded of a portfolio.
public struct PortfolioRecord: Hashable, Sendable {
  /// Its file, from the folder that holds all files of the call.
  public var file: String
  /// What was to be found out.
  public var portfolio: Portfolio
  /// Mixes within the budget, nothing among them.
  public var mixes: Int
  /// What looked at all mixes first; empty where nothing did.
  public var screening: String

  /// Creates a record.
  public init(file: String, portfolio: Portfolio, mixes: Int, screening: String) {
    self.file = file
    self.portfolio = portfolio
    self.mixes = mixes
    self.screening = screening
  }

  var json: JSONValue {
    [
      "file": .text(file), "name": .text(portfolio.name), "outcome": .text(portfolio.outcome),
      "budget_pkr_2016": .real(portfolio.budget), "mixes": .whole(mixes), "screening": .text(screening),
      "screened": .whole(portfolio.effort.screened), "replications": .whole(portfolio.effort.replications),
      "finalists": .whole(portfolio.effort.finalists),
      "candidates": .list(
        portfolio.candidates.map { candidate in
          [
            "programme": .text(candidate.programme), "price_year": .whole(candidate.priceYear),
            "choices": .list(
              candidate.choices.map { choice in
                [
                  "budget": .real(choice.statedBudget), "budget_pkr_2016": .real(choice.budget),
                  "area": .text(choice.area),
                ]
              }),
          ]
        }),
    ]
  }
}
