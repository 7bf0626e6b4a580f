import ExactMath
@testable import Randomness
import Testing

@Suite struct RandomWordsTests {
  @Test("uniform numbers sit in the middle of their intervals, and never at the ends")
  func knownUniforms() {
    let lowest = RandomWords(0, 0, 0, 0)
    #expect(lowest.uniform0 == 0x1p-33)
    #expect(lowest.wideUniform0 == 0x1p-53)
    let highest = RandomWords(.max, .max, .max, .max)
    #expect(highest.uniform3 == 1 - 0x1p-33)
    #expect(highest.wideUniform1 == 1 - 0x1p-53)
    let words = RandomWords(0x8000_0000, 1 << 12, 0x4000_0000, 0xfff)
    #expect(words.uniform0 == 0.5 + 0x1p-33)
    #expect(words.uniform1 == 0x1p-20 + 0x1p-33)
    #expect(words.uniform2 == 0.25 + 0x1p-33)
    #expect(words.uniform3 == 4095.5 * 0x1p-32)
    #expect(words.wideUniform0 == 0.5 + 0x1p-52 + 0x1p-53)
    #expect(words.wideUniform1 == 0.25 + 0x1p-53)
  }

  @Test("wide uniforms agree with plain integer arithmetic")
  func slowReference() {
    let stream = RandomStream(seed: 3, replication: 0)
    for entity in 0..<2000 as Range<UInt32> {
      let words = stream.draw(entity: entity, quarter: 0, purpose: Purpose(rawValue: 1))
      let bits = (UInt64(words.word0) << 32 | UInt64(words.word1)) / 4096
      #expect(words.wideUniform0 == Double(2 * bits + 1) / 9_007_199_254_740_992)
      let otherBits = (UInt64(words.word2) << 32 | UInt64(words.word3)) / 4096
      #expect(words.wideUniform1 == Double(2 * otherBits + 1) / 9_007_199_254_740_992)
    }
  }

  @Test("normal and exponential numbers are quantiles of the wide uniforms, finite at the extremes")
  func inverses() {
    let words = RandomWords(0x1234_5678, 0x9abc_def0, 0xfedc_ba98, 0x7654_3210)
    #expect(words.normal0 == normalQuantile(words.wideUniform0))
    #expect(words.normal1 == normalQuantile(words.wideUniform1))
    #expect(exponentialVariate(words.wideUniform0) == -naturalLogarithm(words.wideUniform0))
    for word in [0, UInt32.max] {
      let extreme = RandomWords(word, word, word, word)
      #expect(extreme.normal0.magnitude < 8.3)
      #expect(exponentialVariate(extreme.wideUniform0) >= 0 && exponentialVariate(extreme.wideUniform0) < 36.8)
    }
  }
}
