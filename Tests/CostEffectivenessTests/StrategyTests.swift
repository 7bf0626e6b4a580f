import CostEffectiveness
import Testing

@Suite("Strategy")
struct StrategyTests {
  @Test("strategies are told apart by name, cost and effect")
  func equality() {
    #expect(Strategy(name: "a", cost: 1, effect: 2) != Strategy(name: "a", cost: 1, effect: 3))
  }
}
