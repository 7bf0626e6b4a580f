/// How hard a search for the best mix tries.
public struct SearchEffort: Hashable, Sendable {
  /// Mixes that go on after a first look at all of them, beside the best of each budget step and nothing.
  public var screened: Int
  /// Fresh replications with which the finalists are compared.
  public var replications: Int
  /// Mixes that reach the final comparison, beside the best of each budget step and nothing.
  public var finalists: Int

  /// Creates an effort.
  public init(screened: Int = 64, replications: Int = 40, finalists: Int = 4) {
    self.screened = screened
    self.replications = replications
    self.finalists = finalists
  }
}
