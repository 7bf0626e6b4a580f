/// What divides a sample into groups that do not overlap.
public struct SurveyPartition: Hashable, Sendable {
  /// The level of each row, by its index; nil for one that belongs to none.
  public let levelOfRow: [Int?]
  /// Number of levels.
  public let levelCount: Int

  /// Divides a sample.
  ///
  /// - Parameters:
  ///   - levelOfRow: The level of each row, from 0; nil for one that belongs to none.
  ///   - levelCount: Number of levels.
  /// - Precondition: Every level is below the number of levels.
  /// - Complexity: O(n).
  public init(levelOfRow: [Int?], levelCount: Int) {
    precondition(
      levelOfRow.allSatisfy { $0.map { (0..<levelCount).contains($0) } ?? true }, "each row has a level or none")
    self.levelOfRow = levelOfRow
    self.levelCount = levelCount
  }
}
