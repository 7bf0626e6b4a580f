/// Which variants of some scenarios are run, decided before the first run: variables, their distributions, and how points
/// are chosen among them.
public struct Design: Hashable, Sendable {
  /// How the points are chosen.
  public enum Method: Hashable, Sendable {
    /// Every combination of all values; a range counts as so many evenly spaced levels, its ends included if it has
    /// any.
    case factorial(levels: Int)
    /// As many points as asked for; each variable's distribution is cut into as many equal parts, each used once.
    case latinHypercube(points: Int)
    /// The first points of a shifted Sobol' sequence.
    case sobolSequence(points: Int)
    /// Morris trajectories on a grid of an even number of levels, each of one point more than there are variables;
    /// elementary effects.
    case morris(trajectories: Int, levels: Int)
    /// Saltelli's matrices from as many points of a Sobol' sequence, each of which makes a row of two points more than
    /// there are variables; first-order and total indices.
    case sobolIndices(points: Int)
    /// Each variable at two quantiles, low and 1 - low, all others at their usual values, or medians where these are
    /// not known.
    case tornado(low: Double)

    /// The name by which design files know the method.
    public var key: String {
      switch self {
      case .factorial: "factorial"
      case .latinHypercube: "latin_hypercube"
      case .sobolSequence: "sobol_sequence"
      case .morris: "morris"
      case .sobolIndices: "sobol_indices"
      case .tornado: "tornado"
      }
    }

    /// Whether the method is analysed for the influence of each variable.
    public var isSensitivityAnalysis: Bool {
      switch self {
      case .factorial, .latinHypercube, .sobolSequence: false
      case .morris, .sobolIndices, .tornado: true
      }
    }
  }

  /// The name under which results are reported.
  public var name: String
  /// Scenario files as the design names them, beside its own file; the first is the baseline.
  public var scenarios: [String]
  /// Values laid over all scenarios, as `--set` takes them.
  public var settings: [Setting]
  /// Measures that are reported.
  public var measures: [String]
  /// How the points are chosen.
  public var method: Method
  /// What varies.
  public var variables: [Variable]
  /// Resamples of the bootstrap of a sensitivity analysis.
  public var resamples: Int

  /// Creates a design.
  public init(
    name: String, scenarios: [String], settings: [Setting], measures: [String], method: Method,
    variables: [Variable], resamples: Int
  ) {
    self.name = name
    self.scenarios = scenarios
    self.settings = settings
    self.measures = measures
    self.method = method
    self.variables = variables
    self.resamples = resamples
  }

  /// A value for a key of a scenario.
  public struct Setting: Hashable, Sendable {
    /// The dotted path.
    public var path: String
    /// The value as it would be typed.
    public var value: String

    /// Creates a setting.
    public init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }
}
