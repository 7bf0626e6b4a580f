internal import Randomness

/// Random walks on a grid of the unit cube that change each variable once.
///
/// The grid has p levels in each variable, 0, 1/(p - 1), ... 1 where nothing else is wanted. A trajectory starts at a
/// random point and changes the variables in a random order, each up or down, as chance has it, by
///
///     delta = p / (2 (p - 1)),  p/2 levels
///
/// so that all levels are as likely. Points come trajectory by trajectory, d + 1 each for d variables. A trajectory
/// does not depend on how many there are.
///
/// Source: Morris 1991, doi:10.1080/00401706.1991.10484804.
struct MorrisTrajectories: Sampling {
  /// The number of points, trajectories times d + 1.
  let count: Int
  /// The positions of the levels of each variable.
  private let positions: [[Double]]
  /// For each trajectory and variable the level before the change.
  private let starts: [Int]
  /// For each trajectory and variable the level after the change.
  private let ends: [Int]
  /// For each trajectory and variable the step that changes it, 1...d.
  private let turns: [Int]

  /// Draws so many trajectories through levels at these positions, as many for each variable.
  /// - Precondition: The number of levels is even and at least 2.
  /// - Complexity: O(trajectories variables).
  init(trajectories: Int, positions: [[Double]], seed: UInt64) {
    let (variables, levels) = (positions.count, positions.first?.count ?? 0)
    precondition(levels >= 2 && levels % 2 == 0, "Morris trajectories need an even number of levels")
    let stream = RandomStream(seed: seed, replication: 0)
    var (starts, ends, turns): ([Int], [Int], [Int]) = ([], [], [])
    for trajectory in 0..<trajectories {
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
    count = trajectories * (variables + 1)
    self.positions = positions
    self.starts = starts
    self.ends = ends
    self.turns = turns
  }

  /// The points of a trajectory, d + 1.
  var blockLength: Int { positions.count + 1 }

  func unit(point: Int, variable: Int) -> Double {
    let (trajectory, stepsDone) = point.quotientAndRemainder(dividingBy: blockLength)
    let index = trajectory * positions.count + variable
    return positions[variable][turns[index] <= stepsDone ? ends[index] : starts[index]]
  }

  /// All steps in the order of points, by how much a variable changes from one position to another.
  /// - Complexity: O(trajectories variables).
  func steps(change: (_ variable: Int, _ before: Double, _ after: Double) -> Double) -> [MorrisStep] {
    let unsorted = turns.indices.map { index in
      let (trajectory, variable) = index.quotientAndRemainder(dividingBy: positions.count)
      return MorrisStep(
        point: trajectory * blockLength + turns[index], variable: variable,
        change: change(variable, positions[variable][starts[index]], positions[variable][ends[index]]))
    }
    return unsorted.sorted { $0.point < $1.point }
  }
}
