internal import Notation

/// Labels of categories on an axis, whose long names are broken into lines.
enum CategoryLabels {
  /// The axis of a channel of categories, whose long names are broken into lines of at most so many characters.
  static func axis(_ names: [String], length: Int, hasLine: Bool = true) -> JSONValue {
    let labels = names.map { (name: $0, lines: lines(of: $0, length: length)) }
    func lookup(_ value: ((name: String, lines: [String])) -> JSONValue) -> String {
      JSONValue.object(labels.map { ($0.name, value($0)) }).compact + "[datum.label]"
    }
    // Lines start at the middle of a category: names of several are moved up by half a line for each further one.
    let counts = Set(labels.map(\.lines.count)).sorted().filter { $0 > 1 }
    let moves = counts.map { count -> JSONValue in
      [
        "test": .text(lookup { .whole($0.lines.count) } + " === \(count)"),
        "value": .real(-0.5 * lineHeight * Double(count - 1)),
      ]
    }
    return [
      "labelExpr": .text(lookup { .texts($0.lines) }), "labelOverlap": false,
      "labelOffset": ["condition": .list(moves), "value": 0], "ticks": false, "grid": false,
      "domain": .truth(hasLine),
    ]
  }

  /// Height of a category that holds any of the names in lines, pixels.
  static func height(_ names: [String], length: Int) -> Int {
    Int(lineHeight) * (names.map { lines(of: $0, length: length).count }.max() ?? 1) + 8
  }

  /// Height of a line of labels, pixels.
  private static let lineHeight = 14.0

  /// A text in lines of at most so many characters, broken between words, and in long words after a mark or else where
  /// the line ends.
  static func lines(of text: String, length: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= length {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines += word.count <= length ? [String(word)] : parts(of: word, length: length)
      }
    }
    return lines
  }

  private static func parts(of word: Substring, length: Int) -> [String] {
    var pieces: [String] = [""]
    for character in word {
      if pieces[pieces.count - 1].count == length { pieces.append("") }
      pieces[pieces.count - 1].append(character)
      if "._-/".contains(character) { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }.reduce(into: []) { parts, piece in
      if let last = parts.last, last.count + piece.count <= length {
        parts[parts.count - 1] = last + piece
      } else {
        parts.append(piece)
      }
    }
  }
}
