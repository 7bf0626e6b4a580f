import ExactMath
import Randomness
import Simulation
import Testing

@testable import Households

/// What being organised does to members, and to members alone.
@Suite struct OrganisationFeaturesTests {
  /// Households that do not see each other, so that each is an independent case.
  private static func model(blockSize: Int = 512, savingsGoal: Double = 1000, serviceAccess: Double = 0.2) throws
    -> Model
  {
    try Scenario.small(households: 5000) { parameters in
      parameters.trade.savingsGoal = savingsGoal
      parameters.trade.memberSavingsGoal = 0
      parameters.shocks.serviceAccess = serviceAccess
      parameters.patrons.feedback = 0
      parameters.patrons.retaliationFrom = 2
      parameters.patrons.concessionFrom = 2
    }.model(blockSize: blockSize)
  }

  private static func trial(_ model: Model, _ change: (Population) -> Void) -> Trial {
    let settled = model.settled(replication: 0)
    change(settled)
    return Trial(model, settled: settled)
  }

  @Test("organisation raises the social and the political levels of members, and a federation more so")
  func organisation() throws {
    let model = try Self.model()
    let alone = Self.trial(model) { _ in }
    let organised = Self.trial(model) { $0.organise { $0 % 2 == 0 } }
    let federated = Self.trial(model) { $0.organise(tier: 0.67) { $0 % 2 == 0 } }
    for trial in [alone, organised, federated] { trial.advance(8) }
    let members = organised.population.organised
    #expect((0.4...0.6).contains(Double(members.count) / 5000))
    func rise(_ after: Trial, _ before: Trial, _ level: (DependencyState) -> Int) -> PairedDifference {
      PairedDifference(members) { Double(level(after.population.state[$0]) - level(before.population.state[$0])) }
    }
    #expect(rise(organised, alone, \.social).isAboveZero)
    #expect(rise(organised, alone, \.political).isAboveZero)
    #expect(rise(organised, alone, \.economic).mean > 0)
    #expect(rise(federated, organised, \.political).isAboveZero)
  }

  @Test("who is no member lives the same life")
  func others() throws {
    let model = try Self.model()
    let alone = Self.trial(model) { _ in }
    let organised = Self.trial(model) { $0.organise(tier: 1) { $0 % 3 == 1 } }
    for _ in 1...6 {
      alone.advance()
      organised.advance()
      let (left, right) = (alone.population.householdStates, organised.population.householdStates)
      let others = left.indices.filter { right[$0].standing == 0 }
      #expect(others.count > 2500)
      #expect(others.allSatisfy { left[$0] == right[$0] }, "quarter \(alone.quarter)")
      #expect(left.indices.contains { right[$0].standing != 0 && left[$0].state != right[$0].state })
    }
  }

  @Test("a federation moves the political dimension alone in its first quarter")
  func tier() throws {
    // What a federation spares its members in illness would show in what they earn and owe.
    let model = try Self.model(serviceAccess: 0)
    let organised = Self.trial(model) { $0.organise(maturity: 0.5) }
    let federated = Self.trial(model) { $0.organise(maturity: 0.5, tier: 1) }
    for trial in [organised, federated] { trial.advance() }
    let states = zip(organised.population.householdStates, federated.population.householdStates)
    #expect(states.allSatisfy { $0.economic == $1.economic && $0.social == $1.social })
    let everybody = Array(0..<organised.population.households)
    let rise = PairedDifference(everybody) {
      Double(federated.population.state[$0].political - organised.population.state[$0].political)
    }
    #expect(rise.isAboveZero)
  }

  @Test("an organisation that is not active does nothing", arguments: [OrganisationStage.none, .forming, .dormant])
  func inactive(stage: OrganisationStage) throws {
    let model = try Self.model()
    let alone = Self.trial(model) { _ in }
    let inactive = Self.trial(model) { population in
      population.organise()
      for neighbourhood in 0..<population.geography.neighbourhoodCount {
        population.communities.stage[neighbourhood] = stage
      }
      for settlement in 0..<population.geography.settlementCount {
        population.communities.organisedShare[settlement] = 0
        population.communities.purchaseDiscount[settlement] = 1
      }
    }
    for trial in [alone, inactive] { trial.advance(4) }
    var states = inactive.population.householdStates
    for household in states.indices { states[household].standing = 0 }
    #expect(states == alone.population.householdStates)
  }

