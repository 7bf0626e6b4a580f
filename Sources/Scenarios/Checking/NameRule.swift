import Notation

/// What names, and other words that become cells of tables, must be.
enum NameRule {
  /// Characters of a name at most.
  static let longest = 200

  /// Why a text is no name; nil where it is one.
  static func problem(of text: String) -> Problem? {
    if text.unicodeScalars.count > longest { return .tooLong(text, limit: longest) }
    let hidden = VisibleText.hidden(in: text)
    if !hidden.isEmpty {
      // What is hidden anywhere in a file has been reported; line breaks and tabs are allowed elsewhere.
      let isNews = hidden.allSatisfy(ScenarioNode.allowedInProse.contains)
      return isNews ? .hiddenCharacters(text, hidden.map(VisibleText.spelled)) : nil
    }
    return CellText.isFormula(text) ? .formula(text) : nil
  }
}
