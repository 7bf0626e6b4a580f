/// All that one simulated future depends on, besides the survey: decided before it runs, unchanged while it runs.
public struct Scenario: Sendable {
  /// Replications that there may be at most, whoever asks for them.
  public static let replicationsAtMost = 100_000

  /// The name under which results are reported.
  public var name: String
  /// The calendar quarter of step 1; observations at quarter 0 are its opening.
  public var start: CalendarQuarter
  /// Length in years of four quarters.
  public var years: Int
  /// Replications that a run makes unless told otherwise.
  public var replications: Int
  /// Seed of every draw.
  public var seed: UInt64
  /// The theory of traps.
  public var regime: Regime
  /// Who is simulated.
  public var population: PopulationSpecification
  /// The numbers of the model's rules.
  public var parameters: Parameters
  /// What partners offer, in the order in which they enrol.
  public var programmes: [Programme]
  /// Partners with an area or a budget of their own; programmes may name others.
  public var partners: [Partner] = []
  /// How partners coordinate; nil: each programme works down one list of its whole area.
  public var coordination: Coordination?

  /// Creates a scenario.
  public init(
    name: String, start: CalendarQuarter, years: Int, replications: Int, seed: UInt64, regime: Regime,
    population: PopulationSpecification, parameters: Parameters = Parameters(), programmes: [Programme] = []
  ) {
    self.name = name
    self.start = start
    self.years = years
    self.replications = replications
    self.seed = seed
    self.regime = regime
    self.population = population
    self.parameters = parameters
    self.programmes = programmes
  }

  /// Number of steps.
  public var quarters: Int { 4 * years }

  /// What keeps two scenarios from being compared household by household.
  /// - Parameter other: the scenario to compare with.
  /// - Returns: the keys that would have to be the same and are not; empty where the two can be compared.
  public func obstacles(toComparisonWith other: Scenario) -> [String] {
    let differences = [
      (population != other.population, "population"), (start != other.start, "start"), (years != other.years, "years"),
      (seed != other.seed, "seed"), (regime != other.regime, "regime"),
    ]
    let shared = Parameters.catalogue.filter { $0.path.hasPrefix("initial.") || $0.path.hasPrefix("evaluation.") }
    return differences.filter(\.0).map(\.1)
      + shared.filter { $0.value(in: parameters) != $0.value(in: other.parameters) }.map { "parameters." + $0.path }
  }

  /// Where a programme works: its own area or, if it names none, its partner's.
  /// - Parameter programme: one of the scenario's.
  /// - Returns: where it works.
  public func area(of programme: Programme) -> Area {
    programme.area(orThatOf: partners.first { $0.name == programme.partner })
  }
}

extension Programme {
  /// Where it works: its own area or, if it names none, its partner's.
  /// - Parameter partner: the partner that runs it, where the scenario lists it.
  /// - Returns: where it works.
  public func area(orThatOf partner: Partner?) -> Area { area == Area() ? partner?.area ?? Area() : area }
}
