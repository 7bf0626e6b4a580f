internal import ArgumentParser
internal import Households
internal import Reporting
internal import Scenarios

/// The scenarios of a call, read and ready.
struct ScenarioSet {
  let files: [String]
  let loaded: [LoadedScenario]

  /// Reads all files; the problems of all of them are printed.
  init(files: [String], overrides: [ScenarioOverride], console: Console) throws {
    var loaded: [LoadedScenario] = []
    for file in files {
      do {
        let scenario = try ScenarioLoader.load(path: file, overrides: overrides)
        console.diagnose(ScenarioError.rendered(scenario.warnings, color: console.colorsErrors), isWarning: true)
        loaded.append(scenario)
      } catch {
        console.diagnose(error.rendered(color: console.colorsErrors))
      }
    }
    guard loaded.count == files.count else { throw ExitCode.badInput }
    for (index, scenario) in loaded.enumerated() {
      let name = scenario.scenario.name
      guard let earlier = loaded[..<index].firstIndex(where: { $0.scenario.name == name }) else { continue }
      console.fail("\(files[earlier]) and \(files[index]) are both named '\(name)'; give each a name of its own")
      throw ExitCode.badInput
    }
    self.files = files
    self.loaded = loaded
  }

  var scenarios: [Scenario] { loaded.map(\.scenario) }

  var baseline: Scenario { loaded[0].scenario }

  /// The files that were read, each once, in the order of reading.
  var sources: [String] {
    var seen: Set<String> = []
    return loaded.flatMap(\.sources).filter { seen.insert($0).inserted }
  }

  /// What is recorded of the scenarios.
  var records: [ScenarioRecord] {
    zip(files, loaded).map { file, loaded in
      ScenarioRecord(
        name: loaded.scenario.name, file: FileList.name(of: file),
        values: loaded.resolved.map { ValueRecord($0, besides: file) })
    }
  }
}

extension ValueRecord {
  /// A value, its origin named from the folder of its scenario, so that it does not depend on where the call was made.
  fileprivate init(_ value: ResolvedValue, besides scenario: String) {
    let kind: Kind =
      switch value.kind {
      case .text: .text
      case .number: .number
      case .flag: .flag
      }
    self.init(
      path: value.path, value: value.value, kind: kind, unit: value.unit,
      origin: FileList.description(of: value.origin, besides: scenario),
      source: value.source)
  }
}
