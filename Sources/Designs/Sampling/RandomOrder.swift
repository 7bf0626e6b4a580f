/// A whole number below a bound n, 1...2^31, from a random word.
///
///     floor(word n / 2^32)
///
/// Probabilities differ by at most 2^-32.
func wholeNumber(from word: UInt32, below bound: Int) -> Int {
  Int(truncatingIfNeeded: (UInt64(word) * UInt64(bound)) >> 32)
}

/// So many numbers from 0 in a random order, by the random word of each place.
///
/// All orders are as likely but for the bias of `wholeNumber(from:below:)`.
/// - Complexity: O(count).
///
/// Source: Durstenfeld 1964, algorithm 235, doi:10.1145/364520.364540.
func randomOrder(_ count: Int, word: (Int) -> UInt32) -> [Int] {
  var order = Array(0..<count)
  for place in stride(from: count - 1, to: 0, by: -1) {
    order.swapAt(place, wholeNumber(from: word(place), below: place + 1))
  }
  return order
}
