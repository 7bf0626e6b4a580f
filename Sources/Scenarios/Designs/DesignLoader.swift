/// Reads design files.
///
/// A design is a YAML file: scenarios, a method, and variables with their distributions. It is checked together with its
/// scenarios before anything runs: every key that varies must be there, and every value it can take must be allowed.
public enum DesignLoader {
  /// Reads a design with its scenarios.
  /// - Parameters:
  ///   - path: the file.
  ///   - overrides: values of the command line for the scenarios, which win over the design's own `set`.
  ///   - purpose: what the design is to be run for; nil: its method decides.
  ///   - measures: what is reported where the design does not say.
  /// - Returns: the design and its scenarios.
  /// - Throws: `ScenarioError` with every problem that was found in the design, its scenarios and the overrides.
  public static func load(
    path: String, overrides: [ScenarioOverride] = [], purpose: DesignPurpose? = nil, measures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    try load(path: path, reader: LayerReader(), kept: nil, overrides, purpose, measures)
  }

  /// Reads a design from texts that were kept instead of files.
  /// - Parameters:
  ///   - design: the design's file.
  ///   - scenarios: for each of its scenarios, its files as `LoadedScenario.sources` lists them.
  ///   - overrides: values of the command line for the scenarios.
  ///   - measures: what is reported where the design does not say.
  /// - Returns: what reading the files would give.
  /// - Throws: `ScenarioError` as reading the files would.
  public static func load(
    design: ScenarioSource, scenarios: [[ScenarioSource]], overrides: [ScenarioOverride], measures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    try load(path: design.path, reader: LayerReader(kept: [design]), kept: scenarios, overrides, nil, measures)
  }

  private static func load(
    path: String, reader: LayerReader, kept: [[ScenarioSource]]?, _ overrides: [ScenarioOverride],
    _ purpose: DesignPurpose?, _ measures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    let file = try CheckedFile(path: path, reader: reader, as: DesignSchema.root)
    var reading = DesignReading(file: file, overrides: overrides, reporter: file.reporter)
    return try reading.loaded(kept: kept, purpose: purpose, standardMeasures: measures)
  }
}
