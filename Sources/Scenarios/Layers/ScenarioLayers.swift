import Households

/// The files of a scenario, read and merged, before values are laid over them.
struct ScenarioLayers: Sendable {
  private let path: String
  private let reader: LayerReader
  private let root: ScenarioNode

  /// Reads the files; the reader may know texts to which the overrides belong.
  /// - Throws: `ScenarioError` where a file cannot be used.
  init(path: String, reader: LayerReader = LayerReader()) throws(ScenarioError) {
    var reader = reader
    guard let root = reader.read(path: path) else { throw reader.reporter.error }
    self.path = path
    self.reader = reader
    self.root = root
  }

  /// The overrides that would be passed over because the scenario has no such entry.
  func passedOver(_ overrides: [ScenarioOverride]) -> [ScenarioOverride] {
    var (reader, root) = (reader, root)
    return reader.apply(overrides, to: &root)
  }

  /// The scenario with some values laid over its files.
  func loaded(_ overrides: [ScenarioOverride]) throws(ScenarioError) -> LoadedScenario {
    var (layers, root) = (reader, root)
    layers.apply(overrides, to: &root)
    var checker = Checker(reporter: layers.reporter)
    let top = Site(origin: .file(path: path, line: 1, column: 1))
    let checked = checker.check(root, as: ScenarioSchema.root.without("extends"), path: "", site: top)
    if let population = checked["population"]?.record {
      PopulationChecks(population: population).report(to: &checker.reporter)
    }
    ProgrammeChecks(scenario: checked).report(to: &checker.reporter)
    ReferenceChecks(scenario: checked).report(to: &checker.reporter)
    CompanionChecks(scenario: checked).report(to: &checker.reporter)
    guard !checker.reporter.hasErrors else { throw checker.reporter.error }

    let parameters = ScenarioBuilder.parameters(of: checked)
    let complete = DerivedValues(parameters: parameters).filled(checked)
    let scenario = ScenarioBuilder.build(complete, parameters: parameters)
    ReachChecks(scenario: scenario, checked: complete).report(to: &checker.reporter)
    SettlementChecks(scenario: scenario, checked: complete).report(to: &checker.reporter)
    return LoadedScenario(
      scenario: scenario, resolved: ResolvedValues.list(complete), sources: layers.sources,
      references: layers.references, warnings: checker.reporter.sorted())
  }
}
