import ExactMath
import Simulation

/// What one programme's social mobilisation knows and has in a projection.
final class CohortMobilisation {
  let name: String
  let plan: SocialMobilisation
  let account: CohortAccount
  let councils: [Int]
  let councilWeights: [Double]
  /// Neighbourhoods of the area, poorest first.
  let neighbourhoods: [Int]
  let resourcePersonCredibility: Double
  /// By household: the chance that it joins when it is asked; 0 outside the area.
  let joiningChance: [Double]
  /// By neighbourhood: the share of households that are poor, those that would join, and the chance that so many of the
  /// right ones do that the organisation can be active.
  private(set) var poorShare: [Double]
  private(set) var expectedJoiners: [Double]
  private(set) var inclusionChance: [Double]
  private(set) var hasResourcePersons: [Bool]
  private var hasSeedGrant: [Bool]
  private let survey: CohortSurvey?
  private let enrolment: ClosedRange<Int>?
  private let geography: Geography
  private let population: Population
  private let scores: MeasuredScores
  private let isCovered: [Bool]
  private let activity: Double

  init(
    _ intervention: CommunityIntervention, plan: SocialMobilisation, account: CohortAccount, survey: CohortSurvey?,
    scenario: Scenario, population: Population
  ) {
    name = intervention.name
    self.plan = plan
    self.account = account
    self.survey = survey
    self.population = population
    let geography = population.geography
    self.geography = geography
    enrolment = account.programme.enrolment(in: scenario)
    let rules = scenario.parameters.institutions
    activity = rules.resourcePersonActivity
    resourcePersonCredibility = rules.resourcePersonCredibility * (plan.selection + plan.training + plan.procedures) / 3
    let area = WorkingArea(
      scenario.area(of: account.programme), geography: geography, parameters: scenario.parameters.initial)
    councils = area.unionCouncils
    councilWeights = area.unionCouncilWeights
    let scores = MeasuredScores(survey: nil, wealthPoints: scenario.parameters.score.wealth)
    self.scores = scores
    var chances = [Double](repeating: 0, count: population.households)
    var covered = [Bool](repeating: false, count: geography.neighbourhoodCount)
    var order: [(score: Double, neighbourhood: Int)] = []
    for settlement in area.settlements {
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        let members = geography.members(ofNeighbourhood: neighbourhood)
        covered[neighbourhood] = true
        order.append((scores.mean(population, of: members) ?? 0, neighbourhood))
        for household in members { chances[household] = Self.chance(household, population, plan, rules, scores) }
      }
    }
    isCovered = covered
    joiningChance = chances
    neighbourhoods = order.sorted { $0 < $1 }.map(\.neighbourhood)
    let zeros = [Double](repeating: 0, count: geography.neighbourhoodCount)
    (poorShare, expectedJoiners, inclusionChance) = (zeros, zeros, zeros)
    hasResourcePersons = Array(repeating: false, count: geography.unionCouncilCount)
    hasSeedGrant = hasResourcePersons
    for neighbourhood in neighbourhoods { measure(neighbourhood, rules) }
  }

  private static func chance(
    _ household: Int, _ population: Population, _ plan: SocialMobilisation, _ rules: InstitutionParameters,
    _ scores: MeasuredScores
  ) -> Double {
    let traits = population.traits[household]
    let band = Band(score: scores.points(population, household))
    return logistic(
      rules.joiningConstant + rules.joiningCredibility * plan.credibility
        + rules.joiningBand[Band.allCases.firstIndex(of: band) ?? 0]
        + rules.joiningSocial[population.state[household].social]
        + (traits.contains(.femaleHead) ? rules.joiningFemaleHead : 0)
        + (traits.contains(.minority) ? rules.joiningMinority : 0))
  }

  /// Works out who would join a neighbourhood's organisation and whether these would do, by the normal approximation to
  /// sums of independent decisions.
  private func measure(_ neighbourhood: Int, _ rules: InstitutionParameters) {
    let members = geography.members(ofNeighbourhood: neighbourhood)
    var (joiners, spread) = (0.0, 0.0)
    var (poor, poorJoiners, poorSpread) = (0.0, 0.0, 0.0)
    var (women, womenSpread) = (0.0, 0.0)
    for household in members {
      let chance = joiningChance[household]
      joiners += chance
      spread += chance * (1 - chance)
      if scores.isPoor(population, household) {
        poor += 1
        poorJoiners += chance
        poorSpread += chance * (1 - chance)
      }
      // A member counts 1 - share where a woman represents it, otherwise -share.
      let woman = population.traits[household].contains(.femaleHead) ? 1 : plan.womenOutreach
      let share = plan.minimumWomenShare
      let mean = chance * (woman - share)
      women += mean
      womenSpread += chance * (woman * (1 - share) * (1 - share) + (1 - woman) * share * share) - mean * mean
    }
    poorShare[neighbourhood] = poor / Double(members.count)
    expectedJoiners[neighbourhood] = joiners
    inclusionChance[neighbourhood] =
      Self.chance(of: joiners, spread, atLeast: rules.minimumMembers - 0.5)
      * Self.chance(of: poorJoiners, poorSpread, atLeast: plan.minimumPoorShare * poor - 0.5)
      * (plan.minimumWomenShare > 0 ? Self.chance(of: women, womenSpread, atLeast: 0) : 1)
  }

  private static func chance(of mean: Double, _ variance: Double, atLeast least: Double) -> Double {
    guard variance > 0 else { return mean >= least ? 1 : 0 }
    return normalCumulative((mean - least) / variance.squareRoot())
  }

  /// Whether the programme works in a neighbourhood.
  func covers(_ neighbourhood: Int) -> Bool { isCovered[neighbourhood] }

  /// Whether it knows who is poor there.
  func isKnown(neighbourhood: Int) -> Bool { survey?.hasReached(neighbourhood: neighbourhood) ?? true }

  /// Whether it is at work.
  func isRunning(step: Int) -> Bool { account.hasMoney && enrolment?.contains(step) ?? false }

  /// Whether its period has begun.
  func hasStarted(step: Int) -> Bool { enrolment.map { $0.lowerBound <= step } ?? false }

  /// Real neighbourhoods for which a simulated one stands.
  func weight(_ neighbourhood: Int) -> Double {
    let household = geography.neighbourhoodStarts[neighbourhood]
    return geography.weights[geography.place(ofSettlement: geography.settlement(ofHousehold: household))]
  }

  /// Real union councils that some of the population stand for.
  func realCouncils(_ councils: [Int]) -> Double { councils.reduce(0) { $0 + councilWeights[$1] } }

  /// Part of a settlement's extremely poor households that are organised; 1 where there are none.
  func poorestOrganised(settlement: Int, _ active: [Double]) -> Double {
    var (poorest, organised) = (0.0, 0.0)
    for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
      for household in geography.members(ofNeighbourhood: neighbourhood)
      where scores.points(population, household) <= MeasuredScores.extremelyPoor {
        poorest += 1
        organised += active[neighbourhood] * joiningChance[household]
      }
    }
    return poorest > 0 ? organised / poorest : 1
  }

  /// Gives a local support organisation its seed grant and trains its resource persons, each once.
  func endow(_ council: Int, step: Int) {
    let weight = councilWeights[council]
    let grant = account.money(weight * plan.seedGrant)
    if !hasSeedGrant[council], grant > 0, account.affordableShare(of: [grant], from: step) >= 1 {
      hasSeedGrant[council] = true
      _ = account.spend(grant, on: name + "/seed grants", units: weight, households: 0, step: step)
    }
    let persons = activity > 0 ? weight * plan.resourcePersons : 0
    let training = account.money(persons * plan.trainingCost)
    if !hasResourcePersons[council], persons > 0, account.affordableShare(of: [training], from: step) >= 1 {
      hasResourcePersons[council] = true
      _ = account.spend(training, on: name + "/training", units: persons, households: 0, step: step)
    }
  }
}
