package import Experiments
package import Households
internal import Notation

/// Which programmes, and which parts of their packages, have reached nobody, and where they stopped.
package enum ReachWarnings {
  /// A warning for each programme that has served nobody in any replication, or has left out a part of its package.
  package static func list(_ summary: ExperimentSummary, scenarios: [Scenario]) -> [Warning] {
    sentences(summary.reaches, scenarios).map { Warning(.reach, $0.text) }
  }

  /// What is to be said of the programmes of scenarios, where anything is.
  static func sentences(
    _ reaches: [[ReachSummary]], _ scenarios: [Scenario]
  ) -> [(scenario: String, programme: String, text: String)] {
    zip(scenarios, reaches).flatMap { scenario, reaches in
      zip(scenario.programmes, reaches).compactMap { programme, reach in
        (counted(programme, reach, scenario) ?? parts(programme, reach, scenario))
          .map { (scenario.name, programme.name, $0) }
      }
    }
  }

  /// A programme that has served no household, or has done no work for places where it does nothing else.
  private static func counted(_ programme: Programme, _ reach: ReachSummary, _ scenario: Scenario) -> String? {
    let subject = "\(programme.name) of \(scenario.name)"
    guard let households = reach.households else {
      guard !programme.community.isEmpty, reach.delivered.isEmpty else { return nil }
      return "\(subject) has reached nobody: \(idle(programme, scenario) ?? "it did none of its work for places")"
    }
    guard households.served == 0 else { return nil }
    let counts = [
      ("eligible", households.eligible), ("barred", households.barred), ("offered", households.offered),
      ("willing", households.willing), ("afforded", households.afforded), ("served", households.served),
    ]
    let runs = reach.replications == 1 ? "" : ", mean of \(reach.replications) replications"
    let numbers = counts.map { "\($0) \(ReadableNumber.plain($1.rounded()))" }.joined(separator: ", ")
    return """
      \(subject) has served nobody: \(idle(programme, scenario) ?? stop(households)) (households\(runs): \(numbers))
      """
  }

  /// Why a programme never enrolled anybody, whoever would have been eligible; nil where it did enrol.
  private static func idle(_ programme: Programme, _ scenario: Scenario) -> String? {
    if programme.enrolment(in: scenario) == nil { return "its period lies outside that of the scenario" }
    return programme.totalBudget == 0 || programme.quarterlyBudget == 0 ? "its budget is 0" : nil
  }

  /// Where it stopped.
  private static func stop(_ households: ProgrammeReach) -> String {
    if households.eligible == 0 { return "nobody was eligible" }
    if households.offered == 0 {
      if households.barred == 0 { return "it had no place for any of those eligible" }
      return households.barred == households.eligible
        ? "none of those eligible could be registered"
        : "those whose turn came could not be registered, and it had no place for any other"
    }
    if households.willing == 0 { return "none took any of it up" }
    return households.afforded == 0
      ? "its money did not pay for one household" : "nothing had been delivered by the end"
  }

  /// The parts of a package that nobody has received, where others were.
  private static func parts(_ programme: Programme, _ reach: ReachSummary, _ scenario: Scenario) -> String? {
    func isMissing(_ name: String) -> Bool { !reach.delivered.contains { $0 == name || $0.hasPrefix(name + "/") } }
    let missing =
      programme.package.filter { isMissing($0.name) }.map {
        "\($0.name) (\(reason(for: $0, programme, reach, scenario)))"
      }
      + programme.community.filter { isMissing($0.name) }.map { "\($0.name) (\(reason(for: $0, programme)))" }
    guard !missing.isEmpty else { return nil }
    return "\(programme.name) of \(scenario.name) has reached nobody with \(missing.joined(separator: ", "))"
  }

  private static func reason(
    for part: Intervention, _ programme: Programme, _ reach: ReachSummary, _ scenario: Scenario
  ) -> String {
    if let first = programme.enrolment(in: scenario)?.lowerBound, first + part.delayQuarters > scenario.quarters {
      return "it is due \(part.delayQuarters) quarters after enrolment, when the scenario has ended"
    }
    let enrolled = reach.households.map { ReadableNumber.plain($0.afforded.rounded()) } ?? "those"
    return "of \(enrolled) households enrolled none took it up and could use it by the end"
  }

  private static func reason(for part: CommunityIntervention, _ programme: Programme) -> String {
    let money = [programme.totalBudget, programme.quarterlyBudget].compactMap(\.self).min() ?? .infinity
    return part.leastCost > money ? "the money does not pay for it once" : "none of this work was done"
  }
}
