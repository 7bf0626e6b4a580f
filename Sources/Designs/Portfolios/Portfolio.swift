/// What is to be found out: which of some programmes to pay for within a budget, how much of each, and where.
public struct Portfolio: Hashable, Sendable {
  /// The name under which results are reported.
  public let name: String
  /// The measure of all households at the end that is to be as good as it can, by its name in outputs.
  public let outcome: String
  /// The money for all candidates together, whole PKR of 2015-16.
  public let budget: Double
  /// What one more unit of the outcome is worth, as it is told (a household, a percentage point), PKR of 2015-16; nil
  /// where nothing is said.
  public let worth: Double?
  /// The programmes to choose from, in the order in which they enrol.
  public let candidates: [PortfolioCandidate]
  /// How hard to search.
  public let effort: SearchEffort

  /// Creates a portfolio.
  public init(
    name: String, outcome: String, budget: Double, worth: Double? = nil, candidates: [PortfolioCandidate],
    effort: SearchEffort
  ) {
    self.name = name
    self.outcome = outcome
    self.budget = budget
    self.worth = worth
    self.candidates = candidates
    self.effort = effort
  }
}
