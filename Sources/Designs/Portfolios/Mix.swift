/// One choice for each candidate.
public struct Mix: Hashable, Sendable {
  /// The mix in which every candidate is left out.
  public static let nothing = 1

  /// Its number, from 1.
  public let number: Int
  /// The choice of each candidate, in their order: 0 leaves it out, n takes its n-th choice.
  public let choices: [Int]
  /// The money of all choices together, whole PKR of 2015-16.
  public let budget: Double
}
