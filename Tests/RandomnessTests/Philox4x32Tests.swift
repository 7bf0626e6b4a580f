@testable import Randomness
import Testing

@Suite struct Philox4x32Tests {
  /// A plain version of the definition, with 128-bit state in arrays and full products.
  static func slowBlock(counter: [UInt32], key: [UInt32]) -> [UInt32] {
    var state = counter
    var roundKey = key
    for round in 0..<10 {
      if round > 0 {
        roundKey[0] &+= 0x9e37_79b9
        roundKey[1] &+= 0xbb67_ae85
      }
      let first = UInt32(0xd251_1f53).multipliedFullWidth(by: state[0])
      let second = UInt32(0xcd9e_8d57).multipliedFullWidth(by: state[2])
      state = [second.high ^ state[1] ^ roundKey[0], second.low, first.high ^ state[3] ^ roundKey[1], first.low]
    }
    return state
  }

  @Test("the known answers of the authors' library, Random123, for philox4x32 with 10 rounds")
  func knownAnswers() {
    let zeros = Philox4x32.block(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(zeros == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))

    let one = UInt32.max
    let ones = Philox4x32.block(counter: (one, one, one, one), key: (one, one))
    #expect(ones == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))

    let digitsOfPi = Philox4x32.block(
      counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
    #expect(digitsOfPi == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test("agrees with a plain version of the definition")
  func slowReference() {
    for index in 0..<2000 as Range<UInt32> {
      let counter = [index, index &* 0x9e37_79b9, ~index, index << 7]
      let key = [index &* 77, index ^ 0xdead_beef]
      let words = Philox4x32.block(counter: (counter[0], counter[1], counter[2], counter[3]), key: (key[0], key[1]))
      #expect([words.0, words.1, words.2, words.3] == Self.slowBlock(counter: counter, key: key))
    }
  }

  @Test("one flipped bit of counter or key flips about half of the bits")
  func avalanche() {
    // 192 positions x 100 blocks x 128 bits, each flipped with probability 1/2: five standard errors.
    var flips = 0
    var trials = 0
    for block in 0..<100 as Range<UInt32> {
      let words = [block, block &* 2_654_435_761, 3, 4, 5, block]
      let original = Self.slowBlock(counter: Array(words[..<4]), key: Array(words[4...]))
      for position in 0..<192 {
        var changed = words
        changed[position / 32] ^= 1 << UInt32(position % 32)
        let other = Philox4x32.block(
          counter: (changed[0], changed[1], changed[2], changed[3]), key: (changed[4], changed[5]))
        flips += (other.0 ^ original[0]).nonzeroBitCount + (other.1 ^ original[1]).nonzeroBitCount
        flips += (other.2 ^ original[2]).nonzeroBitCount + (other.3 ^ original[3]).nonzeroBitCount
        trials += 128
      }
    }
    let standardError = (Double(trials) / 4).squareRoot()
    #expect((Double(flips) - Double(trials) / 2).magnitude < 5 * standardError)
  }
}
