import ExactMath
import Simulation

/// Whom a programme would enrol, by class: eligible shares at the start, and who comes first.
///
/// Eligibility goes by the scorecard, sex of head, minority and band as they were at the start, household by household
/// within each class; errors of measurement and lotteries enter as chances. A community's ranking goes without its
/// noise.
struct CohortTargeting: Sendable {
  /// Part of each class's households that are eligible; 0 outside the area.
  let eligibleShare: [Double]
  /// Of these, the part that applies within a year or is struck by a severe shock within a quarter; 1 where that is not
  /// asked.
  let comingShare: [Double]
  /// Classes with anybody eligible, in groups that come one after the other.
  let groups: [[Int]]

  init(_ programme: Programme, _ cohort: Cohort, scenario: Scenario, surveyError: Double?) {
    let population = cohort.population
    let targeting = programme.targeting
    let area = cohort.population.geography.settlements(of: scenario.area(of: programme))
    let chances = Self.chances(targeting, population, settlements: area, scenario: scenario, surveyError: surveyError)
    let points = { (household: Int) in
      Double(population.uncutScore(of: household, wealthPoints: scenario.parameters.score.wealth))
    }
    var (shares, coming, keys): ([Double], [Double], [(score: Double, index: Int)]) = ([], [], [])
    for index in 0..<cohort.classCount {
      let members = cohort.classes.members(of: index)
      let total = members.reduce(0) { $0 + chances[$1] }
      shares.append(total / Double(members.count))
      guard total > 0 else {
        coming.append(0)
        continue
      }
      coming.append(
        members.reduce(0) { $0 + chances[$1] * Self.coming($1, population, targeting, scenario.parameters) } / total)
      keys.append((members.reduce(0) { $0 + chances[$1] * points($1) } / total, index))
    }
    eligibleShare = shares
    comingShare = coming
    switch targeting.order {
    case .poorestFirst: groups = keys.sorted { $0 < $1 }.map { [$0.index] }
    case .random: groups = keys.isEmpty ? [] : [keys.map(\.index)]
    }
  }

  /// The chance of each household to be eligible.
  private static func chances(
    _ targeting: Targeting, _ population: Population, settlements: [Int], scenario: Scenario, surveyError: Double?
  ) -> [Double] {
    var chances = [Double](repeating: 0, count: population.households)
    let excluded = Set(targeting.excludedHouseholds)
    let error = targeting.survey == nil ? targeting.scoreErrorPoints : surveyError ?? 0
    let wealthPoints = scenario.parameters.score.wealth
    for settlement in settlements {
      let members = population.geography.members(ofSettlement: settlement)
      let poorest = targeting.communityShare.map {
        Self.poorest($0, of: members, population, wealthPoints, eliteWeight: scenario.parameters.targeting.eliteWeight)
      }
      for household in members where !excluded.contains(household) {
        if let poorest, !poorest.contains(household) { continue }
        let traits = population.traits[household]
        if let femaleHead = targeting.femaleHead, traits.contains(.femaleHead) != femaleHead { continue }
        if let minority = targeting.minority, traits.contains(.minority) != minority { continue }
        let points = Double(population.uncutScore(of: household, wealthPoints: wealthPoints))
        chances[household] =
          (targeting.lotteryShare ?? 1)
          * chance(points, error: poorest == nil ? error : 0, cutoff: targeting.scoreAtMost, bands: targeting.bands)
      }
    }
    return chances
  }

  /// The chance that a score is measured at most at a cut-off and within one of some bands.
  private static func chance(_ points: Double, error: Double, cutoff: Double?, bands: [Band]?) -> Double {
    func below(_ limit: Double) -> Double {
      guard error > 0 else { return points <= limit ? 1 : 0 }
      return normalCumulative((limit - points) / error)
    }
    let cut = cutoff ?? .infinity
    guard let bands else { return cut == .infinity ? 1 : below(cut) }
    let limits = [-.infinity, 11.5, 18.5, 23.5, 34.5, 50.5, .infinity]
    return Band.allCases.enumerated().reduce(0) { total, band in
      guard bands.contains(band.element) else { return total }
      let (low, high) = (min(limits[band.offset], cut), min(limits[band.offset + 1], cut))
      return total + (high == .infinity ? 1 : below(high)) - (low == -.infinity ? 0 : below(low))
    }
  }

  /// The poorest part of a settlement as its community sees it, but for the noise.
  private static func poorest(
    _ share: Double, of members: Range<Int>, _ population: Population, _ wealthPoints: Double, eliteWeight: Double
  ) -> Set<Int> {
    let ranked = members.map { household in
      let points = Double(population.uncutScore(of: household, wealthPoints: wealthPoints))
      return (points - eliteWeight * Double(population.state[household].social) / 3, household)
    }.sorted { $0 < $1 }
    return Set(ranked.prefix(CommunityRanking.poorest(share, of: members.count)).map(\.1))
  }

  /// The chance that an eligible household applies in a year, or is severely struck in a quarter.
  private static func coming(
    _ household: Int, _ population: Population, _ targeting: Targeting, _ parameters: Parameters
  ) -> Double {
    var chance = 1.0
    let state = population.state[household]
    if targeting.selfSelection {
      let rules = parameters.targeting
      let shortfall = max(-1, min(1, 1 - Double(population.welfare[household])))
      chance *= logistic(
        rules.selfSelectionConstant + rules.selfSelectionNeed * shortfall
          + (state.political >= 2 ? rules.selfSelectionAwareness : 0))
    }
    if targeting.afterShock {
      let rules = parameters.shocks
      let exposure = 1 - rules.insurance[state.social]
      let range = rules.eventSeverityMaximum - rules.eventSeverityMinimum
      let beyond = exposure > 0 ? rules.eventSeverityMaximum - rules.severeEvent / exposure : 0
      let event = rules.eventProbability * max(0, min(1, range > 0 ? beyond / range : (beyond >= 0 ? 1 : 0)))
      let isElderly = population.traits[household].contains(.elderlyMember)
      let illness = rules.illnessProbability + (isElderly ? rules.elderlyIllnessProbability : 0)
      let severe = exposure * rules.illnessCost
      chance *= 1 - (1 - event) * (1 - (severe > 0 ? illness * exponential(-rules.severeIllness / severe) : 0))
    }
    return chance
  }
}
