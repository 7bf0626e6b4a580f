@testable import Randomness

extension RandomWords {
  /// Four given words.
  init(_ word0: UInt32, _ word1: UInt32, _ word2: UInt32, _ word3: UInt32) {
    self.init(lanes: (UInt64(word0), UInt64(word1), UInt64(word2), UInt64(word3)))
  }
}

extension Philox4x32 {
  /// The words of a block.
  static func block(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    let words = RandomWords(lanes: lanes(counter: counter, key: key))
    return (words.word0, words.word1, words.word2, words.word3)
  }
}
