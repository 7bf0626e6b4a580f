import Simulation
import Testing

@testable import Households

@Suite struct MemberChoiceTests {
  /// Makes every second household a member of an active organisation, except in the first neighbourhood.
  private static func organise(_ population: Population) {
    population.communities.stage.elements.update(repeating: .active)
    population.communities.stage[0] = .dormant
    for household in stride(from: 0, to: population.households, by: 2) {
      population.standing[household].insert(.member)
    }
  }

  private static func trial(
    members: Bool = false, choice: Bool = false, _ package: Intervention..., prepare: (Population) -> Void = { _ in }
  ) throws -> Trial {
    let model = try Scenario.small().model()
    let settled = model.settled(replication: 0)
    organise(settled)
    prepare(settled)
    var programme = try Programme.small()
    programme.targeting.membersOnly = members
    programme.targeting.membersChoose = choice
    programme.package = package
    return Trial(model, model.baseline.with(programme), settled: settled)
  }

  @Test("only members of active organisations are served", arguments: [(true, false), (false, true)])
  func members(only: Bool, choice: Bool) throws {
    let trial = try Self.trial(members: only, choice: choice, .cash)
    trial.advance()
    let geography = trial.population.geography
    let expected = (1..<geography.neighbourhoodCount).flatMap { neighbourhood in
      let members = geography.members(ofNeighbourhood: neighbourhood).filter { $0 % 2 == 0 }
      // Where nobody needs cash, cash is not chosen.
      return only || members.contains { trial.population.welfare[$0] < 1 } ? members : []
    }
    #expect(trial.served() == expected)
  }

  @Test("new members are seen in the next quarter")
  func newMembers() throws {
    let model = try Scenario.small().model()
    var programme = try Programme.small(until: "2020-Q4", .cash)
    programme.targeting.membersOnly = true
    let trial = Trial(model, model.baseline.with(programme))
    trial.advance()
    #expect(trial.served().isEmpty)
    Self.organise(trial.population)
    trial.advance()
    #expect(trial.served().count > 2000)
  }

  @Test("each organisation is offered what most of its members need most, and nothing else")
  func plurality() throws {
    // Everybody is trapped in the even neighbourhoods, voiceless and with full skill in the others.
    let trial = try Self.trial(
      choice: true, .make("awareness", .awarenessTraining(gain: 0.3)), .make("coach", .coaching(quarters: 1)),
      .make("training", .skillTraining(level: 1))
    ) { population in
      for neighbourhood in 0..<population.geography.neighbourhoodCount {
        for household in population.geography.members(ofNeighbourhood: neighbourhood) {
          population.skill[household] = 3
          population.state[household] =
            neighbourhood % 2 == 0
            ? DependencyState(economic: 1, social: 1, political: 1)
            : DependencyState(economic: 3, social: 3, political: 0)
        }
      }
    }
    trial.advance()
    let geography = trial.population.geography
    for neighbourhood in 1..<geography.neighbourhoodCount {
      for household in geography.members(ofNeighbourhood: neighbourhood) where household % 2 == 0 {
        #expect(trial.desks[0].taken[household] == (neighbourhood % 2 == 0 ? 0b010 : 0b001))
      }
    }
  }

  @Test("votes: the plurality wins, ties go to the earlier, who needs nothing abstains")
  func votes() throws {
    let population = try Scenario.small().model().settled(replication: 0)
    let programme = try Programme.small(
      .make("coach", .coaching(quarters: 1)), .make("awareness", .awarenessTraining(gain: 0.3)),
      .make("basic", .skillTraining(level: 1)))
    let choice = MemberChoice(programme, neighbourhoods: population.geography.neighbourhoodCount)
    let members = Array(population.geography.members(ofNeighbourhood: 0))
    /// Lets so many members need coaching, awareness and training most, and others nothing.
    func chosen(_ needs: [Int]) -> UInt32 {
      let voters = needs.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
      for (position, household) in members.enumerated() {
        let need = position < voters.count ? voters[position] : 3
        population.standing[household] = .member
        population.skill[household] = need == 2 ? 0 : 1
        let state = [(1, 1, 1), (2, 2, 0), (2, 2, 2), (2, 2, 2)][need]
        population.state[household] = DependencyState(economic: state.0, social: state.1, political: state.2)
      }
      choice.vote(population, neighbourhood: 0)
      return choice.parts(ofNeighbourhood: 0)
    }
    #expect(chosen([3, 4, 5]) == 0b100)
    #expect(chosen([3, 5, 5]) == 0b010)
    #expect(chosen([0, 0, 1]) == 0b100)
    #expect(chosen([1, 0, 0]) == 0b001)
    #expect(chosen([0, 0, 0]) == 0)
  }

  @Test("what is taken up together is one choice")
  func packages() throws {
    func part(_ name: String, _ kind: Intervention.Kind) -> Intervention {
      Intervention(name: name, kind: kind, deliveryCost: 0, takeUpKey: "graduation")
    }
    let trial = try Self.trial(
      choice: true, .make("awareness", .awarenessTraining(gain: 0.3)), part("assets", .assetGrant(amount: 1000)),
      part("coach", .coaching(quarters: 2))
    ) { population in
      for household in 0..<population.households {
        population.state[household] = DependencyState(economic: 0, social: 0, political: 1)
      }
    }
    trial.advance()
    #expect(!trial.served().isEmpty)
    #expect(trial.served().allSatisfy { trial.desks[0].taken[$0] == 0b110 })
    #expect(trial.served().allSatisfy { trial.population.standing[$0].contains(.upkeep) })
  }

  @Test("choice halves what is missing to full take-up and completion", arguments: [(0.4, 0.6), (0.7, 0.2)])
  func gain(takeUp: Double, completion: Double) throws {
    let package = Intervention.make(
      "awareness", .awarenessTraining(gain: 0.5), takeUp: takeUp, completion: completion)
    func quarter(choice: Bool) throws -> (served: [Int], completed: [Int]) {
      let trial = try Self.trial(members: true, choice: choice, package)
      trial.advance()
      return (trial.served(), trial.served().filter { trial.population.awareness[$0] >= 0.5 })
    }
    let (offered, chosen) = (try quarter(choice: false), try quarter(choice: true))
    func expect(_ part: [Int], of whole: Int, _ share: Double) {
      let deviation = Double(part.count) / Double(whole) - share
      #expect(deviation.magnitude < 5 * (share * (1 - share) / Double(whole)).squareRoot())
    }
    let members = 2490
    expect(offered.served, of: members, takeUp)
    expect(chosen.served, of: members, (1 + takeUp) / 2)
    expect(offered.completed, of: offered.served.count, completion)
    expect(chosen.completed, of: chosen.served.count, (1 + completion) / 2)
    // A trait that is compared with a higher threshold.
    #expect(Set(offered.served).isSubset(of: chosen.served))
    #expect(Set(offered.completed).isSubset(of: chosen.completed))
  }

  @Test("only what members chose is kept up better")
  func upkeep() throws {
    for choice in [false, true] {
      let trial = try Self.trial(members: true, choice: choice, .make("assets", .assetGrant(amount: 1000)))
      trial.advance()
      let kept = (0..<trial.population.households).filter { trial.population.standing[$0].contains(.upkeep) }
      #expect(kept == (choice ? trial.served() : []))
    }
  }
}
