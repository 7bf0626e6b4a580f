/// What divides a sample into groups that do not overlap.
public struct SurveyPartition: Hashable, Sendable {
  /// The level of each row, by its index.
  public let levelOfRow: [Int]
  /// Number of levels.
  public let levelCount: Int

  /// Divides a sample.
  ///
  /// - Parameters:
  ///   - levelOfRow: The level of each row, from 0.
  ///   - levelCount: Number of levels.
  /// - Precondition: Every level is below the number of levels.
  /// - Complexity: O(n).
  public init(levelOfRow: [Int], levelCount: Int) {
    precondition(levelOfRow.allSatisfy { (0..<levelCount).contains($0) }, "each row has a level")
    self.levelOfRow = levelOfRow
    self.levelCount = levelCount
  }
}
