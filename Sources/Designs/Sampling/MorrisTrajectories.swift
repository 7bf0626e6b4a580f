internal import Randomness

/// Random walks on a grid of the unit cube that change each variable once.
///
/// The grid has p levels 0, 1/(p - 1), ... 1 in each variable. A trajectory starts at a random point and changes the
/// variables in a random order, each up or down, as chance has it, by
///
///     delta = p / (2 (p - 1)),  p/2 levels
///
/// so that all levels are as likely. Points come trajectory by trajectory, d + 1 each for d variables. A trajectory does
/// not depend on how many there are.
///
/// Source: Morris 1991, doi:10.1080/00401706.1991.10484804.
public struct MorrisTrajectories: Hashable, Sendable {
  /// The number of trajectories.
  public let count: Int
  /// The number of variables d.
  public let variables: Int
  /// The number of levels p.
  public let levels: Int
  /// For each trajectory and variable the level before the change.
  private let starts: [Int]
  /// For each trajectory and variable the level after the change.
  private let ends: [Int]
  /// For each trajectory and variable the step that changes it, 1...d.
  private let turns: [Int]

  /// Draws trajectories.
  ///
  /// - Parameters:
  ///   - count: The number of trajectories.
  ///   - variables: The number of variables.
  ///   - levels: The number of levels, even.
  ///   - seed: Any number.
  /// - Precondition: The number of levels is even and at least 2.
  /// - Complexity: O(count variables).
  public init(count: Int, variables: Int, levels: Int, seed: UInt64) {
    precondition(levels >= 2 && levels % 2 == 0, "Morris trajectories need an even number of levels")
    let stream = RandomStream(seed: seed, replication: 0)
    var (starts, ends, turns): ([Int], [Int], [Int]) = ([], [], [])
    for trajectory in 0..<count {
      let words = (0..<variables).map {
        stream.draw(entity: UInt32(trajectory), quarter: Int32($0), purpose: .trajectory)
      }
      for draw in words {
        let lower = wholeNumber(from: draw.word0, below: levels / 2)
        let isUpward = draw.word1 >> 31 == 1
        starts.append(isUpward ? lower : lower + levels / 2)
        ends.append(isUpward ? lower + levels / 2 : lower)
      }
      turns += randomOrder(variables) { words[$0].word2 }.map { $0 + 1 }
    }
    self.count = count
    self.variables = variables
    self.levels = levels
    self.starts = starts
    self.ends = ends
    self.turns = turns
  }

  /// The number of points, trajectories times d + 1.
  public var pointCount: Int { count * (variables + 1) }

  /// The level of a variable at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, 0 ..< `pointCount`.
  ///   - variable: Which variable, from 0.
  /// - Returns: A level, 0 ..< p.
  /// - Complexity: O(1).
  public func level(point: Int, variable: Int) -> Int {
    let (trajectory, stepsDone) = point.quotientAndRemainder(dividingBy: variables + 1)
    let index = trajectory * variables + variable
    return turns[index] <= stepsDone ? ends[index] : starts[index]
  }

  /// The position of a variable at a point.
  ///
  /// - Parameters:
  ///   - point: Which point, 0 ..< `pointCount`.
  ///   - variable: Which variable, from 0.
  /// - Returns: A number, 0...1.
  /// - Complexity: O(1).
  public func unit(point: Int, variable: Int) -> Double {
    Double(level(point: point, variable: variable)) / Double(levels - 1)
  }

  /// All steps in the order of points, with changes of delta or minus delta.
  ///
  /// - Complexity: O(count variables).
  public var steps: [MorrisStep] {
    let unsorted = (0..<count * variables).map { index in
      let (trajectory, variable) = index.quotientAndRemainder(dividingBy: variables)
      return MorrisStep(
        point: trajectory * (variables + 1) + turns[index], variable: variable,
        change: Double(ends[index] - starts[index]) / Double(levels - 1))
    }
    return unsorted.sorted { $0.point < $1.point }
  }
}
