/// Reads design files.
///
/// A design is a YAML file: scenarios, a method, and variables with their distributions. It is checked together with its
/// scenarios before anything runs: every key that varies must be there, and every value it can take must be allowed.
public enum DesignLoader {
  /// Reads a design with its scenarios, over which values of the command line win, also over the design's own `set`.
  ///
  /// Its method decides what it is run for unless a purpose is given; measures are those of a design that says nothing.
  /// - Throws: `ScenarioError` with every problem that was found in the design, its scenarios and the overrides.
  public static func load(
    path: String, overrides: [ScenarioOverride] = [], purpose: DesignPurpose? = nil, measures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    try load(path: path, reader: LayerReader(), kept: nil, overrides, purpose, measures)
  }

  /// Reads a design from texts that were kept instead of files: those of each scenario as `LoadedScenario.sources` lists
  /// them.
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
