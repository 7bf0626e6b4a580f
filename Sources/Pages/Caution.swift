internal import Charts
internal import Reporting

/// What a reader should know before relying on some results.
enum Caution {
  /// Sentences, those that weigh most first.
  static func sentences(_ source: ResultSource) throws -> [String] {
    let assumed = AssumedValues(source.facts)
    var result = [ReportWarnings.fewReplications(source.results.replications)].compactMap(\.self).map {
      upper($0) + "."
    }
    if source.facts.engine == "cohort" {
      result.append("A projection of shares of households made these numbers: it is for screening, not for decisions.")
    }
    if !assumed.values.isEmpty {
      result.append(
        """
        \(assumed.values.count) of \(assumed.total) values are assumed, not measured: they are listed here and in run.json \
        with all others, and untrap sensitivity tells which of them matter.
        """)
    }
    let unclear = try ["out_of_dependency", "durable_exits", "headcount_ratio", "poverty_gap"].compactMap { measure in
      let names = try source.outcomes(measure).filter { $0.reading == .unclear }.map(\.scenario)
      return names.isEmpty ? nil : "\(Wording.words(measure)) (\(Wording.list(names)))"
    }
    if !unclear.isEmpty {
      result.append(
        "Not told apart from \(Wording.name(source.results.scenarios[0])), by intervals for all scenarios together: \(unclear.joined(separator: ", "))."
      )
    }
    if !source.facts.overrides.isEmpty {
      result.append(
        "The call changed the scenario files: \(source.facts.overrides.map { "\($0.option) \($0.typed)" }.joined(separator: " "))."
      )
    }
    result.append(
      "Only the headcount is anchored in official figures; levels of consumption and inequality are too high, differences "
        + "between scenarios are what the model is for.")
    return result
  }

  private static func upper(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
