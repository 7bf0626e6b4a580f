/// A whole number below a bound from a random word.
///
///     floor(word n / 2^32)
///
/// - Parameters:
///   - word: Uniform over 0...2^32 - 1.
///   - bound: The bound n, 1...2^31.
/// - Returns: A number 0 ..< n; probabilities differ by at most 2^-32.
func wholeNumber(from word: UInt32, below bound: Int) -> Int {
  Int(truncatingIfNeeded: (UInt64(word) * UInt64(bound)) >> 32)
}

/// The numbers from 0 in a random order.
///
/// - Parameters:
///   - count: How many.
///   - word: The random word of each place.
/// - Returns: A permutation of 0 ..< count; all are as likely but for the bias of `wholeNumber(from:below:)`.
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
