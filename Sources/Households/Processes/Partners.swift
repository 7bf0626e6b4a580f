import ExactMath
import Randomness

/// All that partners keep during a run: accounts, registers and the desks that enrol and deliver.
struct Partners: Sendable {
  /// What the poverty surveys have found so far, by the programme that makes them.
  let surveys: [String: SurveyedScores]
  /// One account for each programme, in the order of the scenario.
  let accounts: [ProgrammeAccount]
  /// One desk for each programme, for what households are offered.
  let desks: [ProgrammeDesk]

  init(_ scenario: Scenario, population: Population, stream: RandomStream, workers: Int) {
    var purses: [String: PartnerPurse] = [:]
    for partner in scenario.partners {
      guard let budget = partner.totalBudget,
        let deflator = scenario.parameters.prices.deflator(of: partner.priceYear)
      else { continue }
      purses[partner.name] = PartnerPurse(total: roundToMoneyGrid(budget / (1000 * deflator)))
    }
    var surveys: [String: SurveyedScores] = [:]
    for programme in scenario.programmes where programme.hasPovertySurvey {
      surveys[programme.name] = SurveyedScores(households: population.households)
    }
    self.surveys = surveys
    var accounts: [ProgrammeAccount] = []
    for (index, programme) in scenario.programmes.enumerated() {
      accounts.append(
        ProgrammeAccount(
          programme, number: index + 1, scenario: scenario, weights: population.geography.weights,
          purse: purses[programme.partner], lastStep: ProgrammeDesk.lastStep(of: programme, in: scenario)))
    }
    self.accounts = accounts
    desks = accounts.map { account in
      ProgrammeDesk(account, scenario: scenario, population: population, stream: stream, workers: workers)
    }
  }
}
