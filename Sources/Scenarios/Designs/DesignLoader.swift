/// Reads design files.
///
/// A design is a YAML file: scenarios, a method, and variables with their distributions. It is checked together with its
/// scenarios before anything runs: every key that varies must be there, and every value it can take must be allowed.
public enum DesignLoader {
  /// Reads a design with its scenarios, over which values of the command line win, also over the design's own `set`.
  ///
  /// Its text, and those of each scenario as `LoadedScenario.sources` lists them, are read instead of files where they
  /// were kept. Its method decides what it is run for unless a purpose is given; measures are those of a design that says
  /// nothing.
  /// - Throws: `ScenarioError` with every problem that was found in the design, its scenarios and the overrides.
  public static func load(
    path: String, kept: (text: String, scenarios: [[ScenarioSource]])? = nil, overrides: [ScenarioOverride] = [],
    purpose: DesignPurpose? = nil, measures: [String]
  ) throws(ScenarioError) -> LoadedDesign {
    let reader = LayerReader(kept: kept.map { [ScenarioSource(path: path, text: $0.text)] })
    let file = try CheckedFile(path: path, reader: reader, as: DesignSchema.root)
    var reading = DesignReading(file: file, overrides: overrides, reporter: file.reporter)
    return try reading.loaded(kept: kept?.scenarios, purpose: purpose, standardMeasures: measures)
  }
}
