/// Markdown as pandoc, GitHub and editors read it.
enum Markdown {
  /// A table with a heading row.
  static func table(_ headings: [String], _ rows: [[String]]) -> String {
    let lines = [headings, headings.map { _ in "---" }] + rows
    return lines.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// Blocks with an empty line between them.
  static func blocks(_ blocks: [String]) -> String { blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") }

  static func list(_ items: [String]) -> String { items.map { "- \($0)" }.joined(separator: "\n") }

  static func numbered(_ items: [String]) -> String {
    items.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: "\n")
  }

  /// A text on one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A text of others, so that it reads as it was written.
  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Character?
    for (index, character) in zip(text.indices, text) {
      let next = text.index(after: index)
      let isInside = previous.map(isWordPart) == true && next < text.endIndex && isWordPart(text[next])
      // An underscore inside of a word stands for itself.
      if "\\`*<".contains(character) || (character == "_" && !isInside) { result += "\\" }
      result.append(character)
      previous = character
    }
    return result
  }

  private static func isWordPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func cell(_ text: String) -> String { line(text).replacing("|", with: "\\|") }
}

extension String {
  /// The text as Markdown shows words that others have written.
  var escaped: String { Markdown.escaped(self) }
  /// The text as Markdown shows what is typed.
  var code: String { "`\(self)`" }
}
