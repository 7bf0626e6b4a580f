internal import Notation

/// One thing that is wrong in a survey file, as data.
public struct SurveyDiagnostic: Hashable, Sendable {
  /// The file as it was named.
  public let file: String
  /// Line, from 1; nil where the whole file is meant.
  public let line: Int?
  /// The column's name; empty where a whole row or the whole file is meant.
  public let column: String
  /// What is wrong.
  public let problem: SurveyProblem
  /// The name in the file that was probably meant.
  public let suggestion: String?
}

/// All that is wrong in a survey file.
public struct SurveyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Problems that are shown at most.
  public static let shownAtMost = 20

  /// The first problems, in the order of the lines.
  public let diagnostics: [SurveyDiagnostic]
  /// Number of problems, those beyond `diagnostics` included.
  public let count: Int

  /// The full text for a terminal: each problem with its line, and how many more there are.
  /// - Parameter color: whether to use ANSI colours.
  /// - Returns: lines, the last of which ends with a newline.
  public func rendered(color: Bool) -> String {
    let severity = color ? "\u{1B}[31merror\u{1B}[0m" : "error"
    var text = ""
    for diagnostic in diagnostics {
      let file = VisibleText.shown(diagnostic.file)
      let place = diagnostic.line.map { "\(file):\($0)" } ?? file
      let name = VisibleText.shown(diagnostic.column, atMost: VisibleText.quotedAtMost)
      let message = VisibleText.shown(diagnostic.problem.message)
      text += "\(place): \(severity): \(name.isEmpty ? "" : "\(name): ")\(message)\n"
      if let suggestion = diagnostic.suggestion {
        let shown = VisibleText.shown(suggestion, atMost: VisibleText.quotedAtMost)
        text += "  is it called '\(shown)' here?\n"
      }
    }
    if count > diagnostics.count { text += "... and \(count - diagnostics.count) more problems\n" }
    return text
  }

  /// The full text without colours.
  public var description: String { rendered(color: false) }
}
