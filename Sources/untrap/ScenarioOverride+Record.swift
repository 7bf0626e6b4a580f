internal import Reporting
internal import Scenarios

extension ScenarioOverride {
  /// What is recorded of it.
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
