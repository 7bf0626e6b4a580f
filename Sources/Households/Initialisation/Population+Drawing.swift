import ExactMath
import Randomness
import Simulation

extension Population {
  /// Draws all households of one replication from the survey and places them (model, 5).
  ///
  /// What of a row's consumption lasts is told apart from luck and error (``Opening``). Assets are
  /// `k = need a_0 w^1.1 LogNormal(mean 1)` with `w` the lasting welfare ratio; levels are drawn by its rank in
  /// the country, debt and skill by its band; the labour potential is solved so that income without luck pays for it.
  /// Complexity: O(households log rows).
  ///
  /// - Parameters:
  ///   - scenario: places, parameters and regime.
  ///   - geography: the settlements.
  ///   - strata: survey rows for each place.
  ///   - scale: `g` by settlement type.
  ///   - stream: draws of the replication.
  ///   - team: workers; settlements are drawn independently.
  ///   - opening: takes what the burn-in must end with.
  convenience init(
    _ scenario: Scenario, geography: Geography, strata: [SurveyStratum], scale: [SettlementType: Double],
    stream: RandomStream, team: WorkerTeam, opening: Opening
  ) {
    self.init(geography: geography)
    let solver = PotentialSolver(scenario.parameters, regime: scenario.regime)
    let ranks = Dimension.allCases.map { LevelRanks(scenario.parameters.initial, $0) }
    team.share(geography.settlementCount) { settlement, _ in
      let place = geography.place(ofSettlement: settlement)
      let scale = naturalLogarithm(scale[geography.places[place].settlementType] ?? 1)
      draw(settlement, from: strata[place], scale: scale, solver, ranks, stream, opening)
    }
    openingStocks = (0..<geography.settlementCount).map { stocks(ofSettlement: $0) }
  }

  private func draw(
    _ settlement: Int, from stratum: SurveyStratum, scale: Double, _ solver: PotentialSolver, _ ranks: [LevelRanks],
    _ stream: RandomStream, _ opening: Opening
  ) {
    let parameters = solver.parameters
    let members = geography.members(ofSettlement: settlement)
    var lasting: [Double] = []
    for household in members {
      let luck = stream.draw(household, .surveyRow)
      let (row, logarithm, points) = stratum.row(luck.wideUniform0)
      setTraits(household, row, parameters, stream)
      let welfare = opening.draw(
        household, logarithm: logarithm, points: points, scale: scale, stratum.lasting, parameters, stream)
      setState(household, welfare: welfare, parameters, ranks, stream)
      beginLuck(household, opening, parameters, stream)
      lasting.append(welfare)
    }
    Patrons.observeNeighbours(self, settlement: settlement)
    markUp[settlement] = parameters.patrons.markUpMaximum * patronPower[settlement]
    let noLuck = exponential(-parameters.earn.luckVariance / 2)
    for (household, welfare) in zip(members, lasting) {
      solver.solve(
        self, household, settlement: settlement, welfare: welfare, lasting: welfare, luck: noLuck)
      self.welfare[household] = Float(welfare)
      let price = parameters.trade.price(economic: state[household].economic, markUp: markUp[settlement])
      consumption[household] = roundToMoneyGrid(welfare * need[household] * price)
    }
    receivable[settlement] = members.reduce(0) { $0 + debt[$1] }
  }

  /// Draws the lasting deviation with which the burn-in begins, given the one with which it ends: a stationary path is the
  /// same in both directions of time.
  private func beginLuck(_ household: Int, _ opening: Opening, _ parameters: Parameters, _ stream: RandomStream) {
    let quarters = Int(parameters.initial.burnInQuarters)
    let power = (0..<quarters).reduce(1.0) { product, _ in product * parameters.earn.persistence }
    let spread = parameters.earn.persistentDeviation * squareRootOfMagnitude(1 - power * power)
    let luck = stream.draw(household, .openingLuck, step: 2)
    labourDeviation[household] = Float(power * Double(opening.deviation[household]) + spread * luck.normal0)
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

  private func setState(
    _ household: Int, welfare: Double, _ parameters: Parameters, _ ranks: [LevelRanks], _ stream: RandomStream
  ) {
    let initial = parameters.initial
    let levels = stream.draw(household, .initialLevels)
    let spread = stream.draw(household, .initialAssets)
    let more = stream.draw(household, .initialLevels, step: 1)
    let band = InitialParameters.welfareBand(of: welfare)
    let logarithm = naturalLogarithm(welfare)
    let common =
      stream.draw(household, .initialLevels, step: 2).normal0 * squareRootOfMagnitude(initial.commonCorrelation)
    let own = squareRootOfMagnitude(1 - initial.commonCorrelation)
    let economic = ranks[0].level(ofLogarithm: logarithm, common + own * levels.normal0)
    state[household] = DependencyState(
      economic: economic, social: ranks[1].level(ofLogarithm: logarithm, common + own * levels.normal1),
      political: ranks[2].level(ofLogarithm: logarithm, common + own * spread.normal1))
    skill[household] = UInt8(InitialParameters.level(in: initial.skill, band: band, more.uniform2))
    if more.uniform0 < initial.debtor[band] {
      debt[household] = roundToMoneyGrid(more.uniform1 * parameters.trade.creditLimit[economic] * need[household])
    }
    let deviation = initial.assetDeviation
    let wealthLogarithm =
      initial.assetElasticity * logarithm + deviation * spread.normal0 - deviation * deviation / 2
    assets[household] = roundToMoneyGrid(initial.assetShare * need[household] * exponential(wealthLogarithm))
    let doublings = roundToFeatureGrid(binaryLogarithm(1 + assets[household] / need[household]))
    wealth[household] = Int16(clamping: Int(doublings * 1024))
    initialWealth[household] = wealth[household]
    score[household] = max(0, min(100, scoreBase[household]))
  }
}
