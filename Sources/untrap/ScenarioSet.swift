internal import ArgumentParser
internal import Descriptions
internal import Designs
internal import Households
internal import Reporting
internal import Scenarios

/// The scenarios of a call, read and ready.
struct ScenarioSet {
  let loaded: [LoadedScenario]
  let overrides: [ScenarioOverride]
  /// The design or portfolio that names them, where one does.
  var design: ScenarioSource?
  /// What the files say that is probably not meant.
  private let doubts: [Diagnostic]
  /// What differs between scenarios and baseline besides what is done.
  private let confounding: [Confounding]

  /// The scenarios of a design; what is probably not meant is printed.
  init(_ design: LoadedDesign, console: Console) {
    loaded = design.scenarios
    overrides = design.overrides
    self.design = design.source
    doubts = design.warnings
    confounding = Self.confounding(loaded, varied: Set(design.design.variables.map(\.path)))
    tellWarnings(console)
  }

  /// The scenario of a portfolio; what is probably not meant is printed.
  init(_ portfolio: LoadedPortfolio, console: Console) {
    loaded = [portfolio.scenario]
    overrides = portfolio.overrides
    design = portfolio.source
    doubts = portfolio.warnings
    confounding = []
    tellWarnings(console)
  }

  /// Reads all files; the problems of all of them are printed.
  init(files: [String], overrides: [ScenarioOverride], console: Console) throws {
    try self.init(files, overrides: overrides, console: console) { file throws(ScenarioError) in
      try ScenarioLoader.load(path: file, overrides: overrides)
    }
  }

  /// Reads the texts of a record.
  init(_ sources: [[ScenarioSource]], overrides: [ScenarioOverride], console: Console) throws {
    try self.init(sources, overrides: overrides, console: console) { sources throws(ScenarioError) in
      try ScenarioLoader.load(sources: sources, overrides: overrides)
    }
  }

  private init<Reading>(
    _ readings: [Reading], overrides: [ScenarioOverride], console: Console,
    load: (Reading) throws(ScenarioError) -> LoadedScenario
  ) throws {
    var loaded: [LoadedScenario] = []
    for reading in readings {
      do {
        loaded.append(try load(reading))
      } catch {
        console.diagnose(error.rendered(color: console.colorsErrors))
      }
    }
    guard loaded.count == readings.count else { throw ExitCode.badInput }
    for (index, scenario) in loaded.enumerated() {
      let name = scenario.scenario.name
      guard let earlier = loaded[..<index].first(where: { $0.scenario.name == name }) else { continue }
      throw console.refusal(
        "\(earlier.file) and \(scenario.file) are both named '\(name)'; give each a name of its own", .badInput)
    }
    self.loaded = loaded
    self.overrides = overrides
    doubts = loaded.flatMap(\.warnings)
    confounding = Self.confounding(loaded)
    tellWarnings(console)
  }

  private static func confounding(_ loaded: [LoadedScenario], varied: Set<String> = []) -> [Confounding] {
    loaded.dropFirst().compactMap { scenario in
      // What cannot be compared is refused, and what tells it apart need not be said.
      let obstacles = scenario.scenario.obstacles(toComparisonWith: loaded[0].scenario)
      return obstacles.allSatisfy(varied.contains) ? Confounding(scenario, against: loaded[0], shared: varied) : nil
    }
  }

  // MARK: - What is known before a run

  /// Prints what a reader should know before anything is run.
  private func tellWarnings(_ console: Console) {
    console.diagnose(ScenarioError.rendered(doubts, color: console.colorsErrors), isWarning: true)
    for difference in confounding { console.warn(difference.text) }
  }

  /// The same, as it is recorded: files by their names, so that it does not depend on where the call was made.
  var warnings: [Warning] {
    let names = names
    return confounding.map { Warning(.confounded, $0.text) }
      + doubts.map { doubt in
        let place = [names[doubt.file], doubt.place].filter { !$0.isEmpty }.joined(separator: ":")
        return Warning(.file, "\(place): \(doubt.sentence)")
      }
  }

  /// Checks that a survey has the rows that the places of all scenarios name; problems are printed, each once.
  func checkRows(of survey: [SurveyHousehold], console: Console) throws {
    let strata = SurveySource.strata(of: survey)
    var problems: [Diagnostic] = []
    for scenario in loaded {
      do throws(ScenarioError) {
        try scenario.check(against: strata)
      } catch {
        problems += error.diagnostics.filter { !problems.contains($0) }
      }
    }
    guard !problems.isEmpty else { return }
    console.diagnose(ScenarioError.rendered(problems, color: console.colorsErrors))
    throw ExitCode.badInput
  }

  // MARK: - Parts

  var scenarios: [Scenario] { loaded.map(\.scenario) }

  var baseline: Scenario { loaded[0].scenario }

  var hasProgrammes: Bool { scenarios.contains { !$0.programmes.isEmpty } }

  /// What is recorded of the scenarios.
  var records: [ScenarioRecord] {
    let names = names
    return loaded.map { loaded in
      ScenarioRecord(
        name: loaded.scenario.name, file: names[loaded.file],
        extends: loaded.sources.dropFirst().map { names[$0.path] },
        values: loaded.resolved.map { ValueRecord($0, besides: loaded.file) })
    }
  }

  /// What is recorded of the files, each once, in the order of reading.
  var inputs: [FileRecord] {
    let names = names
    var seen: Set<String> = []
    return sources.compactMap { source in
      let name = names[source.path]
      return seen.insert(name).inserted ? FileRecord(name: name, text: source.text) : nil
    }
  }

  /// Checks that files that were read more than once, for several scenarios, said the same each time: the record has one
  /// text of each.
  func requireOneReading(_ console: Console) throws {
    let names = names
    var texts: [String: String] = [:]
    for source in sources {
      let name = names[source.path]
      guard texts[name] != nil, texts[name] != source.text else {
        texts[name] = source.text
        continue
      }
      throw console.refusal("\(source.path) changed while it was read; call untrap again")
    }
  }

  /// The name under which the design or portfolio is recorded.
  var designName: String? { design.map { names[$0.path] } }

  private var sources: [ScenarioSource] { [design].compactMap(\.self) + loaded.flatMap(\.sources) }

  private var names: SourceNames { SourceNames(sources.map(\.path)) }
}

extension LoadedScenario {
  /// The file of the scenario itself.
  fileprivate var file: String { sources[0].path }
}

extension ValueRecord {
  /// A value, its origin named from the folder of its scenario, so that it does not depend on where the call was made.
  fileprivate init(_ value: ResolvedValue, besides scenario: String) {
    let recorded: Value =
      switch value.kind {
      case .text: .text(value.value)
      case .number: .number(Double(value.value) ?? .nan)
      case .flag: .flag(value.value == "true")
      }
    self.init(
      path: value.path, value: recorded, unit: value.unit,
      origin: FileList.description(of: value.origin, besides: scenario),
      source: value.source)
  }
}
