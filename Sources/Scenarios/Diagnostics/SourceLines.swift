/// The lines of a text as YAML counts them, and where in them something stands.
struct SourceLines {
  private let lines: [Substring.UnicodeScalarView]

  /// Finds the lines of a text.
  /// - Complexity: O(n).
  init(_ text: String) {
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var position = start
    while position < scalars.endIndex {
      let next = scalars.index(after: position)
      if Self.isBreak(scalars[position]) {
        lines.append(scalars[start..<position])
        let isWide = scalars[position] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
        start = isWide ? scalars.index(after: next) : next
        position = start
      } else {
        position = next
      }
    }
    lines.append(scalars[start...])
    self.lines = lines
  }

  /// A line and the column in which its part begins, from 1: the line from its first character on, or as much of it
  /// around the column as messages show.
  /// - Returns: nil where there is no such line.
  func excerpt(line: Int, column: Int, atMost width: Int) -> (text: String, column: Int)? {
    guard lines.indices.contains(line - 1) else { return nil }
    let scalars = lines[line - 1]
    guard column - scalars.prefix(while: { $0 == " " }).count > width,
      let far = scalars.index(scalars.startIndex, offsetBy: width, limitedBy: scalars.endIndex),
      far < scalars.endIndex
    else { return (String(String.UnicodeScalarView(scalars.prefix(2 * width))), column) }
    let skipped = column - 1 - width / 4
    return ("..." + String(String.UnicodeScalarView(scalars.dropFirst(skipped).prefix(2 * width))), width / 4 + 4)
  }

  /// The line and the column, from 1, of what follows a part of a text.
  static func place(after part: Substring) -> (line: Int, column: Int) {
    var (line, column, wasReturn) = (1, 1, false)
    for scalar in part.unicodeScalars {
      if scalar == "\n", wasReturn {
        wasReturn = false
      } else if isBreak(scalar) {
        (line, column, wasReturn) = (line + 1, 1, scalar == "\r")
      } else {
        (column, wasReturn) = (column + 1, false)
      }
    }
    return (line, column)
  }

  /// Where more brackets and braces are open than a limit, outside quotes and comments; nil where they never are.
  static func placeOfBrackets(deeperThan limit: Int, in text: String) -> (line: Int, column: Int)? {
    var open = 0
    var quote: UInt8?
    var isComment = false
    var (before, lastVisible) = (UInt8(ascii: "\n"), UInt8(ascii: ":"))
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): (isComment, quote, lastVisible) = (false, nil, UInt8(ascii: ":"))
      case _ where isComment: break
      case UInt8(ascii: "#") where quote == nil && before <= UInt8(ascii: " "): isComment = true
      // A quote begins where a value does; behind a word it is part of it.
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        if quote == byte { quote = nil } else if quote == nil, "[{,:-?".utf8.contains(lastVisible) { quote = byte }
      case UInt8(ascii: "["), UInt8(ascii: "{"): if quote == nil { open += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): if quote == nil { open = max(0, open - 1) }
      default: break
      }
      if open > limit { return place(after: text[..<text.utf8.index(text.startIndex, offsetBy: offset)]) }
      before = byte
      if byte > UInt8(ascii: " ") { lastVisible = byte }
    }
    return nil
  }

  /// Where a word stands the second time as a key: at the same column further down, else later in the same line.
  func secondKey(_ key: String, after first: (line: Int, column: Int)) -> (line: Int, column: Int) {
    let word = Array((key + ":").unicodeScalars)
    for index in lines.indices.dropFirst(first.line) {
      let before = lines[index].prefix(first.column - 1)
      if before.allSatisfy({ $0 == " " || $0 == "-" }), lines[index].dropFirst(first.column - 1).starts(with: word) {
        return (index + 1, first.column)
      }
    }
    guard lines.indices.contains(first.line - 1) else { return first }
    var rest = lines[first.line - 1].dropFirst(first.column)
    var column = first.column + 1
    while !rest.isEmpty {
      if rest.starts(with: word) { return (first.line, column) }
      rest = rest.dropFirst()
      column += 1
    }
    return first
  }

  /// Line feeds, carriage returns, and the breaks of Unicode.
  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
