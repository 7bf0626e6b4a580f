import Testing

@testable import Experiments
@testable import Households

@Suite("Study of traps")
struct TrapStudyTests {
  private static let study = Result { try TrapStudy(evidence) }
  private static let evidence = [
    DependencyEvidence(scenarioName: "One", content: .moves(TrapEvidence.replications(5, seed: 1))),
    DependencyEvidence(scenarioName: "Two", content: .moves(TrapEvidence.replications(5, seed: 1))),
    DependencyEvidence(scenarioName: "Three", content: .moves(TrapEvidence.replications(5, seed: 2))),
  ]

  @Test("the same moves under another name differ by nothing, other luck by no more than its interval")
  func differences() throws {
    let study = try Self.study.get()
    #expect(study.replications == 5)
    #expect(study.differences[0].isEmpty)
    for (quantity, difference) in zip(study.quantities, study.differences[1]) where isDefined(quantity, study) {
      #expect(difference.mean == 0, "\(quantity)")
      #expect(difference.standardError == 0, "\(quantity)")
    }
    let other = study.difference(.quartersToExit, scenario: 2)
    #expect(other.mean != 0)
    #expect(other.hasInterval)
  }

  /// Whether a number is one of a set that has it: there is no time to an exit from a set of states that are all out.
  private func isDefined(_ quantity: TrapQuantity, _ study: TrapStudy) -> Bool {
    guard case .set(let resolution, let set, .quartersToExit) = quantity else { return true }
    let setOfState = study.partitions[resolution].setOfState
    return JointState.all.contains { setOfState[$0.index] == set && !$0.isOut }
  }

  @Test("times and chances agree with each other")
  func coherence() throws {
    let study = try Self.study.get()
    let analysis = study.scenarios[0]
    for state in analysis.states {
      #expect(state.quartersToExit > 0)
      #expect(state.varianceOfQuartersToExit > 0)
      #expect(state.exitWithin == state.exitWithin.sorted())
      #expect(state.exitWithin.allSatisfy { (0...1).contains($0) })
    }
    for shares in [
      analysis.states.map(\.stationary), analysis.states.map(\.occupancy), analysis.states.map(\.quasiStationary),
    ] {
      #expect((shares.reduce(0, +) - 1).magnitude < 1e-12)
    }
    // The mean time from the mix that does not change is that of a geometric distribution.
    #expect(analysis.survival < 1)
    let quasi = analysis.states.reduce(0) { sum, state in
      state.state.isOut ? sum : sum + state.quasiStationary * state.quartersToExit
    }
    #expect(quasi < 1 / (1 - analysis.survival))
    #expect(quasi > 0.5 / (1 - analysis.survival))
    #expect(analysis.processes.count == 8)
    #expect((analysis.processes[0].real - 1).magnitude < 1e-13)
    #expect(study.estimate(.halfLife, scenario: 0).mean > 0)
  }

  @Test("sets divide the states, and each is told with its share, its stay and its exit")
  func sets() throws {
    let study = try Self.study.get()
    #expect(!study.partitions.isEmpty)
    for (resolution, partition) in study.partitions.enumerated() {
      #expect(partition.setOfState.allSatisfy { $0 != nil })
      var total = 0.0
      for set in partition.sets.indices {
        func value(_ quantity: TrapQuantity.SetQuantity) -> Double {
          study.estimate(.set(resolution: resolution, set: set, quantity), scenario: 0).mean
        }
        total += value(.shareInTheLongRun)
        #expect((0...1).contains(value(.insideAfterAYear)))
        #expect(value(.quartersOfStay) >= 1)
        #expect(!partition.sets[set].name.isEmpty)
      }
      #expect((total - 1).magnitude < 1e-12)
    }
  }

  @Test("opening a door upwards shortens the way where it matters, a fall lengthens it")
  func doors() throws {
    let study = try Self.study.get()
    let climb = study.estimate(.opening(Door(dimension: .political, from: 1, to: 2)), scenario: 0)
    let fall = study.estimate(.opening(Door(dimension: .political, from: 2, to: 1)), scenario: 0)
    #expect(climb.mean < 0)
    #expect(fall.mean > 0)
  }

  @Test("three blocks of levels that hardly leak are the three sets, named by their levels")
  func plantedTraps() throws {
    // Voiceless and isolated, client and connected, claiming and leading; within a block only the economy moves.
    let corners = [0, 16 + 8, 48 + 12]
    var counts: [(from: Int, to: Int, count: Double)] = []
    for (index, corner) in corners.enumerated() {
      for from in 0..<4 {
        for to in 0..<4 { counts.append((corner + from, corner + to, 100)) }
        for neighbour in corners.indices where abs(neighbour - index) == 1 {
          counts.append((corner + from, corners[neighbour] + from, 1))
        }
      }
    }
    let moves = TrapEvidence.moves(counts)
    let study = try TrapStudy([DependencyEvidence(scenarioName: "Blocks", content: .moves([moves]))])
    let partition = try #require(study.partitions.first)
    #expect(partition.sets.map(\.name) == ["isolated, voiceless", "connected, client", "leading, claiming"])
    #expect(partition.sets.map(\.isTrap) == [true, true, false])
    let stay = study.estimate(.set(resolution: 0, set: 0, .quartersOfStay), scenario: 0)
    #expect((stay.mean - 401).magnitude < 1e-9)
  }

  @Test("a profile's chain needs no replications, and more of the same circumstances change nothing")
  func circumstances() throws {
    let model = try SmallWorld.model()
    let settled = model.settled(replication: 1)
    let sum = settled.circumstances(of: settled.members(of: .poorest), parameters: Parameters())
    let kernel = TransitionKernel(DependencyParameters())
    let once = try TrapStudy([DependencyEvidence(scenarioName: "A", content: .circumstances([sum], kernel))])
    let twice = try TrapStudy([DependencyEvidence(scenarioName: "A", content: .circumstances([sum, sum], kernel))])
    let (left, right) = (
      once.estimate(.quartersToExit, scenario: 0), twice.estimate(.quartersToExit, scenario: 0)
    )
    #expect((left.mean / right.mean - 1).magnitude < 1e-12)
    #expect(!left.hasInterval)
    #expect(right.standardError < 1e-9)
    #expect(once.scenarios[0].states.count == 64)
  }
}
