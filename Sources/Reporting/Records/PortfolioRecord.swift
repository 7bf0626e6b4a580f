package import Designs

/// What is recorded of a portfolio.
package struct PortfolioRecord: Hashable, Sendable, Codable {
  /// A programme with the budgets and areas that it may have.
  struct CandidateRecord: Hashable, Sendable, Codable {
    struct ChoiceRecord: Hashable, Sendable, Codable {
      let budget: Double
      let realBudget: Double
      let area: String

      enum CodingKeys: String, CodingKey {
        case budget
        case realBudget = "budget_pkr_2016"
        case area
      }
    }

    let programme: String
    let priceYear: Int
    let choices: [ChoiceRecord]

    enum CodingKeys: String, CodingKey {
      case programme
      case priceYear = "price_year"
      case choices
    }
  }

  /// Its file, from the folder that holds all files of the call.
  package let file: String
  let name: String
  let outcome: String
  let budget: Double
  let worth: Double?
  let mixes: Int
  let screened: Int
  let replications: Int
  let finalists: Int
  let candidates: [CandidateRecord]

  /// Records a portfolio, with how many mixes lie within the budget, nothing among them.
  package init(file: String, portfolio: Portfolio, mixes: Int) {
    self.file = file
    name = portfolio.name
    outcome = portfolio.outcome
    budget = portfolio.budget
    worth = portfolio.worth
    self.mixes = mixes
    screened = portfolio.effort.screened
    replications = portfolio.effort.replications
    finalists = portfolio.effort.finalists
    candidates = portfolio.candidates.map { candidate in
      CandidateRecord(
        programme: candidate.programme, priceYear: candidate.priceYear,
        choices: candidate.choices.map { .init(budget: $0.statedBudget, realBudget: $0.budget, area: $0.area) })
    }
  }

  private enum CodingKeys: String, CodingKey {
    case file, name, outcome
    case budget = "budget_pkr_2016"
    case worth = "worth_pkr_2016"
    case mixes, screened, replications, finalists, candidates
  }
}
