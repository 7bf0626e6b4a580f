/// What a programme does for the places of its area in a projection, beside organising them.
final class CohortPlaceWork {
  let surveys: [CohortSurvey]
  let skillCentres: CohortCentres?
  private let account: CohortAccount
  private let area: WorkingArea
  private let geography: Geography
  private let enrolment: ClosedRange<Int>?
  private let marketCentres: [CohortCentres]

  init(_ account: CohortAccount, scenario: Scenario, geography: Geography) {
    self.account = account
    self.geography = geography
    enrolment = account.programme.enrolment(in: scenario)
    let area = WorkingArea(
      scenario.area(of: account.programme), geography: geography, parameters: scenario.parameters.initial)
    self.area = area
    var (surveys, skills, markets): ([CohortSurvey], [CohortCentres], [CohortCentres]) = ([], [], [])
    for intervention in account.programme.community {
      switch intervention.kind {
      case .povertySurvey(let cost, let errorPoints, let capacity):
        surveys.append(
          CohortSurvey(
            intervention.name, cost: cost, errorPoints: errorPoints, capacity: capacity,
            settlements: area.settlements, geography: geography, account: account))
      case .skillCentre(let places, let setupCost, let runningCost):
        skills.append(
          CohortCentres(
            intervention.name, account: account, area: area, places: places, setupCost: setupCost,
            runningCost: runningCost))
      case .productionCentre(_, _, let marketGain, let setupCost, let runningCost):
        markets.append(
          CohortCentres(
            intervention.name, account: account, area: area, marketGain: marketGain, setupCost: setupCost,
            runningCost: runningCost))
      case .displayCentre(let marketGain, let setupCost, let runningCost):
        markets.append(
          CohortCentres(
            intervention.name, account: account, area: area, isInMarket: true, marketGain: marketGain,
            setupCost: setupCost, runningCost: runningCost))
      case .socialMobilisation, .marketRateAnalysis, .collectivePurchase, .collectiveWorks: break
      }
    }
    self.surveys = surveys
    skillCentres = skills.first
    marketCentres = markets
  }

  /// Does the work of a quarter, as far as money reaches.
  func work(step: Int, treatment: CohortTreatment, organisations: CohortOrganisations?) {
    let centres = marketCentres + [skillCentres].compactMap(\.self)
    guard account.hasMoney, let enrolment, enrolment.contains(step) else {
      for centre in centres { centre.close() }
      return
    }
    for survey in surveys { survey.work(step: step) }
    for centre in centres { centre.open(step: step, surroundings: &treatment.surroundings) }
    for intervention in account.programme.community {
      switch intervention.kind {
      case .marketRateAnalysis(let gain, let cost):
        let share = pay(cost, for: intervention.name, step: step) { _ in 1 }
        for council in area.unionCouncils {
          let known = treatment.surroundings[council].information
          treatment.surroundings[council].information += share * gain * (1 - known)
        }
      case .collectivePurchase(let discount, let cost):
        let share = pay(cost, for: intervention.name, step: step) {
          organisations?.chanceOfAny(settlement: $0) ?? 0
        }
        for council in area.unionCouncils {
          treatment.surroundings[council].discount = max(
            treatment.surroundings[council].discount, share * discount)
        }
      default: break
      }
    }
  }

  /// Pays for work in settlements, each with a chance.
  /// - Returns: the part that money allows, 0-1.
  private func pay(
    _ cost: Double, for name: String, step: Int, chance: (_ settlement: Int) -> Double
  ) -> Double {
    var (units, households) = (0.0, 0.0)
    for settlement in area.settlements {
      let weight = geography.weights[geography.place(ofSettlement: settlement)] * chance(settlement)
      units += weight
      households += weight * Double(geography.members(ofSettlement: settlement).count)
    }
    return account.spend(
      units * account.money(cost), on: name, units: units, households: households, step: step)
  }
}
