import ExactMath
import Simulation
import Testing

@testable import Households

@Suite struct ProgrammeDeliveryTests {
  private static func trial(_ package: Intervention..., change: (inout Parameters) -> Void = { _ in }) throws -> Trial {
    let model = try Scenario.small().model()
    var programme = try Programme.small()
    programme.package = package
    return Trial(model, model.baseline.changing(change).with(programme))
  }

  private static func quarters(_ trial: Trial, _ intervention: String) -> [Int: Double] {
    Dictionary(uniqueKeysWithValues: trial.costs(intervention).map { ($0.quarter, $0.units) })
  }

  @Test("instalments follow each other, and costs are booked when they are paid")
  func instalments() throws {
    let trial = try Self.trial(.make("cash", .cashTransfer(amount: 3000, quarters: 4), cost: 100))
    trial.advance(8)
    #expect(Self.quarters(trial, "cash") == [1: 5000, 2: 5000, 3: 5000, 4: 5000])
    #expect(trial.costs("cash").allSatisfy { $0.pkr == 1000 * 5000 * modelMoney(3100) })
  }

  @Test("delivery waits for the delay")
  func delay() throws {
    let trial = try Self.trial(
      .make("cash", .cashTransfer(amount: 3000, quarters: 3), delay: 2),
      .make("assets", .assetGrant(amount: 1), delay: 5))
    trial.advance(8)
    #expect(Self.quarters(trial, "cash") == [3: 5000, 4: 5000, 5: 5000])
    #expect(Self.quarters(trial, "assets") == [6: 5000])
  }

