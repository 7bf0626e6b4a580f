/// The parts of two long lines in which they begin to differ.
enum LineExcerpt {
  private static let before = 24
  private static let length = 60

  /// Cuts both lines at the same place, without indentation and final comma unless these are what differs.
  static func pair(_ first: String, _ second: String) -> (String, String) {
    let trimmed = (trimmed(first), trimmed(second))
    let (first, second) = trimmed.0 == trimmed.1 ? (first, second) : trimmed
    let same = zip(first, second).prefix { $0 == $1 }.count
    return (cut(first, at: same), cut(second, at: same))
  }

  private static func cut(_ line: String, at place: Int) -> String {
    let start = line.count > length ? max(0, place - before) : 0
    let rest = line.dropFirst(start)
    return (start > 0 ? "..." : "") + rest.prefix(length) + (rest.count > length ? "..." : "")
  }

  private static func trimmed(_ line: String) -> String {
    let text = line.drop { $0 == " " }
    return String(text.hasSuffix(",") ? text.dropLast() : text)
  }
}
