/// A promise of the tool that can be checked on a scenario of the user's own.
public struct SelfCheck {
  /// The promise in plain words.
  public let promise: String
  private let evidence: () throws -> [SelfCheckVerdict.Evidence]

  /// Creates a check of a promise by what finds out what speaks for and against it, most telling first.
  public init(_ promise: String, evidence: @escaping () throws -> [SelfCheckVerdict.Evidence]) {
    self.promise = promise
    self.evidence = evidence
  }

  /// Finds out whether it is kept, unless something keeps it from being found out.
  public func verdict() throws -> SelfCheckVerdict { SelfCheckVerdict(promise, try evidence()) }
}