  @Test("blocks without organisations leave out their features and change no bit", arguments: [64, 1_000_000])
  func blocks(blockSize: Int) throws {
    let change: (Population) -> Void = { population in
      population.organise(maturity: 0.7, tier: 0.3) { $0 == 0 }
      for settlement in stride(from: 0, to: population.geography.settlementCount, by: 2) {
        for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement) {
          population.communities.stage[neighbourhood] = .none
          population.communities.tier[neighbourhood] = 0
        }
      }
    }
    let expected = Self.trial(try Self.model(), change)
    let trial = Self.trial(try Self.model(blockSize: blockSize), change)
    expected.advance(4)
    trial.advance(4)
    #expect(trial.population.householdStates == expected.population.householdStates)
    #expect(trial.population.settlementStates == expected.population.settlementStates)
  }

  @Test("the shares that move agree with the log-odds of the model")
  func logOdds() {
    let population = FrozenLedgerTests.identicalHouseholds(state: 21)
    population.organise(maturity: 0.75, tier: 0.5)
    for settlement in 0..<population.geography.settlementCount {
      population.communities.works[settlement] = 3
      population.communities.stance[settlement] = .retaliating
    }
    var parameters = DependencyParameters()
    parameters.coefficients[Feature.works.rawValue + Feature.count * Move.politicalUp.rawValue] = 1
    population.run(Dependency(parameters: parameters, worksLimit: 4, stream: RandomStream(seed: 64, replication: 0)))
    // Level 1 in all three dimensions: own level, wealth 1, surplus 1/4, skill 341/1024, shares, stocks and the trap.
    let skill = 341.0 / 1024
    let logOdds: [(up: Double, down: Double)] = [
      (
        -2.0 + 0.3 + 1.2 / 4 + 0.4 * skill + 0.3 * 0.125 - 0.8 * 0.25 + 0.6 * 0.25 - 0.5 + 0.5 * 0.75 - 0.5,
        -7.3 - 0.35 - 0.8 / 4 - 0.2 * skill + 0.8 * 0.25 - 0.3 * 0.25 + 0.3 - 0.5 * 0.75 + 1
      ),
      (
        -5.4 + 1.2 * 0.375 + 0.125 - 0.5 * 0.25 + 0.6 * 0.5 + 0.8 * 0.25 - 0.4 + 1.6 * 0.75,
        -4.4 + 0.2 - 0.8 * 0.375 + 0.4 * 0.25 - 1.2 * 0.75 + 0.3
      ),
      (
        -5.5 - 0.4 + 0.5 * 0.375 - 0.6 * 0.25 + 1.6 * 0.5 + 0.4 * 0.25 - 0.4 + 0.7 * 0.75 + 0.9 * 0.5 + 0.75,
        -4.6 + 0.4 + 0.5 * 0.25 - 0.5 * 0.5 - 0.5 * 0.5 + 0.5
      ),
    ]
    let total = Double(FrozenLedgerTests.households)
    let states = population.householdStates
    for (dimension, level) in [\HouseholdState.economic, \.social, \.political].enumerated() {
      let (up, down) = (exponential(logOdds[dimension].up), exponential(logOdds[dimension].down))
      for (target, odds) in [(2, up), (0, down)] {
        let share = odds / (1 + up + down)
        let count = Double(states.filter { $0[keyPath: level] == target }.count)
        let standardError = (total * share * (1 - share)).squareRoot()
        #expect((count - total * share).magnitude < 5 * standardError, "dimension \(dimension), level \(target)")
      }
    }
  }

  @Test("members save up to their goal, and what is more goes into assets and durables")
  func savingsGoal() throws {
    let model = try Self.model(savingsGoal: 0.0625)
    let organised = Self.trial(model) { $0.organise { $0 % 2 == 0 } }
    organised.advance(8)
    let members = organised.population.organised
    // Goals that are no multiple of the money grid are rounded to the nearest.
    let atGoal = members.filter {
      (organised.population.savings[$0] - 0.0625 * organised.population.need[$0]).magnitude <= 0x1p-21
    }
    #expect(members.allSatisfy { organised.population.savings[$0] <= 0.0625 * organised.population.need[$0] + 0x1p-21 })
    #expect(atGoal.count > members.count / 4)
    #expect(organised.population.ledgerBreaches().isEmpty)
  }

  @Test("members keep more of a surplus, half of it as savings")
  func savings() throws {
    let model = try Self.model()
    let alone = Self.trial(model) { _ in }
    let organised = Self.trial(model) { $0.organise { $0 % 2 == 0 } }
    let before = alone.population.householdStates
    for trial in [alone, organised] { trial.advance() }
    let (left, right) = (alone.population.householdStates, organised.population.householdStates)
    var savers = 0
    for household in organised.population.organised
    where left[household].surplus > 64 && before[household].debt == 0 {
      let surplus = (left[household].consumption - right[household].consumption) / 0.04
      let deposit = right[household].savings - before[household].savings
      #expect((deposit - 0.12 * surplus).magnitude < 0x1p-14, "\(household)")
      savers += 1
    }
    #expect(savers > 500)
    #expect(organised.population.ledgerBreaches().isEmpty)
  }
}
