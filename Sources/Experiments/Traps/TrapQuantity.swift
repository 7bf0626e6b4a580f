internal import Statistics

/// A number that is told of every scenario, with its error over replications.
public enum TrapQuantity: Hashable, Sendable {
  /// Mean quarters until a durable exit, for households not out of dependency that make one in the end.
  case quartersToExit
  /// Standard deviation of these quarters.
  case deviationOfQuartersToExit
  /// Share of the same households that has made a durable exit within so many quarters.
  case exitWithin(quarters: Int)
  /// Share of the same households, those that never will among them, that makes a durable exit in the end; exactly 1 where
  /// all are sure to.
  case exitEver
  /// Share of households out of dependency in the long run, of those in the states kept.
  case outInTheLongRun
  /// Quarters in which what lasts longest of a shift halves in the end.
  case halfLife
  /// A number of a set.
  case set(resolution: Int, set: Int, SetQuantity)
  /// The relative change of the mean time to a durable exit when a door is opened by a tenth.
  case opening(Door)

  /// What is told of each set.
  public enum SetQuantity: CaseIterable, Sendable {
    /// Share of household-quarters of the run in the states kept.
    case shareInTheRun
    /// Share of households in the states kept, in the long run.
    case shareInTheLongRun
    /// Chance that a household found in it is in it a year later.
    case insideAfterAYear
    /// Mean quarters that a household found in it stays before it first leaves.
    case quartersOfStay
    /// Mean quarters until a durable exit from it, of those who make one in the end; infinite where nobody does.
    case quartersToExit
  }

  /// Horizons for which chances of a durable exit are told, quarters.
  public static let horizons = [4, 20, 40]

  /// All numbers of a chain with some partitions.
  static func all(_ partitions: [TrapPartition]) -> [TrapQuantity] {
    [.quartersToExit, .deviationOfQuartersToExit] + horizons.map { .exitWithin(quarters: $0) }
      + [.exitEver, .outInTheLongRun, .halfLife]
      + partitions.indices.flatMap { resolution in
        partitions[resolution].sets.indices.flatMap { set in
          SetQuantity.allCases.map { .set(resolution: resolution, set: set, $0) }
        }
      } + Door.all.map { .opening($0) }
  }

  /// Whether it is a time of those alone who make a durable exit in the end.
  var isOfThoseWhoExit: Bool {
    switch self {
    case .quartersToExit, .deviationOfQuartersToExit, .set(_, _, .quartersToExit): true
    case .exitWithin, .exitEver, .outInTheLongRun, .halfLife, .set, .opening: false
    }
  }

  /// What values it can take.
  var range: ValueRange {
    switch self {
    case .quartersToExit, .deviationOfQuartersToExit, .halfLife: .notNegative
    case .exitWithin, .exitEver, .outInTheLongRun: .share
    case .set(_, _, .quartersOfStay), .set(_, _, .quartersToExit): .notNegative
    case .set(_, _, .shareInTheRun), .set(_, _, .shareInTheLongRun), .set(_, _, .insideAfterAYear): .share
    case .opening: .anyNumber
    }
  }
}
