internal import Experiments
internal import Reporting
internal import Scenarios

/// How a record is read for what is to be run again: where its survey is, and where problems are printed.
struct RecordReading {
  let record: RunRecord
  /// The survey that the call names, where it is not where it was.
  let survey: String?
  let console: Console

  /// The scenarios with their households, checked.
  func basis(_ scenarios: ScenarioSet) throws -> Basis {
    try Basis(
      record.command, scenarios, SurveySource(record: record, path: survey, console: console), console)
  }

  /// The scenarios, with the values of the command line as they were applied unless others are given.
  func scenarios(_ simulation: SimulationRecord, overrides: [ScenarioOverride]? = nil) throws -> ScenarioSet {
    try ScenarioSet(sources(simulation), overrides: overrides ?? simulation.appliedOverrides, console: console)
  }

  /// The files of each scenario.
  func sources(_ simulation: SimulationRecord) -> [[ScenarioSource]] {
    simulation.scenarios.map { $0.files.map(source) }
  }

  /// A file as it was when it was recorded.
  func source(_ file: String) -> ScenarioSource { ScenarioSource(path: file, text: record.text(of: file) ?? "") }
}

extension SimulationRecord {
  /// The values of the command line, as they were applied.
  var appliedOverrides: [ScenarioOverride] { overrides.map(ScenarioOverride.init) }
}

extension ScenarioOverride {
  var record: OverrideRecord { OverrideRecord(option: option, typed: typed, path: path ?? "", value: value) }

  /// An override as it was recorded; what was typed follows from what it means.
  init(_ record: OverrideRecord) {
    if record.option == "--set" {
      self.init(set: "\(record.path)=\(record.value)")
    } else {
      self.init(option: record.option, path: record.path, value: record.value)
    }
  }
}
