internal import Households
package import Scenarios

/// What tells a scenario from the baseline of a comparison besides what is done in it.
///
/// What the scenario is said to achieve is then the effect of that as well. Values are compared as they are resolved,
/// whatever files they stand in. What is done are its programmes, the partners that run them, and how they coordinate.
package struct Confounding: Sendable {
  /// The dotted paths of the values that differ; places are called by their names.
  package let paths: [String]
  /// What differs, and what would make the comparison clean, in sentences.
  package let text: String

  /// Compares a scenario with its baseline; nil where they differ in nothing but what is done.
  ///
  /// Shared are paths that get the same value in both before they run, such as the variables of a design.
  package init?(_ scenario: LoadedScenario, against baseline: LoadedScenario, shared: Set<String> = []) {
    let comparison = FactComparison(baseline, scenario)
    let done = Self.done(comparison)
    let changes = comparison.changes.filter { change in
      !Self.labels.contains(change.path) && !shared.contains(change.path) && !done.contains(change.path)
        // Partners that run no programme do nothing.
        && !change.path.hasPrefix(Self.partners + ".")
    }
    let switched = Self.switchedSettings(changes)
    let named = changes.filter { !switched.contains($0.path) }
    guard !named.isEmpty else { return nil }
    paths = named.map(\.path)
    let isDoingMore = !done.isEmpty
    text = """
      \(scenario.scenario.name) differs from \(baseline.scenario.name) \
      \(isDoingMore ? "in more than programmes" : "in no programme, but in this"): \
      \(Words.listed(named.map(Self.words))). What is told of it is the effect of \
      \(isDoingMore ? "that as well" : "that, not of a programme"). For the effect of programmes alone, \
      \(Self.remedy(named))
      """
  }

  /// What only names a scenario, and what only the baseline is asked for.
  private static let labels: Set = ["name", "description", "replications"]

  /// So many differences at most are put into options.
  private static let mostOptions = 4

  private static let programmes = "programmes."
  private static let partners = "partners"

  /// The paths of changes in what is done: in programmes, in partners that have some, and in how partners coordinate.
  private static func done(_ comparison: FactComparison) -> Set<String> {
    let scenarios = [comparison.first, comparison.second].map(\.scenario)
    let running = Set(scenarios.flatMap(\.programmes).map(\.partner))
    let names = PathNames(scenarios.flatMap(\.partners).map(\.name), below: partners)
    return Set(
      comparison.changes.map(\.path).filter { path in
        path.hasPrefix(programmes) || path == PartnerComparison.coordination
          || names.find(path).map { running.contains($0.name) } ?? false
      })
  }

  /// The parameters that a mechanism has changed which only one of them switches off: the mechanism stands for them.
  private static func switchedSettings(_ changes: [FactComparison.Change]) -> Set<String> {
    let words = mechanisms(changes)
    return Set(
      (words.off + words.on).compactMap(Mechanism.init).flatMap(\.settings).map { ParameterWords.prefix + $0.path })
  }

  /// The mechanisms that only the scenario switches off, and those that only the baseline does.
  private static func mechanisms(_ changes: [FactComparison.Change]) -> (off: [String], on: [String]) {
    guard let change = changes.first(where: { $0.path == ParameterComparison.without }) else { return ([], []) }
    let (old, new) = (change.first?.values ?? [], change.second?.values ?? [])
    return (new.filter { !old.contains($0) }, old.filter { !new.contains($0) })
  }

  private static func words(_ change: FactComparison.Change) -> String {
    guard change.path != ParameterComparison.without else {
      let (off, on) = mechanisms([change])
      let parts = [
        off.isEmpty ? nil : "switches off \(Words.listed(off))", on.isEmpty ? nil : "leaves on \(Words.listed(on))",
      ]
      return "\(change.path) \(Words.listed(parts.compactMap(\.self)))"
    }
    let unit = (change.second ?? change.first).map { $0.unit.isEmpty ? "" : " (\($0.unit))" } ?? ""
    switch (change.second, change.first) {
    case (let new?, let old?): return "\(change.path) is \(values(new)) instead of \(values(old))\(unit)"
    case (let new?, nil): return "\(change.path) is \(values(new))\(unit), which the baseline does not state"
    case (nil, let old): return "\(change.path) is not stated; in the baseline it is \(old.map(values) ?? "")\(unit)"
    }
  }

  private static func values(_ fact: Fact) -> String { Words.listed(fact.values) }

  /// How the baseline can be given the same: by options, which apply to all scenarios of a call, where they are few.
  private static func remedy(_ changes: [FactComparison.Change]) -> String {
    let options = changes.compactMap { change -> String? in
      if change.path == ParameterComparison.without {
        let (off, on) = mechanisms([change])
        return on.isEmpty ? off.map { "--without \($0)" }.joined(separator: " ") : nil
      }
      guard change.path.hasPrefix(ParameterWords.prefix), let value = change.second?.values.first else { return nil }
      return "--set \(change.path)=\(value)"
    }
    let file = "compare it with a baseline that says the same"
    guard options.count == changes.count, options.count <= mostOptions else { return file }
    return "\(file), or give it to all scenarios of the call (\(options.joined(separator: " ")))"
  }
}
