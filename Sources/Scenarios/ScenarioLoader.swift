public import Households

/// A scenario that was read without errors, with the record of where it comes from.
public struct LoadedScenario: Sendable {
  /// What is simulated.
  public let scenario: Scenario
  /// Every value, those of the defaults included, in the order in which the keys are documented.
  public let resolved: [ResolvedValue]
  /// The files that were read, the scenario itself first, then what it extends.
  public let sources: [String]
  /// Doubts that do not keep the scenario from being used.
  public let warnings: [Diagnostic]
}

/// Reads scenario files.
///
/// A scenario is a YAML file. With `extends: other.yaml` it starts from another file, whose values it replaces key by
/// key; programmes, partners and the interventions of a package are matched by name, and `remove: true` takes one away;
/// all other lists are replaced whole. Values of the command line come last. Any number may carry its evidence:
/// `{value: 30_000, source: "...", unit: PKR}`.
public enum ScenarioLoader {
  /// Reads a scenario with all that it extends.
  /// - Parameters:
  ///   - path: the file.
  ///   - overrides: values of the command line, in the order in which they apply.
  /// - Returns: the scenario and where its values come from.
  /// - Throws: `ScenarioError` with every problem that was found in the files and the overrides.
  public static func load(
    path: String, overrides: [ScenarioOverride] = []
  ) throws(ScenarioError) -> LoadedScenario {
    var layers = LayerReader()
    let root = layers.read(path: path, overrides: overrides)
    guard let root else { throw ScenarioError(diagnostics: layers.reporter.sorted()) }

    var checker = Checker(reporter: layers.reporter)
    let top = Site(origin: .file(path: path, line: 1, column: 1))
    let checked = checker.check(root, as: ScenarioSchema.root, path: "", site: top)
    if let population = checked["population"]?.record {
      PopulationChecks(population: population).report(to: &checker.reporter)
    }
    ProgrammeChecks(scenario: checked).report(to: &checker.reporter)
    ReferenceChecks(scenario: checked).report(to: &checker.reporter)
    CompanionChecks(scenario: checked).report(to: &checker.reporter)
    let diagnostics = checker.reporter.sorted()
    guard !checker.reporter.hasErrors else { throw ScenarioError(diagnostics: diagnostics) }

    let parameters = ScenarioBuilder.parameters(of: checked)
    let complete = DerivedValues(parameters: parameters).filled(checked)
    return LoadedScenario(
      scenario: ScenarioBuilder.build(complete, parameters: parameters),
      resolved: ResolvedValues.list(complete), sources: layers.sources, warnings: diagnostics)
  }
}
