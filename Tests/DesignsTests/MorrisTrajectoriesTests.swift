@testable import Designs
import Testing

@Suite struct MorrisTrajectoriesTests {
  @Test("each step changes one variable by delta, each variable once", arguments: [2, 4, 6, 10])
  func steps(levels: Int) {
    let trajectories = MorrisTrajectories(trajectories: 40, variables: 5, levels: levels, seed: 4)
    #expect(trajectories.count == 240)
    #expect(trajectories.steps().count == 200)
    let delta = Double(levels) / Double(2 * (levels - 1))
    for (index, step) in trajectories.steps().enumerated() {
      #expect(step.point == index / 5 * 6 + index % 5 + 1)
      #expect((step.change.magnitude - delta).magnitude < 1e-15)
      for variable in 0..<5 {
        let before = trajectories.unit(point: step.point - 1, variable: variable)
        let after = trajectories.unit(point: step.point, variable: variable)
        let expected = variable == step.variable ? step.change : 0
        #expect((after - before - expected).magnitude < 1e-15)
        #expect((0...1).contains(after))
      }
    }
    for trajectory in 0..<40 {
      let changed = trajectories.steps()[trajectory * 5..<trajectory * 5 + 5].map(\.variable)
      #expect(changed.sorted() == Array(0..<5))
    }
  }

  @Test("levels, directions and orders are as likely as each other")
  func fairness() {
    let count = 6000
    let trajectories = MorrisTrajectories(trajectories: count, variables: 3, levels: 4, seed: 21)
    var orders: [[Int]: Int] = [:]
    for trajectory in 0..<count {
      orders[trajectories.steps(of: trajectory).map(\.variable), default: 0] += 1
    }
    #expect(orders.count == 6)
    #expect(
      orders.values.allSatisfy { plausibleSuccesses(of: count, probability: 1 / 6).contains(Double($0)) })
    for variable in 0..<3 {
      for level in 0..<4 {
        for place in [0, 3] {
          let hits = (0..<count).count {
            trajectories.unit(point: $0 * 4 + place, variable: variable) == Double(level) / 3
          }
          #expect(plausibleSuccesses(of: count, probability: 0.25).contains(Double(hits)))
        }
      }
    }
  }

  @Test("a trajectory does not depend on how many there are")
  func prefix() {
    let few = MorrisTrajectories(trajectories: 3, variables: 4, levels: 6, seed: 7)
    let many = MorrisTrajectories(trajectories: 30, variables: 4, levels: 6, seed: 7)
    #expect(Array(many.steps().prefix(12)) == few.steps())
    for point in 0..<few.count {
      for variable in 0..<4 {
        #expect(few.unit(point: point, variable: variable) == many.unit(point: point, variable: variable))
      }
    }
  }
}

extension MorrisTrajectories {
  /// Trajectories among evenly spaced levels.
  init(trajectories: Int, variables: Int, levels: Int, seed: UInt64) {
    let positions = (0..<levels).map { Double($0) / Double(levels - 1) }
    self.init(trajectories: trajectories, positions: Array(repeating: positions, count: variables), seed: seed)
  }

  /// All steps, each changing by the difference of positions.
  func steps() -> [MorrisStep] { steps { $2 - $1 } }

  /// The steps of one trajectory, found by looking which level changes.
  fileprivate func steps(of trajectory: Int) -> [MorrisStep] {
    (1..<blockLength).flatMap { place in
      let point = trajectory * blockLength + place
      return (0..<blockLength - 1).compactMap { variable in
        let change = unit(point: point, variable: variable) - unit(point: point - 1, variable: variable)
        return change == 0 ? nil : MorrisStep(point: point, variable: variable, change: change)
      }
    }
  }
}
