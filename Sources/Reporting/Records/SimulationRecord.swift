package import Experiments
package import Households

/// What is recorded of a simulation, whatever it was made for.
package struct SimulationRecord: Sendable, Codable {
  /// Name of the scenario that others are compared with: the first.
  package let baseline: String
  /// Seed of every draw.
  package var seed: UInt64
  /// Values of the command line, in the order in which they were applied.
  package var overrides: [OverrideRecord]
  package var replications: Int
  /// Until when replications were added; nil where their number was given.
  package var precision: Precision?
  package var households: Int
  /// Length of each run, quarters.
  package var quarters: Int
  /// The processes of a quarter, in order.
  package var processes: [String]
  /// Quarters between observations.
  package var observeEvery: Int
  /// Quarters at which every household is recorded.
  package var microdataAt: [Int]
  /// How far groups are told of.
  package var detail: Detail
  /// Where households were drawn from, in words.
  package var survey: String
  /// Scale of surveyed consumption.
  package var consumptionScale: ScaleRecord
  /// The scenarios; the first is the baseline.
  package var scenarios: [ScenarioRecord]

  package init(
    scenarios: [ScenarioRecord], seed: UInt64, overrides: [OverrideRecord] = [], replications: Int,
    precision: Precision? = nil, households: Int, quarters: Int, processes: [String], observeEvery: Int,
    microdataAt: [Int] = [], detail: Detail = .population, survey: String,
    consumptionScale: [SettlementType: Double] = [:]
  ) {
    baseline = scenarios.first?.name ?? ""
    self.seed = seed
    self.overrides = overrides
    self.replications = replications
    self.precision = precision
    self.households = households
    self.quarters = quarters
    self.processes = processes
    self.observeEvery = observeEvery
    self.microdataAt = microdataAt
    self.detail = detail
    self.survey = survey
    self.consumptionScale = ScaleRecord(consumptionScale)
    self.scenarios = scenarios
  }

  private enum CodingKeys: String, CodingKey {
    case baseline, seed, overrides, replications, precision, households, quarters, processes
    case observeEvery = "observe_every"
    case microdataAt = "microdata_at"
    case detail, survey
    case consumptionScale = "consumption_scale"
    case scenarios
  }
}

/// A scale of consumption for each type of settlement; nil where there is none of a kind.
package struct ScaleRecord: Sendable, Codable {
  let rural: Double?
  let urban: Double?

  package init(_ scale: [SettlementType: Double]) { (rural, urban) = (scale[.rural], scale[.urban]) }
}
