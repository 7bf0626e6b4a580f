/// A programme that may be paid for, and what may be chosen of it.
public struct PortfolioCandidate: Hashable, Sendable {
  /// The programme's name.
  public let programme: String
  /// The fiscal year, by the calendar year in which it ends, in whose prices its budgets are stated.
  public let priceYear: Int
  /// What may be chosen beside leaving it out, the least money first.
  public let choices: [PortfolioChoice]

  /// Creates a candidate; its choices are put in order, by money and then by place.
  public init(programme: String, priceYear: Int, choices: [PortfolioChoice]) {
    self.programme = programme
    self.priceYear = priceYear
    self.choices = choices.sorted { ($0.statedBudget, $0.area) < ($1.statedBudget, $1.area) }
  }

  /// A choice by its number in a mix; nil where the candidate is left out.
  public func choice(_ number: Int) -> PortfolioChoice? { number == 0 ? nil : choices[number - 1] }
}
