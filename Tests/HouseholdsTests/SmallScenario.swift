@testable import Households

extension Place {
  static let kasurVillages = Place(
    district: "Kasur", tehsil: "Kasur", settlementType: .rural, households: 2400, unionCouncils: 3,
    stratum: SyntheticSurvey.rural)
  static let kasurTown = Place(
    district: "Kasur", tehsil: "Kasur", settlementType: .urban, households: 1000, unionCouncils: 2,
    stratum: SyntheticSurvey.urban)
  static let okaraVillages = Place(
    district: "Okara", tehsil: "Depalpur", settlementType: .rural, households: 1600, unionCouncils: 2,
    stratum: SyntheticSurvey.rural)
}

extension Parameters {
  /// Registers the voiceless and clients like all others, so that everybody receives the whole of what is offered.
  mutating func registerEverybodyDirectly() {
    targeting.voicelessRegistration = 1
    targeting.brokeredShare = 0
  }

  /// The usual barriers of registration.
  mutating func registerAsUsual() {
    let usual = Parameters().targeting
    targeting.voicelessRegistration = usual.voicelessRegistration
    targeting.brokeredShare = usual.brokeredShare
  }
}

extension Scenario {
  /// Villages and a town of Kasur and villages of Okara: 5,000 real households, as many simulated unless told
  /// otherwise.
  ///
  /// Nobody is kept from registration, and every loan is taken, unless the parameters are changed.
  static func small(
    places: [Place] = [.kasurVillages, .kasurTown, .okaraVillages], households: Int? = nil, years: Int = 2,
    regime: Regime = .threshold, scale: [SettlementType: Double] = [.rural: 1.7, .urban: 1.5],
    programmes: [Programme] = [], _ change: (inout Parameters) -> Void = { _ in }
  ) -> Scenario {
    var parameters = Parameters()
    parameters.registerEverybodyDirectly()
    parameters.programmes.loanCoverage = 0
    change(&parameters)
    return Scenario(
      name: "small", start: CalendarQuarter(year: 2019, quarter: 1), years: years, replications: 1, seed: 20_260_101,
      regime: regime,
      population: PopulationSpecification(
        simulatedHouseholds: households, places: places, officialHeadcount: [.rural: 0.307, .urban: 0.125],
        consumptionScale: scale),
      parameters: parameters, programmes: programmes)
  }

  /// The same scenario with programmes.
  func with(_ programmes: Programme...) -> Scenario {
    var scenario = self
    scenario.programmes = programmes
    return scenario
  }

  /// The same scenario with other parameters.
  func changing(_ change: (inout Parameters) -> Void) -> Scenario {
    var scenario = self
    change(&scenario.parameters)
    return scenario
  }

  func model(threads: Int = 2, blockSize: Int = 512, survey: [SurveyHousehold] = SyntheticSurvey.rows) throws -> Model {
    try Model(baseline: self, survey: survey, options: ModelOptions(threads: threads, blockSize: blockSize))
  }
}

extension Programme {
  /// A programme that enrols from the first quarter of the small scenario, in prices of 2019.
  static func small(
    named name: String = "Help", area: Area = Area(), from: String = "2019-Q1", until: String = "2019-Q1",
    total: Double? = nil, quarterly: Double? = nil, capacity: Double? = nil, target: Targeting = Targeting(),
    _ package: Intervention...
  ) throws -> Programme {
    guard let from = CalendarQuarter(from), let until = CalendarQuarter(until) else { throw UnreadableQuarter() }
    return Programme(
      name: name, partner: "Partner of \(name)", area: area, from: from, until: until, totalBudget: total,
      quarterlyBudget: quarterly, priceYear: 2019, capacityPerQuarter: capacity, targeting: target, package: package)
  }

  private struct UnreadableQuarter: Error {}
}

extension Intervention {
  static func make(
    _ name: String, _ kind: Kind, cost: Double = 0, delay: Int = 0, takeUp: Double = 1, completion: Double = 1
  ) -> Intervention {
    Intervention(
      name: name, kind: kind, deliveryCost: cost, delayQuarters: delay, takeUp: takeUp, completion: completion)
  }

  static let cash = make("cash", .cashTransfer(amount: 5000, quarters: 1), cost: 200)
}

extension EarnParameters {
  /// Techniques with which incomes are worked out by hand, whatever the defaults are.
  static var byHand: EarnParameters {
    var parameters = EarnParameters()
    parameters.simpleProductivity = 0.135
    parameters.betterProductivity = 0.78
    parameters.betterFixedCost = 0.35
    parameters.betterAssetLimit = 2.6
    parameters.concaveProductivity = 0.214
    return parameters
  }
}
