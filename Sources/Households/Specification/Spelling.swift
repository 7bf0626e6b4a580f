/// Finds the known name that a misspelt one most likely means.
package enum Spelling {
  /// The number of insertions, deletions, substitutions and swaps of neighbours that turn one word into another.
  ///
  /// O(n m) time and O(m) space for words of n and m characters (the restricted Damerau-Levenshtein distance).
  /// - Parameters:
  ///   - first: a word.
  ///   - second: another word.
  /// - Returns: 0 for equal words.
  package static func distance(_ first: String, _ second: String) -> Int {
    let (left, right) = (Array(first), Array(second))
    return distance(left, right, atMost: max(left.count, right.count))
  }

  /// The distance of two words where it is within a limit; more than the limit otherwise.
  ///
  /// O(n limit) time: letters farther apart than the limit are never paired, and it ends where no pair is near enough.
  private static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], atMost limit: Int) -> Int {
    let tooFar = limit + 1
    guard (left.count - right.count).magnitude <= limit else { return tooFar }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    var nearestBefore = 0
    for (row, character) in left.enumerated() {
      var current = [Int](repeating: tooFar, count: right.count + 1)
      current[0] = row + 1
      var nearest = current[0]
      for column in max(0, row - limit)..<min(right.count, row + limit + 1) {
        let other = right[column]
        var best = min(previous[column] + (character == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
          best = min(best, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = best
        nearest = min(nearest, best)
      }
      // A swap reaches two rows back.
      if min(nearest, nearestBefore) > limit { return tooFar }
      nearestBefore = nearest
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }

  /// Characters of words that are compared.
  private static let longestWord = 200
  /// Candidates that are compared.
  private static let mostCandidates = 2_000

  /// Whether a name is likely to be another one with a slip in it: a fifth of its letters may differ, at most three.
  ///
  /// Names of a series, which differ in one short word such as a number, are meant to differ.
  /// - Parameters:
  ///   - name: the name that may have the slip.
  ///   - other: the name that may be meant.
  /// - Returns: false for equal names.
  package static func isSlip(_ name: String, for other: String) -> Bool {
    // No letter takes more bytes: what is longer than any word is not taken apart.
    guard name != other, max(name.utf8.count, other.utf8.count) <= 4 * longestWord else { return false }
    let (left, right) = (name.lowercased(), other.lowercased())
    let (letters, others) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    let limit = max(1, min(3, max(letters.count, others.count) / 5))
    guard max(letters.count, others.count) <= longestWord, distance(letters, others, atMost: limit) <= limit else {
      return false
    }
    let (words, otherWords) = (left.split(separator: " "), right.split(separator: " "))
    guard words.count == otherWords.count, words.count > 1 else { return !left.contains(where: \.isNumber) }
    let changed = zip(words, otherWords).filter { $0 != $1 }
    return !changed.contains { pair in
      [pair.0, pair.1].allSatisfy { $0.count <= 2 || $0.contains(where: \.isNumber) }
    }
  }

  /// The candidate nearest to a word, if it is near enough to be meant: about a third of the letters may
  /// differ, or one begins with the other.
  /// - Parameters:
  ///   - word: the misspelt word; one of more than 200 characters is none.
  ///   - candidates: the known words, of which 2000 are looked at; the earlier one wins a tie.
  /// - Returns: the candidate, or nil where none is near.
  package static func nearest(to word: String, among candidates: [String]) -> String? {
    let lowered = word.lowercased()
    var best: (candidate: String, distance: Int)?
    let length = lowered.count
    guard length <= longestWord else { return nil }
    for candidate in candidates.prefix(mostCandidates) {
      let known = candidate.lowercased()
      let isPart = length >= 3 && (known.hasPrefix(lowered) || lowered.hasPrefix(known))
      let limit = max(1, (max(length, known.count) + 1) / 3)
      // Words whose lengths differ more than that need not be compared.
      guard isPart || (length - known.count).magnitude <= limit, known.count <= longestWord else { continue }
      let distance = distance(lowered, known)
      guard isPart || distance <= limit else { continue }
      if best == nil || distance < (best?.distance ?? 0) { best = (candidate, distance) }
    }
    return best?.candidate
  }
}
