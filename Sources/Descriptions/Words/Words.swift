/// Turns of phrase that all descriptions share.
enum Words {
  /// `a`, `a and b`, `a, b and c`.
  static func listed(_ words: [String], last: String = "and") -> String {
    guard let final = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  /// `1 year`, `2,000 years`.
  static func counted(_ count: Double, _ one: String, _ many: String) -> String {
    "\(Figures.number(count)) \(count == 1 ? one : many)"
  }

  /// `1 year`, `2,000 years`.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String { counted(Double(count), one, many) }

  /// A sentence: its first letter raised, a full stop at its end.
  static func sentence(_ text: String) -> String {
    let raised = capitalised(text)
    return raised.last.map { ".?!".contains($0) } == true ? raised : raised + "."
  }

  /// A text with its first letter raised.
  static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  /// A word of a scenario file as it reads in a text: `poorest_first` becomes `poorest first`, `non_poor` `non-poor`.
  static func plain(_ key: String) -> String { key.replacing("non_", with: "non-").replacing("_", with: " ") }
}
