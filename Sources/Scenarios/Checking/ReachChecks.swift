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
  /// - Complexity: O(programmes + their references + places).
  init(scenario: Scenario, checked: CheckedRecord) {
    self.scenario = scenario
    records = checked.records("programmes")
    let grounds = ReachGrounds(scenario: scenario, checked: checked)
    doubts = zip(scenario.programmes, records).map { programme, record in
      ReachCheck(programme: programme, record: record, grounds: grounds).doubts
    }
    hopeless = Self.hopeless(scenario, doubts)
  }

  /// Programmes that reach nobody, and those that come after one of them, by however many steps.
  private static func hopeless(_ scenario: Scenario, _ doubts: [[ReachDoubt]]) -> Set<String> {
    var later: [String: [String]] = [:]
    for programme in scenario.programmes {
      for earlier in programme.after { later[earlier, default: []].append(programme.name) }
    }
    var open = zip(scenario.programmes, doubts)
      .filter { $0.enrolment(in: scenario) == nil || $1.contains(where: \.isWhole) }.map(\.0.name)
    var found = Set(open)
    while let name = open.popLast() {
      open += (later[name] ?? []).filter { found.insert($0).inserted }
    }
    return found
  }

  /// Reports what was found; of the programmes that come before one and reach nobody, the first.
  func report(to reporter: inout Reporter) {
    for (index, programme) in scenario.programmes.enumerated() {
      let record = records[index]
      for doubt in doubts[index] {
        reporter.report(doubt.problem, at: doubt.site, doubt.path, severity: .warning)
      }
      guard let name = programme.after.first(where: hopeless.contains) else { continue }
      let reason = "'\(name)', which comes before, reaches nobody"
      reporter.report(.reachesNobody(reason: reason), at: record, "after", severity: .warning)
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

extension ReachDoubt {
  /// Why nobody is reached, by what stands somewhere.
  init(_ reason: String, at site: Site, _ path: String, isWhole: Bool) {
    self.init(problem: .reachesNobody(reason: reason), site: site, path: path, isWhole: isWhole)
  }

  /// The same by the value of a key, or by the record where the key is not given.
  init(_ reason: String, at record: CheckedRecord, _ key: String, isWhole: Bool = true) {
    self.init(reason, at: record.site(of: key), record.path(of: key), isWhole: isWhole)
  }
}
