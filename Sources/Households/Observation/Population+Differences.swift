import Simulation

extension Population {
  /// Households whose labour income has other luck than in another population of the same households.
  ///
  /// Complexity: O(households).
  ///
  /// - Parameter other: another future of the same households.
  /// - Returns: their indices.
  public func householdsOfOtherLuck(than other: Population) -> [Int] {
    (0..<households).filter { labourDeviation[$0].bitPattern != other.labourDeviation[$0].bitPattern }
  }

  /// Households that differ in any bit of any variable from themselves in another population.
  ///
  /// Complexity: O(households x variables).
  ///
  /// - Parameter other: another future of the same households.
  /// - Returns: their indices.
  public func householdsThatDiffer(from other: Population) -> [Int] {
    var differs = [Bool](repeating: false, count: households)
    for (column, otherColumn) in zip(householdColumns, other.householdColumns) {
      column.markDifferences(from: otherColumn, in: &differs)
    }
    return differs.indices.filter { differs[$0] }
  }

  /// The variables that are kept of a household.
  public var variablesOfHousehold: Int { householdColumns.count }
}
