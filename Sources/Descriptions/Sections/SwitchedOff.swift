internal import Households

/// The mechanisms that a scenario does without.
struct SwitchedOff {
  /// Those whose parameters are all as switching off sets them.
  let mechanisms: [Mechanism]

  init(in scenario: Scenario) {
    let values = Dictionary(
      uniqueKeysWithValues: Parameters.catalogue.map { ($0.path, $0.value(in: scenario.parameters)) })
    mechanisms = Mechanism.allCases.filter { $0.settings.allSatisfy { path, value in values[path] == value } }
  }

  /// Those that act in a process, as a sentence after others; empty where there are none.
  func sentence(on process: ProcessDescription) -> String {
    let off = mechanisms.filter { mechanism in
      mechanism.settings.contains { path, _ in
        path.split(separator: ".").first.map { process.parameterGroups.contains(String($0)) } ?? false
      }
    }
    return off.isEmpty ? "" : " Switched off: \(Self.names(off))."
  }

  /// Their names in a text.
  static func names(_ mechanisms: [Mechanism]) -> String {
    Words.listed(mechanisms.map { Words.plain($0.rawValue) })
  }
}
