import CostEffectiveness
import Randomness

/// Strategies with small whole costs and effects, among which there are ties and straight lines.
func randomStrategies(_ count: Int, trial: Int) -> [Strategy] {
  let stream = RandomStream(seed: 11, replication: UInt32(trial))
  return (0..<count).map { index in
    let words = stream.draw(entity: UInt32(index), quarter: 0, purpose: Purpose(label: "strategies"))
    return Strategy(
      name: "\(index)", cost: Double(words.word0 % 21) - 5, effect: Double(words.word1 % 16) - 5)
  }
}
