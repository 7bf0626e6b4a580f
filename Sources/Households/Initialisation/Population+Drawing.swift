import ExactMath
import Randomness
import Simulation

extension Population {
  /// Draws all households of one replication from the survey and places them (model, 5).
  ///
  /// Consumption of a row is scaled by `g` to the welfare ratio `w = g c / need`; assets are
  /// `k = 0.18 need w^2.2 LogNormal(mean 1, sd 0.5)`; levels, debt and skill are drawn by welfare band; and the labour
  /// potential is solved so that expected income of the first quarter pays for the surveyed consumption.
  /// Complexity: O(households log rows).
  ///
  /// - Parameters:
  ///   - scenario: places, parameters and regime.
  ///   - geography: the settlements.
  ///   - strata: survey rows for each place.
  ///   - scale: `g` by settlement type.
  ///   - stream: draws of the replication.
  ///   - team: workers; settlements are drawn independently.
  convenience init(
    _ scenario: Scenario, geography: Geography, strata: [SurveyStratum], scale: [SettlementType: Double],
    stream: RandomStream, team: WorkerTeam
  ) {
    self.init(geography: geography)
    let technique = CapitalTechnique(scenario.parameters.earn, regime: scenario.regime)
    team.share(geography.settlementCount) { settlement, _ in
      let place = geography.place(ofSettlement: settlement)
      let scale = scale[geography.places[place].settlementType] ?? 1
      draw(settlement, from: strata[place], scale: scale, scenario.parameters, technique, stream)
    }
    openingStocks = (0..<geography.settlementCount).map { stocks(ofSettlement: $0) }
  }

  private func draw(
    _ settlement: Int, from stratum: SurveyStratum, scale: Double, _ parameters: Parameters,
    _ technique: CapitalTechnique, _ stream: RandomStream
  ) {
    let members = geography.members(ofSettlement: settlement)
    var target: [Double] = []
    for household in members {
      let luck = stream.draw(household, .surveyRow)
      let row = stratum.row(luck.wideUniform0)
      setTraits(household, row, parameters, stream)
      let welfare = scale * row.consumptionPerMonth * 3 / 1000 / need[household]
      setState(household, welfare: welfare, parameters, stream)
      target.append(welfare * need[household])
    }
    Patrons.observeNeighbours(self, settlement: settlement)
    markUp[settlement] = parameters.patrons.markUpMaximum * patronPower[settlement]
    for (household, consumption) in zip(members, target) {
      solveLabourPotential(
        household, consumption: consumption, markUp: markUp[settlement], marketAccess: marketAccess[settlement],
        parameters, technique)
    }
    receivable[settlement] = members.reduce(0) { $0 + debt[$1] }
  }

  private func setTraits(
    _ household: Int, _ row: SurveyHousehold, _ parameters: Parameters, _ stream: RandomStream
  ) {
    let luck = stream.draw(household, .initialTraits)
    let isMinority = luck.uniform0 < parameters.initial.minorityShare
    var traits: Traits = []
    if row.femaleHead { traits.insert(.femaleHead) }
    if row.headLiterate { traits.insert(.headLiterate) }
    if isMinority { traits.insert(.minority) }
    if row.elderly > 0 { traits.insert(.elderlyMember) }
    if row.landAcres > 0 && row.headLiterate && !isMinority { traits.insert(.club) }
    if luck.uniform1 < parameters.initial.interestBearingShare { traits.insert(.bearsInterest) }
    self.traits[household] = traits
    persons[household] = UInt8(clamping: row.persons)
    workers[household] = UInt8(clamping: row.workers)
    dependants[household] = UInt8(clamping: row.children + row.elderly)
    need[household] = roundToMoneyGrid(parameters.initial.povertyLine * row.adultEquivalents)
    scoreBase[household] = Float(parameters.score.base(of: row))
    let idle = luck.uniform2 < parameters.initial.idleResourceShare
    idleResource[household] = idle ? Float(luck.uniform3 * parameters.initial.idleResourceMaximum) : 0
  }

  private func setState(_ household: Int, welfare: Double, _ parameters: Parameters, _ stream: RandomStream) {
    let initial = parameters.initial
    let levels = stream.draw(household, .initialLevels)
    let spread = stream.draw(household, .initialAssets)
    let more = stream.draw(household, .initialLevels, step: 1)
    let band = InitialParameters.welfareBand(of: welfare)
    let economic = InitialParameters.level(in: initial.economic, band: band, levels.uniform0)
    state[household] = DependencyState(
      economic: economic,
      social: InitialParameters.level(in: initial.social, band: band, levels.uniform1),
      political: InitialParameters.level(in: initial.political, band: band, levels.uniform2))
    skill[household] = UInt8(InitialParameters.level(in: initial.skill, band: band, levels.uniform3))
    if more.uniform0 < initial.debtor[band] {
      debt[household] = roundToMoneyGrid(more.uniform1 * parameters.trade.creditLimit[economic] * need[household])
    }
    let deviation = initial.assetDeviation
    let logarithm =
      initial.assetElasticity * naturalLogarithm(welfare) + deviation * spread.normal0 - deviation * deviation / 2
    assets[household] = roundToMoneyGrid(initial.assetShare * need[household] * exponential(logarithm))
    let doublings = roundToFeatureGrid(binaryLogarithm(1 + assets[household] / need[household]))
    wealth[household] = Int16(clamping: Int(doublings * 1024))
    initialWealth[household] = wealth[household]
    labourDeviation[household] = Float(squareRootOfMagnitude(parameters.earn.deviationVariance) * spread.normal1)
    score[household] = max(0, min(100, scoreBase[household]))
  }

  /// Solves `B` so that, without luck, first-quarter income pays for consumption, saving and interest.
  private func solveLabourPotential(
    _ household: Int, consumption: Double, markUp: Double, marketAccess: Double, _ parameters: Parameters,
    _ technique: CapitalTechnique
  ) {
    let economic = state[household].economic
    let priced = need[household] * parameters.trade.price(economic: economic, markUp: markUp)
    var cash = consumption
    if consumption > priced { cash = priced + (consumption - priced) / (1 - parameters.trade.savingRate) }
    if traits[household].contains(.bearsInterest) {
      cash += parameters.trade.interestRate[economic] * debt[household]
    }
    let level = Int(skill[household])
    let capital = technique.income(
      assets: assets[household], marketAccess: marketAccess, skill: level,
      inClub: traits[household].contains(.club))
    let share = parameters.earn.labourShare(skill: level, economic: economic)
    // A household lives on something even where its assets would pay for all that it consumes.
    let labour = max(cash - capital, 0.05 * need[household])
    labourPotential[household] = labour / max(share, 0.01)
    self.consumption[household] = roundToMoneyGrid(consumption)
    welfare[household] = Float(consumption / priced)
  }
}
