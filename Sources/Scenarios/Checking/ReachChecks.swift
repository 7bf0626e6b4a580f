import Households

/// Finds programmes that can reach nobody, by what is known without a run: money, time, places, and conditions that
/// nobody can meet.
struct ReachChecks {
  private let scenario: Scenario
  private let records: [CheckedRecord]
  /// Programmes of which something says that they reach nobody.
  private let hopeless: Set<String>
  private let doubts: [[ReachDoubt]]

  /// Looks at all programmes of a scenario.
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - checked: its values.
  init(scenario: Scenario, checked: CheckedRecord) {
    self.scenario = scenario
    records = (checked["programmes"]?.list ?? []).compactMap(\.record)
    let partners = (checked["partners"]?.list ?? []).compactMap(\.record)
    let own = zip(scenario.programmes, records).map { programme, record in
      ReachCheck(programme: programme, record: record, partners: partners, scenario: scenario).doubts
    }
    doubts = own
    // Who comes after a programme that reaches nobody, by however many steps, reaches nobody.
    var hopeless = Set(
      zip(scenario.programmes, own).filter { $0.enrolment(in: scenario) == nil || $1.contains(where: \.isWhole) }
        .map(\.0.name))
    for _ in scenario.programmes {
      for programme in scenario.programmes where programme.after.contains(where: hopeless.contains) {
        hopeless.insert(programme.name)
      }
    }
    self.hopeless = hopeless
  }

  /// Reports what was found.
  func report(to reporter: inout Reporter) {
    for (index, programme) in scenario.programmes.enumerated() {
      let record = records[index]
      for doubt in doubts[index] {
        reporter.report(doubt.problem, at: doubt.site, doubt.path, severity: .warning)
      }
      guard let after = record["after"] else { continue }
      for name in programme.after where hopeless.contains(name) {
        let problem = Problem.reachesNobody(reason: "'\(name)', which comes before, reaches nobody")
        reporter.report(problem, at: after.site, record.path(of: "after"), severity: .warning)
      }
    }
  }
}

/// Something that keeps a programme, or an entry of its package, from reaching anybody.
struct ReachDoubt {
  let problem: Problem
  let site: Site
  let path: String
  /// Whether no household is served at all.
  let isWhole: Bool
}
