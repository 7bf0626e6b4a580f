internal import Charts
internal import Reporting

/// What a reader should know before relying on some results: the warnings of their record, and what holds for all.
struct Caution {
  /// What scenarios differ in besides what is done in them, to be read before any result.
  let confounding: [String]
  /// Everything else.
  let sentences: [String]

  init(_ source: ResultSource) {
    let warnings = source.facts.warnings ?? []
    let confounded = Warning.Kind.confounded.rawValue
    confounding = warnings.filter { $0.kind == confounded }.map { Self.sentence($0.text) }
    var sentences = warnings.filter { $0.kind != confounded }.map { Self.sentence($0.text) }
    if !source.facts.overrides.isEmpty {
      sentences.append(
        "The call changed the scenario files: \(source.facts.overrides.map { "\($0.option) \($0.typed)" }.joined(separator: " "))."
      )
    }
    sentences.append(
      "Only the headcount is anchored in official figures; levels of consumption and inequality are too high, differences "
        + "between scenarios are what the model is for.")
    self.sentences = sentences
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") || text.hasSuffix("?") ? "" : ".")
  }
}
