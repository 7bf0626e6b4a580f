import ExactMath
import Simulation
import Statistics

/// Solves the scale of surveyed consumption, for villages and towns, so that the burn-in ends with official headcounts.
///
/// Surveyed consumption leaves out much of what households produce themselves; the scale `g` makes up for it. Villages
/// and towns do not influence each other and are solved together.
struct ConsumptionScaleSolver {
  /// Households for each settlement type with which the scale is solved, however many the scenario simulates: the
  /// sampling error of a headcount of 25% is then about 0.3 points.
  static let samplePerType = 30_000
  /// Burn-ins that are tried at most; three or four are usual.
  static let steps = 20

  let scenario: Scenario
  let strata: [SurveyStratum]
  let team: WorkerTeam
  let blockSize: Int

  /// The scale of each settlement type: as given, or solved.
  func solve() throws(ModelError) -> [SettlementType: Double] {
    let population = scenario.population
    let types = SettlementType.allCases.filter { type in
      population.places.contains { $0.settlementType == type } && population.consumptionScale[type] == nil
    }
    guard !types.isEmpty else { return population.consumptionScale }
    var searches: [SettlementType: ScaleSearch] = [:]
    for type in types {
      guard let official = population.officialHeadcount[type] else {
        throw ModelError(description: "population.official_headcount.\(type.rawValue) is needed to scale consumption")
      }
      searches[type] = ScaleSearch(official: official)
    }
    for _ in 0..<Self.steps where searches.values.contains(where: { !$0.isDone }) {
      let headcounts = headcounts(scale: scale(searches))
      for type in types { searches[type]?.learn(headcounts[type] ?? .nan) }
    }
    for type in types where searches[type]?.isDone != true {
      let rows = zip(population.places, strata).filter { $0.0.settlementType == type }.flatMap(\.1.rows)
      let doubt = UnitSuspicion(rows, povertyLine: scenario.parameters.initial.povertyLine).words
      throw ModelError(
        description: "no scale of consumption gives the official headcount of \(type.rawValue) places; "
          + (doubt.map { $0 + ". Mend it, or " } ?? "")
          + "give population.consumption_scale.\(type.rawValue) or another headcount")
    }
    return scale(searches)
  }

  private func scale(_ searches: [SettlementType: ScaleSearch]) -> [SettlementType: Double] {
    scenario.population.consumptionScale.merging(searches.mapValues { exponential($0.logarithm) }) { given, _ in given }
  }

  private var sample: Int { Self.samplePerType * Set(scenario.population.places.map(\.settlementType)).count }

  /// The scenario with a union council for each settlement, so that no single event moves the headcount.
  private var sampled: Scenario {
    var sampled = scenario
    let real = scenario.population.places.reduce(0) { $0 + $1.households }
    for (index, place) in scenario.population.places.enumerated() {
      let size = scenario.parameters.initial.settlementSize[place.settlementType == .rural ? 0 : 1]
      let settlements = Double(sample) * place.households / real / size
      sampled.population.places[index].unionCouncils = max(1, Int(settlements))
    }
    return sampled
  }

  /// Headcount ratio (share of persons) of each settlement type at the end of a burn-in.
  private func headcounts(scale: [SettlementType: Double]) -> [SettlementType: Double] {
    let settled = Model.settled(
      sampled, households: sample, strata: strata, scale: scale, replication: 0, team: team,
      blockSize: blockSize)
    var persons: [SettlementType: Double] = [:]
    var poor: [SettlementType: Double] = [:]
    for settlement in 0..<settled.geography.settlementCount {
      let place = settled.geography.place(ofSettlement: settlement)
      let type = settled.geography.places[place].settlementType
      for household in settled.geography.members(ofSettlement: settlement) {
        let members = Double(settled.persons[household]) * settled.geography.weights[place]
        persons[type, default: 0] += members
        if PovertyLine.isPoor(welfareRatio: settled.welfare[household]) { poor[type, default: 0] += members }
      }
    }
    return persons.reduce(into: [:]) { $0[$1.key] = (poor[$1.key] ?? 0) / $1.value }
  }
}
