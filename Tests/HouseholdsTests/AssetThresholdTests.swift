import Testing

@testable import Households

@Suite struct AssetThresholdTests {
  /// What assets become in a quarter in expectation, step by step from the model's own technique.
  private func next(_ assets: Double, _ scenario: Scenario) -> Double {
    let parameters = scenario.parameters
    let technique = CapitalTechnique(parameters.earn, regime: scenario.regime)
    let income = technique.income(assets: assets, need: 1, marketAccess: 1, skill: 0, inClub: false)
    let lost = parameters.shocks.assetLossProbability * parameters.shocks.assetLossShare
    return (assets + parameters.earn.reinvestedShare * income) * (1 - parameters.trade.depreciation) * (1 - lost)
  }

  @Test("assets stay at the threshold, grow above it and shrink below")
  func repels() throws {
    let scenario = Scenario.small(regime: .threshold)
    let threshold = try #require(scenario.assetThreshold)
    #expect((next(threshold, scenario) - threshold).magnitude < 1e-9)
    #expect(next(1.1 * threshold, scenario) > 1.1 * threshold)
    #expect(next(0.9 * threshold, scenario) < 0.9 * threshold)
  }

  @Test("a search for the point of no growth finds the same")
  func search() throws {
    let scenario = Scenario.small(regime: .threshold)
    var (low, high) = (0.9 * (scenario.assetThreshold ?? 0), 1.2 * (scenario.assetThreshold ?? 0))
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if next(middle, scenario) > middle { high = middle } else { low = middle }
    }
    #expect((low - (scenario.assetThreshold ?? 0)).magnitude < 1e-9)
  }

  @Test("other theories, and returns too low or too high for it, have none")
  func none() {
    #expect(Scenario.small(regime: .convergence).assetThreshold == nil)
    #expect(Scenario.small(regime: .clubs).assetThreshold == nil)
    #expect(Scenario.small { $0.earn.betterProductivity = 0.3 }.assetThreshold == nil)
    #expect(Scenario.small { $0.earn.betterFixedCost = 0 }.assetThreshold == nil)
    #expect(Scenario.small { $0.earn.reinvestedShare = 0 }.assetThreshold == nil)
  }
}
