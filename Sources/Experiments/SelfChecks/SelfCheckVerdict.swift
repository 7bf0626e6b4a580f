/// Whether a promise is kept, and the numbers that show it.
public struct SelfCheckVerdict: Hashable, Sendable {
  /// A number that speaks for or against the promise.
  public enum Evidence: Hashable, Sendable {
    /// How many things break the promise, of how many looked at; the noun is in the plural: `values differ`.
    case count(Int, of: Int, String)
    /// The largest number found, such as an error, and the limit it must keep below.
    case largest(Double, limit: Double, String)
    /// What the numbers before hold for: so many copies of each of some households.
    case copies(Int, households: Int)
    /// What the numbers before hold for.
    case note(String)

    /// Whether it agrees with the promise; nil where it is no number that is judged.
    var isGood: Bool? {
      switch self {
      case .count(let breaches, let total, _): breaches == 0 && total > 0
      case .largest(let value, let limit, _): value <= limit
      case .copies, .note: nil
      }
    }
  }

  /// The promise in plain words.
  public let promise: String
  /// Whether it is kept.
  public let isKept: Bool
  /// The evidence, most telling first.
  public let evidence: [Evidence]

  /// Judges by the evidence: the promise is kept if no number speaks against it, and something was looked at.
  public init(_ promise: String, _ evidence: [Evidence]) {
    self.promise = promise
    self.evidence = evidence
    let judgements = evidence.compactMap(\.isGood)
    isKept = !judgements.isEmpty && judgements.allSatisfy(\.self)
  }
}
