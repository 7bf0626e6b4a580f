/// All that is wrong with a scenario.
public struct ScenarioError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Problems that are shown at most.
  public static let shownAtMost = 50

  /// The problems, in the order of the files and of the places in them; warnings among them.
  public let diagnostics: [Diagnostic]

  /// The full text for a terminal, with or without ANSI colours: each problem with its line and its remedy.
  public func rendered(color: Bool) -> String { Self.rendered(diagnostics, color: color) }

  /// The full text without colours.
  public var description: String { rendered(color: false) }

  /// The text of any diagnostics, such as the warnings of a loaded scenario; empty where there is nothing to show.
  public static func rendered(_ diagnostics: [Diagnostic], color: Bool) -> String {
    let text = diagnostics.prefix(shownAtMost).map(DiagnosticRenderer(color: color).render).joined()
    let rest = diagnostics.count - shownAtMost
    return rest > 0 ? text + "... and \(rest) more problem\(rest == 1 ? "" : "s")\n" : text
  }
}
