import CostEffectiveness
import Foundation
import Randomness
import Testing

@Suite("Acceptability")
struct AcceptabilityTests {
  /// Nothing is done, or 10 is spent for one or three units with the same chance.
  private static let coin = OutcomeDraws(count: 2, strategies: 2) { draw in
    [(0, 0), (10, draw == 0 ? 1 : 3)]
  }

  @Test("a toss of a coin, worked out by hand")
  func coinToss() {
    let low = Acceptability(Self.coin, willingnessToPay: 4)
    #expect(low.netBenefits == [0, -2])
    #expect(low.probabilities == [0.5, 0.5])
    #expect(low.choice == 0)
    #expect(low.valueOfPerfectInformation == 1)
    let high = Acceptability(Self.coin, willingnessToPay: 6)
    #expect(high.netBenefits == [0, 2])
    #expect(high.choice == 1)
    #expect(high.valueOfPerfectInformation == 2)
  }

  @Test("the choice need not be the strategy that is best most often")
  func rareGain() {
    let draws = OutcomeDraws(count: 10, strategies: 2) { [(0, 0), (0, $0 == 0 ? 100 : -1)] }
    let judged = Acceptability(draws, willingnessToPay: 1)
    #expect(judged.probabilities == [0.9, 0.1])
    #expect(judged.choice == 1)
  }

  @Test("strategies that tie share the draw, and certainty is worth nothing")
  func ties() {
    let draws = OutcomeDraws(count: 3, strategies: 4) { _ in [(1, 1), (1, 1), (1, 1), (2, 1)] }
    let judged = Acceptability(draws, willingnessToPay: 5)
    let third = 1.0 / 3
    #expect(judged.probabilities == [third, third, third, 0])
    #expect(judged.choice == 0)
    #expect(judged.valueOfPerfectInformation == 0)
  }

  @Test("for a normal net benefit information is worth the unit normal loss")
  func normalLoss() {
    let (mean, deviation, count) = (2.0, 5.0, 40_000)
    let stream = RandomStream(seed: 3, replication: 1)
    let draws = OutcomeDraws(count: count, strategies: 2) { draw in
      let normal = stream.draw(entity: UInt32(draw), quarter: 0, purpose: Purpose(label: "benefit")).normal0
      return [(0, 0), (0, mean + deviation * normal)]
    }
    let judged = Acceptability(draws, willingnessToPay: 1)
    let z = mean / deviation
    let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
    let below = erfc(z / 2.0.squareRoot()) / 2
    // Of max(0, B) - B, whose deviation is less than that of B.
    let error = 4 * deviation / Double(count).squareRoot()
    #expect(abs(judged.valueOfPerfectInformation - deviation * (density - z * below)) < error)
    #expect(abs(judged.probabilities[0] - below) < 4 * (below * (1 - below) / Double(count)).squareRoot())
  }

  // MARK: - Invariants

  private static func randomDraws(_ trial: Int, strategies: Int) -> [[(cost: Double, effect: Double)]] {
    let stream = RandomStream(seed: 5, replication: UInt32(trial))
    return (0..<60).map { draw in
      (0..<strategies).map { strategy in
        let words = stream.draw(entity: UInt32(draw), quarter: Int32(strategy), purpose: Purpose(label: "draws"))
        return (100 * words.uniform0, Double(strategy) * words.uniform1)
      }
    }
  }

  @Test("probabilities sum to one and information is never worth less than nothing")
  func sums() {
    for trial in 0..<20 {
      let outcomes = Self.randomDraws(trial, strategies: 5)
      let draws = OutcomeDraws(count: outcomes.count, strategies: 5) { outcomes[$0] }
      for willingness in stride(from: 0.0, through: 400, by: 50) {
        let judged = Acceptability(draws, willingnessToPay: willingness)
        #expect(abs(judged.probabilities.reduce(0, +) - 1) < 1e-12)
        #expect(judged.valueOfPerfectInformation >= 0)
        #expect(judged.netBenefits[judged.choice] == judged.netBenefits.max())
      }
    }
  }

  @Test("a strategy that is dominated in every draw changes nothing else")
  func dominatedMore() {
    let outcomes = Self.randomDraws(1, strategies: 3)
    let without = Acceptability(OutcomeDraws(count: 60, strategies: 3) { outcomes[$0] }, willingnessToPay: 100)
    let with = Acceptability(
      OutcomeDraws(count: 60, strategies: 4) { outcomes[$0] + [(1_000, -1)] }, willingnessToPay: 100)
    #expect(with.probabilities == without.probabilities + [0])
    #expect(with.choice == without.choice)
    #expect(with.valueOfPerfectInformation == without.valueOfPerfectInformation)
  }

  @Test("the same sum added to all costs in a draw changes no probability and no value of information")
  func commonCosts() {
    let outcomes = Self.randomDraws(2, strategies: 3)
    let plain = Acceptability(OutcomeDraws(count: 60, strategies: 3) { outcomes[$0] }, willingnessToPay: 100)
    let dearer = Acceptability(
      OutcomeDraws(count: 60, strategies: 3) { draw in outcomes[draw].map { ($0.cost + 64, $0.effect) } },
      willingnessToPay: 100)
    #expect(dearer.probabilities == plain.probabilities)
    #expect(abs(dearer.valueOfPerfectInformation - plain.valueOfPerfectInformation) < 1e-9)
  }

  @Test("choices from means agree with the efficiency frontier of the means")
  func frontierOfMeans() {
    let outcomes = Self.randomDraws(3, strategies: 5)
    let draws = OutcomeDraws(count: outcomes.count, strategies: 5) { outcomes[$0] }
    let frontier = EfficiencyFrontier(
      (0..<5).map { strategy in
        Strategy(
          name: "\(strategy)", cost: outcomes.reduce(0) { $0 + $1[strategy].cost } / 60,
          effect: outcomes.reduce(0) { $0 + $1[strategy].effect } / 60)
      })
    for willingness in stride(from: 0.0, through: 500, by: 7) {
      let judged = Acceptability(draws, willingnessToPay: willingness)
      #expect(judged.choice == frontier.best(willingnessToPay: willingness))
    }
  }

  @Test("net benefits that differ by rounding tie")
  func tiesButForRounding() {
    let draws = OutcomeDraws(count: 10, strategies: 3) { draw in
      let gain = 1 + Double(draw)
      return [(0.3 * gain, gain), ((0.1 + 0.2) * gain, gain), (gain, gain)]
    }
    let judged = Acceptability(draws, willingnessToPay: 7)
    #expect(judged.probabilities == [0.5, 0.5, 0])
    #expect(judged.netBenefits[0] == judged.netBenefits[1])
    #expect(judged.choice == 0 && judged.valueOfPerfectInformation == 0)
  }

  @Test("a net benefit that is rounding beside what is gained and paid is 0")
  func nothingGained() {
    let draws = OutcomeDraws(count: 3, strategies: 2) { _ in [(0, 0), (0.3, 0.1)] }
    let judged = Acceptability(draws, willingnessToPay: 3)
    #expect(judged.netBenefits == [0, 0])
    #expect(judged.probabilities == [0.5, 0.5])
    #expect(judged.choice == 0 && judged.valueOfPerfectInformation == 0)
  }
}
