public import Households

/// A scenario that was read without errors, with the record of where it comes from.
public struct LoadedScenario: Sendable {
  /// What is simulated.
  public let scenario: Scenario
  /// Every value, those of the defaults included, in the order in which the keys are documented.
  public let resolved: [ResolvedValue]
  /// The files that were read, the scenario itself first, then what it extends.
  public let sources: [ScenarioSource]
  /// Where the scenario's numbers come from, as the files list it under `sources`, in the order of the files.
  public let references: [String]
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
  /// Reads a scenario with all that it extends, and the values of the command line in the order in which they apply.
  /// - Throws: `ScenarioError` with every problem that was found in the files and the overrides.
  public static func load(
    path: String, overrides: [ScenarioOverride] = []
  ) throws(ScenarioError) -> LoadedScenario {
    try ScenarioLayers(path: path).loaded(overrides)
  }

  /// Reads a scenario from texts that were kept instead of files, as `LoadedScenario.sources` lists them.
  /// - Throws: `ScenarioError` as reading the files would.
  /// - Precondition: there is a source.
  public static func load(
    sources: [ScenarioSource], overrides: [ScenarioOverride] = []
  ) throws(ScenarioError) -> LoadedScenario {
    precondition(!sources.isEmpty, "a scenario has a text")
    return try ScenarioLayers(path: sources[0].path, reader: LayerReader(kept: sources)).loaded(overrides)
  }
}
