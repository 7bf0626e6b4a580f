import CostEffectiveness
import Testing

@Suite("Strategy")
struct StrategyTests {
  @Test("strategies are told apart by name, cost and effect")
  func equality() {
    #expect(Strategy(name: "a", cost: 1, effect: 2) != Strategy(name: "a", cost: 1, effect: 3))
  }

  @Test("net benefit is what the effect is worth less what it costs")
  func netBenefit() {
    let strategy = Strategy(name: "a", cost: 30, effect: 4)
    #expect(strategy.netBenefit(willingnessToPay: 10) == 10)
    #expect(strategy.netBenefit(willingnessToPay: 0) == -30)
  }
}
