/// What a sentence must not hold.
enum Prose {
  /// Whether a line shows how a value is kept instead of the value.
  static func hasLeftovers(_ line: Substring) -> Bool {
    line.split { !$0.isLetter }.contains { ["nil", "Optional", "nan", "inf"].contains($0) }
  }

  /// Slips of punctuation, empty phrases, and plurals of one.
  static func slips(in line: Substring) -> [String] {
    let text = line.drop { $0 == " " }
    let marks = [" ,", " .", " ;", " :", " )", "  ", "..", ",,", ",.", ".,", "()", "“”"].filter { text.contains($0) }
    let words = text.split { $0 != "," && !$0.isLetter && !$0.isNumber }
    let pairs = zip(words, words.dropFirst()).filter { $0 == "1" && plurals.contains(String($1)) }
    let joined = zip(text, text.dropFirst()).filter { ".,;".contains($0) && $1.isUppercase }.map { "\($0)\($1)" }
    return marks + joined + pairs.map { "\($0) \($1)" }
  }

  private static let plurals = [
    "quarters", "years", "households", "visits", "points", "values", "persons", "organisers", "replications",
  ]
}
