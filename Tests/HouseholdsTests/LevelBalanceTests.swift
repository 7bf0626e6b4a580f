import ExactMath
import Testing

@testable import Households

@Suite struct LevelBalanceTests {
  @Test("flows that differ by a factor are evened out by half its logarithm on either side")
  func even() {
    var balance = LevelBalance()
    var flows = [Double](repeating: 1, count: 18)
    flows[2] = 4
    flows[3] = 1
    flows[4] = 0
    balance.even(flows)
    #expect((balance.shifts[1] + naturalLogarithm(2)).magnitude < 1e-15)
    #expect(balance.shifts.enumerated().allSatisfy { $0.offset == 1 || $0.element == 0 })
    let before = DependencyParameters()
    let after = before.balanced(by: balance)
    // Up from tied is made harder, down from precarious easier; nothing else moves.
    let (up, down) = (
      Feature.tied.rawValue, Feature.precarious.rawValue + Feature.count * Move.economicDown.rawValue
    )
    #expect(after.coefficients[up] == before.coefficients[up] + balance.shifts[1])
    #expect(after.coefficients[down] == before.coefficients[down] - balance.shifts[1])
    #expect(zip(after.coefficients, before.coefficients).filter { $0 != $1 }.count == 2)
  }

  @Test("flows are evened every fourth quarter, but not in that of the opening")
  func quarters() {
    #expect((-23...0).filter { LevelBalance.isTaken(step: $0) } == [-21, -17, -13, -9, -5, -1])
  }

  @Test("shares of levels stay as long as no programme comes", arguments: Regime.allCases)
  func steady(regime: Regime) throws {
    let scenario = Scenario.small(households: 20_000, years: 10, regime: regime)
    let model = try scenario.model()
    let settled = model.settled(replication: 1)
    func shares(_ population: Population) -> [Double] {
      let states = population.householdStates
      return [\HouseholdState.economic, \.social, \.political].flatMap { place in
        (0..<4).map { level in Double(states.filter { $0[keyPath: place] == level }.count) / Double(states.count) }
      }
    }
    let future = model.future(of: scenario, from: settled, replication: 1)
    let before = shares(future.population)
    for _ in 0..<40 { future.advance() }
    for (level, (start, end)) in zip(before, shares(future.population)).enumerated() {
      #expect((start - end).magnitude < 0.02, "level \(level): \(start), \(end)")
    }
  }
}
