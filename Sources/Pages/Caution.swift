internal import Reporting

/// What a reader should know before relying on some results: the warnings of their record, and notes on what the call and
/// the model are.
struct Caution {
  /// What scenarios differ in besides what is done in them, to be read before any result.
  let confounding: [String]
  /// All other warnings.
  let sentences: [String]
  /// What is no warning, for it holds whatever came of the run.
  let notes: [String]

  init(_ source: ResultSource) {
    let warnings = source.record.warnings
    confounding = warnings.filter { $0.kind == .confounded }.map { Self.sentence($0.text) }
    sentences = warnings.filter { $0.kind != .confounded }.map { Self.sentence($0.text) }
    let options = source.simulation.overrides.map { "\($0.option) \($0.typed)" }.joined(separator: " ")
    notes =
      (options.isEmpty ? [] : ["The call changed the scenario files: \(options)."]) + [
        "Only the headcount is anchored in official figures; levels of consumption and inequality are too high, differences "
          + "between scenarios are what the model is for."
      ]
  }

  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") || text.hasSuffix("?") ? "" : ".")
  }
}