  @Test("cash arrives with the income of the next quarter")
  func cashArrival() throws {
    let model = try Scenario.small().model()
    let without = Trial(model)
    let trial = Trial(model, model.baseline.with(try .small(.cash)))
    trial.advance()
    without.advance()
    let amount = modelMoney(5000)
    #expect(trial.population.householdStates.allSatisfy { $0.promised == amount })
    #expect(trial.population.total(.transfers) == 0)
    #expect(
      zip(trial.population.householdStates, without.population.householdStates)
        .allSatisfy { $0.consumption == $1.consumption && $0.assets == $1.assets && $0.state == $1.state })
    trial.advance()
    without.advance()
    #expect(trial.population.householdStates.allSatisfy { $0.promised == 0 })
    #expect(trial.population.total(.transfers) == 5000 * amount)
    #expect(
      zip(trial.population.householdStates, without.population.householdStates)
        .allSatisfy { $0.welfare >= $1.welfare && $0.surplus >= $1.surplus })
  }

  @Test("take-up and completion happen with their probabilities", arguments: [(0.7, 0.6), (0.25, 0.9)])
  func chances(takeUp: Double, completion: Double) throws {
    let trial = try Self.trial(
      .make("awareness", .awarenessTraining(gain: 0.5), cost: 100, takeUp: takeUp, completion: completion))
    trial.advance()
    let taken = Double(trial.served().count)
    #expect((taken / 5000 - takeUp).magnitude < 5 * (takeUp * (1 - takeUp) / 5000).squareRoot())
    let completed = Double(trial.population.householdStates.filter { $0.awareness >= 0.5 }.count)
    #expect((completed / taken - completion).magnitude < 5 * (completion * (1 - completion) / taken).squareRoot())
    // Who drops out has cost as much.
    #expect(trial.costs("awareness").map(\.units) == [taken])
  }

  @Test("interventions with one key are taken up together, others independently")
  func takeUpKeys() throws {
    func part(_ name: String, _ kind: Intervention.Kind, key: String?) -> Intervention {
      Intervention(name: name, kind: kind, deliveryCost: 0, takeUp: 0.5, takeUpKey: key)
    }
    let trial = try Self.trial(
      part("savings", .savingsDeposit(amount: 10), key: "package"),
      part("coach", .coaching(quarters: 1), key: "package"),
      part("awareness", .awarenessTraining(gain: 0.5), key: nil))
    let before = trial.population.householdStates
    trial.advance()
    let after = trial.population.householdStates
    let coached = after.indices.filter { after[$0].coaching > 0 }
    let units = ["savings", "coach"].flatMap { trial.costs($0).map(\.units) }
    #expect(units == [Double(coached.count), Double(coached.count)])
    #expect(coached.allSatisfy { after[$0].savings >= modelMoney(10) || before[$0].savings > 0 })
    let both = Double(coached.filter { after[$0].awareness >= 0.5 }.count) / 5000
    #expect((both - 0.25).magnitude < 5 * (0.25 * 0.75 / 5000).squareRoot())
  }

  @Test("the stock of coaching is 1 while it lasts and then fades by a tenth a quarter")
  func coaching() throws {
    let trial = try Self.trial(.make("coach", .coaching(quarters: 3)))
    var stocks: [Float] = []
    for _ in 1...6 {
      trial.advance()
      let stock = trial.population.coaching[0]
      #expect(trial.population.householdStates.allSatisfy { $0.coaching == stock })
      stocks.append(stock)
    }
    let expected: [Float] = [1, 1, 1, 0.9, 0.81, 0.729]
    #expect(zip(stocks, expected).allSatisfy { ($0 - $1).magnitude < 1e-6 })
  }

  @Test("the stock of awareness adds up to at most 1 and fades by a twentieth a quarter")
  func awareness() throws {
    let trial = try Self.trial(
      .make("first", .awarenessTraining(gain: 0.6)), .make("second", .awarenessTraining(gain: 0.7), delay: 2))
    var stocks: [Float] = []
    for _ in 1...4 {
      trial.advance()
      stocks.append(trial.population.awareness[0])
    }
    let expected: [Float] = [0.6, 0.57, 1, 0.95]
    #expect(zip(stocks, expected).allSatisfy { ($0 - $1).magnitude < 1e-6 })
  }

  @Test("neighbours hear of what was taught, a share of the mean of their neighbourhood")
  func spread() throws {
    let trial = try Self.trial(.make("awareness", .awarenessTraining(gain: 0.5), takeUp: 0.5)) {
      $0.programmes.awarenessSpread = 0.4
    }
    trial.advance()
    let (population, trained) = (trial.population, Set(trial.served()))
    for neighbourhood in population.neighbourhoods {
      let members = population.geography.members(ofNeighbourhood: neighbourhood)
      let taught = members.filter { trained.contains($0) }.count
      let heard = 0.4 * 0.5 * Double(taught) / Double(members.count)
      for household in members {
        let expected = trained.contains(household) ? 0.5 : heard
        #expect((Double(population.awareness[household]) - expected).magnitude < 1e-6, "\(household)")
      }
    }
    #expect((1..<5000).contains(trained.count))
  }

  @Test("trainings reach those who are ready for them", arguments: [1, 2, 3])
  func skill(level: Int) throws {
    let trial = try Self.trial(.make("training", .skillTraining(level: level), cost: 10))
    for household in 0..<5000 { trial.population.skill[household] = UInt8(household % 4) }
    trial.advance()
    // From none, basic, vocational and advanced skill.
    let expected = [[1, 1, 2, 3], [2, 2, 2, 3], [0, 1, 3, 3]][level - 1]
    for household in 0..<5000 { #expect(Int(trial.population.skill[household]) == expected[household % 4]) }
    #expect(trial.costs("training").map(\.units) == [[1250, 2500, 1250][level - 1]])
  }

  @Test("one course after the other leads from no skill to the highest")
  func ladder() throws {
    let trial = try Self.trial(
      .make("vocational", .skillTraining(level: 2)), .make("advanced", .skillTraining(level: 3), delay: 1))
    for household in 0..<5000 { trial.population.skill[household] = 0 }
    trial.advance(2)
    #expect(trial.population.householdStates.allSatisfy { $0.skill == 3 })
  }

  @Test("the household's part of a matching grant comes from savings and surplus and becomes assets")
  func matchingGrant() throws {
    let model = try Scenario.small { $0.programmes.windfallShare = 0.5 }.model()
    let settled = model.settled(replication: 0)
    // The first has savings enough, the others have none.
    for household in 0..<settled.households { settled.savings[household] = household < 100 ? 1000 : 0 }
    let programme = try Programme.small(.make("match", .matchingGrant(amount: 20_000, householdShare: 0.4), cost: 700))
    let trial = Trial(model, model.baseline.with(programme), settled: settled)
    let without = Trial(model, settled: settled)
    trial.advance()
    without.advance()
    let amount = roundToMoneyGrid(modelMoney(20_000))
    let contribution = roundToMoneyGrid(0.4 * amount)
    let gift = amount - contribution
    let kept = roundToMoneyGrid(0.5 * gift)
    var granted = 0.0
    for household in 0..<settled.households {
      let (with, without) = (
        HouseholdState(trial.population, household), HouseholdState(without.population, household)
      )
      let surplus = max(0, Double(without.surplus) / 1024 * without.need)
      let canPay = contribution <= without.savings + surplus
      #expect(with.assets == without.assets + (canPay ? contribution + kept : 0))
      guard canPay else {
        #expect(with.savings == without.savings && with.promised == 0)
        continue
      }
      granted += 1
      #expect(with.savings == max(0, without.savings - contribution))
      #expect(with.promised == gift - kept + min(0, without.savings - contribution))
    }
    #expect(granted > 100 && granted < 5000)
    #expect(trial.costs("match").map(\.units) == [granted])
    #expect(trial.costs("match").map(\.pkr) == [1000 * granted * modelMoney(0.6 * 20_000 + 700)])
  }
}
