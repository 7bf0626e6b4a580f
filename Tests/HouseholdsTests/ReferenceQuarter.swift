import ExactMath
import Randomness
import Simulation

@testable import Households

/// One quarter of the model told a second time: plain structs, ordinary loops, no blocks, no matrix library.
///
/// It follows the formulas of the model and shares with the kernels only the elementary functions and the generator.
struct ReferenceQuarter {
  let parameters: Parameters
  let regime: Regime
  let stream: RandomStream
  let geography: Geography
  var households: [HouseholdState]
  var settlements: [SettlementState]
  let neighbourhoods: [NeighbourhoodState]
  let neighbourhoodOfHousehold: [Int]
  /// By union council.
  let centreGains: [Double]
  /// Household-quarters by move, `to + 64 (from + 64 place)`.
  var transitions: [Int64]

  init(_ population: Population, scenario: Scenario) {
    var parameters = scenario.parameters
    for pair in 0..<9 {
      // What keeps the shares of the levels steady: up from the lower level of the pair, down from the upper one.
      let (dimension, lower, shift) = (pair / 3, pair % 3, population.balance.shifts[pair])
      parameters.dependency.coefficients[4 * dimension + lower + Feature.count * 2 * dimension] += shift
      parameters.dependency.coefficients[4 * dimension + lower + 1 + Feature.count * (2 * dimension + 1)] -= shift
    }
    self.parameters = parameters
    regime = scenario.regime
    stream = RandomStream(seed: scenario.seed, replication: 0)
    geography = population.geography
    households = population.householdStates
    settlements = population.settlementStates
    neighbourhoods = population.neighbourhoodStates
    neighbourhoodOfHousehold = population.neighbourhoodOfHousehold
    centreGains = Array(population.communities.centreGain.elements)
    transitions = Array(repeating: 0, count: 4096 * geography.places.count)
  }

  mutating func advance(step: Int) {
    for place in 0..<settlements.count {
      let protection = min(1, parameters.shocks.worksProtection * Double(settlements[place].works))
      let severity = eventSeverity(geography.unionCouncilOfSettlement[place], step) * (1 - protection)
      for id in geography.members(ofSettlement: place) {
        let (labourFactor, illness) = suffer(id, place, severity: severity, step)
        let income = earn(id, place, labourFactor: labourFactor, step)
        trade(id, place, income: income, illness: illness, step)
        depend(id, place, step)
      }
    }
    for place in 0..<settlements.count { observePatron(place) }
    for id in households.indices { score(id) }
  }

  // MARK: Rounding

  private func money(_ amount: Double) -> Double { (amount * 1_048_576).rounded(.toNearestOrEven) / 1_048_576 }

  private func feature(_ value: Double) -> Double { (value * 1024).rounded(.toNearestOrEven) / 1024 }

  private func coefficient(_ value: Double) -> Double { (value * 65_536).rounded(.toNearestOrEven) / 65_536 }

  private func luck(_ entity: Int, _ step: Int, _ purpose: UInt32) -> RandomWords {
    stream.draw(entity: UInt32(entity), quarter: Int32(step), purpose: Purpose(rawValue: purpose))
  }

  private mutating func add(_ amount: Double, to flow: Flow, _ settlement: Int) {
    settlements[settlement].flows[flow.rawValue] += amount
  }

  private func has(_ id: Int, _ trait: Traits) -> Bool { households[id].traits & trait.rawValue != 0 }

  private func has(_ id: Int, _ standing: Standing) -> Bool { households[id].standing & standing.rawValue != 0 }

  private func neighbourhood(_ id: Int) -> NeighbourhoodState { neighbourhoods[neighbourhoodOfHousehold[id]] }

  private func isOrganised(_ id: Int) -> Bool { has(id, Standing.member) && neighbourhood(id).isActive }

  // MARK: 1. Shocks

  private func eventSeverity(_ council: Int, _ step: Int) -> Double {
    let luck = luck(council, step, 1)
    let shocks = parameters.shocks
    guard luck.uniform0 < shocks.eventProbability else { return 0 }
    return shocks.eventSeverityMinimum
      + luck.uniform1 * (shocks.eventSeverityMaximum - shocks.eventSeverityMinimum)
  }

  private mutating func suffer(
    _ id: Int, _ place: Int, severity: Double, _ step: Int
  ) -> (labourFactor: Double, illness: Double) {
    let shocks = parameters.shocks
    let luck = luck(id, step, 2)
    let need = households[id].need
    let exposure = 1 - shocks.insurance[households[id].social]
    let felt = severity * exposure
    let illnessProbability =
      shocks.illnessProbability + (has(id, .elderlyMember) ? shocks.elderlyIllnessProbability : 0)
    let isIll = luck.uniform0 < illnessProbability
    let paid = has(id, Standing.member) ? 1 - shocks.serviceAccess * neighbourhood(id).tier : 1
    let illness = isIll ? money(shocks.illnessCost * need * exposure * -naturalLogarithm(luck.uniform1) * paid) : 0
    var kept = 1 - shocks.eventAssetShare * felt
    if luck.uniform2 < shocks.assetLossProbability { kept *= 1 - shocks.assetLossShare * exposure }
    let remaining = money(households[id].assets * kept)
    add(households[id].assets - remaining, to: .assetsLost, place)
    households[id].assets = remaining
    let isSevere = severity > 0 && felt > 0 && felt >= shocks.severeEvent
    households[id].distress = isSevere || (illness > 0 && illness >= shocks.severeIllness * need) ? 1 : 0
    return (1 - felt, illness)
  }

  // MARK: 2. Earn

  private func normals(_ luck: RandomWords) -> (Double, Double) {
    let uniforms = [luck.wideUniform0, luck.wideUniform1]
    var result = [0.0, 0.0]
    uniforms.withUnsafeBufferPointer { uniforms in
      result.withUnsafeMutableBufferPointer { tabulatedNormalQuantiles(of: uniforms, into: $0) }
    }
    return (result[0], result[1])
  }

  private mutating func earn(_ id: Int, _ place: Int, labourFactor: Double, _ step: Int) -> Double {
    let earn = parameters.earn
    let household = households[id]
    let (lasting, passing) = normals(luck(id, step, 3))
    let lastingVariance = earn.persistentDeviation * earn.persistentDeviation
    let innovation = (lastingVariance * (1 - earn.persistence * earn.persistence)).squareRoot()
    let deviation = Float(earn.persistence * Double(household.labourDeviation) + innovation * lasting)
    households[id].labourDeviation = deviation
    let variance = lastingVariance + earn.transitoryDeviation * earn.transitoryDeviation
    let multiplier = exponential(earn.transitoryDeviation * passing - variance / 2 + Double(deviation))
    let skill = Int(household.skill)
    let idle = earn.idleLabourGain * household.assets / (household.assets + earn.idleLabourAssets * household.need)
    let labour =
      household.labourPotential * (1 + earn.skillPremium[skill]) * (1 - earn.wageWedge[household.economic])
      * multiplier * labourFactor * (1 + earn.coachingGain * Double(household.coaching) + idle)
    let settlement = settlements[place]
    let gain =
      1 + earn.worksGain * Double(settlement.works)
      + earn.centreEffect * centreGains[geography.unionCouncilOfSettlement[place]]
    let capital = capital(id, marketAccess: settlement.marketAccess * gain)
    let income = money(labour + capital)
    let reinvested = money(earn.reinvestedShare * capital)
    households[id].assets += reinvested
    add(income, to: .income, place)
    return income - reinvested
  }

  private func capital(_ id: Int, marketAccess: Double) -> Double {
    let earn = parameters.earn
    let need = households[id].need
    let assets = households[id].assets / need
    let skillGain = 1 + earn.skillProductivity * Double(households[id].skill)
    let simple = need * earn.simpleProductivity * assets.squareRoot()
    let isEntrepreneur = has(id, Standing.entrepreneur)
    let fixedCost = earn.betterFixedCost * (isEntrepreneur ? 1 - earn.entrepreneurCostReduction : 1)
    let used = min(assets, earn.betterAssetLimit).squareRoot()
    let better = need * (earn.betterProductivity * marketAccess * skillGain * used - fixedCost)
    switch regime {
    case .convergence: return need * earn.concaveProductivity * marketAccess * skillGain * assets.squareRoot()
    case .threshold: return max(simple, better)
    case .clubs: return has(id, .club) ? max(simple, better) : simple
    }
  }

  // MARK: 3. Trade and consume

  private mutating func trade(_ id: Int, _ place: Int, income: Double, illness: Double, _ step: Int) {
    let trade = parameters.trade
    let economic = households[id].economic
    let need = households[id].need
    let debt = households[id].debt
    let instalment = dueInstalment(id, place, step)
    let price = money(need * price(id, place))
    let interest = has(id, .bearsInterest) ? money(trade.interestRate[economic] * debt) : 0
    let transfer = households[id].promised
    let cash = income + transfer - interest - illness - instalment
    let floor = money(trade.consumptionFloor * price)
    // What is paid of instalment, interest and treatment; they are left unpaid in this order.
    var paid = [instalment, interest, illness]
    var consumption = cash
    let limit = money(trade.creditLimit[economic] * need)
    if cash >= price {
      let saving = isOrganised(id) ? min(1, trade.savingRate + trade.memberSavingRate) : trade.savingRate
      let kept = money(saving * (cash - price + instalment))
      let repaid = min(debt, money(trade.repaymentShare * (cash - price)))
      let rest = kept > repaid + instalment ? kept - repaid - instalment : 0
      let goal = (trade.savingsGoal + (isOrganised(id) ? trade.memberSavingsGoal : 0)) * need
      let missing = goal - households[id].savings
      let deposit = missing > 0 ? money(min(missing, trade.savingsShare * rest)) : 0
      let invested = money(trade.investmentShare * (rest - deposit))
      consumption = cash - repaid - rest
      households[id].debt -= repaid
      households[id].savings += deposit
      households[id].assets += invested
      add(repaid, to: .repaid, place)
      add(rest - deposit - invested, to: .durables, place)
      settlements[place].receivable -= repaid
    } else {
      // A part of what is missing, or what is missing to the floor if that is more.
      let wanted = max(money(trade.smoothing * (price - cash)), floor - cash)
      let saved = min(households[id].savings, wanted)
      households[id].savings -= saved
      let credit = min(wanted - saved, max(0, limit - debt))
      borrow(credit, id, place)
      consumption = cash + saved + credit
      if consumption < floor { consumption += sell(floor - consumption, id, place) }
      if consumption < 0 {
        var missing = -consumption
        consumption = 0
        let advance = min(max(0, -transfer), missing)
        borrow(advance, id, place)
        missing -= advance
        for claim in 0..<3 {
          let unpaid = min(paid[claim], missing)
          paid[claim] -= unpaid
          missing -= unpaid
        }
      }
    }
    if luck(id, step, 2).uniform3 < trade.purchaseProbability {
      let purchase = max(0, min(money(trade.purchaseSize * need), limit - households[id].debt))
      borrow(purchase, id, place)
      add(purchase, to: .durables, place)
    }
    households[id].hunger = Float(max(0, floor - consumption) / price)
    if households[id].hunger > 0 { households[id].distress |= 2 }
    households[id].consumption = consumption
    households[id].welfare = Float(consumption / price)
    households[id].surplus = Int16(feature(max(-1, min(1, (cash - price) / price))) * 1024)
    households[id].promised = 0
    add(transfer, to: .transfers, place)
    add(consumption, to: .consumption, place)
    add(paid[1], to: .interest, place)
    add(paid[2], to: .illness, place)
    add(paid[0], to: .instalments, place)
    repay(paid[0], id)
    let upkept = has(id, Standing.upkeep) ? 1 - trade.upkeepSaving : 1
    let decay = money(trade.depreciation * upkept * households[id].assets)
    households[id].assets -= decay
    add(decay, to: .decay, place)
  }

  private func price(_ id: Int, _ place: Int) -> Double {
    let trade = parameters.trade
    let settlement = settlements[place]
    var premium = trade.creditShare[households[id].economic] * settlement.markUp
    premium *= 1 - trade.informationEffect * settlement.rateInformation
    if isOrganised(id) { premium *= 1 - trade.purchaseEffect * settlement.purchaseDiscount }
    return 1 + premium
  }

  private mutating func borrow(_ amount: Double, _ id: Int, _ place: Int) {
    households[id].debt += amount
    settlements[place].receivable += amount
    add(amount, to: .lent, place)
  }

  /// Sells assets to raise cash; returns what it got.
  private mutating func sell(_ gap: Double, _ id: Int, _ place: Int) -> Double {
    let yield = 1 - parameters.trade.saleDiscount
    let sold = min(households[id].assets, money(gap / yield))
    let fetched = min(gap, money(sold * yield))
    households[id].assets -= sold
    add(sold - fetched, to: .saleDiscount, place)
    return fetched
  }

  private mutating func dueInstalment(_ id: Int, _ place: Int, _ step: Int) -> Double {
    let loan = households[id].loan
    guard loan > 0 else { return 0 }
    guard households[id].graceLeft == 0 else {
      households[id].graceLeft -= 1
      return 0
    }
    guard luck(id, step, 4).uniform0 >= parameters.trade.defaultProbability[households[id].economic] else {
      households[id].loan = 0
      households[id].instalmentsLeft = 0
      add(loan, to: .loansWrittenOff, place)
      return 0
    }
    return min(loan, money(loan / Double(max(1, households[id].instalmentsLeft))))
  }

  private mutating func repay(_ amount: Double, _ id: Int) {
    guard amount > 0 else { return }
    households[id].loan -= amount
    let left = households[id].instalmentsLeft
    households[id].instalmentsLeft = left > 1 ? left - 1 : (households[id].loan > 0 ? 1 : 0)
  }

  // MARK: 6. Dependency

  private func features(_ id: Int, _ place: Int) -> [Double] {
    let household = households[id]
    let settlement = settlements[place]
    func oneHot(_ level: Int) -> [Double] { (0..<4).map { $0 == level ? 1 : 0 } }
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    let isTrapped = household.economic <= 1 && household.social <= 1 && household.political <= 1
    return oneHot(household.economic) + oneHot(household.social) + oneHot(household.political) + [
      min(6, Double(household.wealth) / 1024), feature(min(4, household.debt / household.need)),
      Double(household.surplus) / 1024, household.distress > 0 ? 1 : 0, feature(Double(household.skill) / 3),
      flag(has(id, .femaleHead)), flag(has(id, .minority)), feature(settlement.connectedPeers),
      feature(settlement.roleModels), feature(settlement.patronPower), feature(Double(household.awareness)),
      feature(Double(household.coaching)), flag(isTrapped),
      isOrganised(id) ? feature(neighbourhood(id).maturity) : 0,
      has(id, Standing.member) ? feature(neighbourhood(id).tier) : 0,
      feature(min(1, Double(settlement.works) / 4)), flag(isOrganised(id) && settlement.stance == .retaliating),
    ]
  }

  private mutating func depend(_ id: Int, _ place: Int, _ step: Int) {
    let before = households[id]
    let doublings = feature(binaryLogarithm(1 + before.assets / before.need))
    households[id].wealth = Int16(doublings * 1024)
    let features = features(id, place)
    let odds = (0..<6).map { move in
      var sum = 0.0
      for index in 0..<features.count {
        sum += features[index] * coefficient(parameters.dependency.coefficients[index + features.count * move])
      }
      return Double(singleExponential(Float(sum)))
    }
    let luck = luck(id, step, 5)
    let economic = level(before.economic, up: odds[0], down: odds[1], luck.uniform0)
    let social = level(before.social, up: odds[2], down: odds[3], luck.uniform1)
    let political = level(before.political, up: odds[4], down: odds[5], luck.uniform2)
    households[id].state = UInt8(economic + 4 * social + 16 * political)
    transitions[Int(households[id].state) + 64 * (Int(before.state) + 64 * geography.place(ofSettlement: place))] += 1
    if before.economic == 2 && economic == 3 {
      let forgiven = money(parameters.dependency.settlementShare * before.debt)
      households[id].debt -= forgiven
      settlements[place].receivable -= forgiven
      add(forgiven, to: .forgiven, place)
    }
  }

  private func level(_ level: Int, up: Double, down: Double, _ uniform: Double) -> Int {
    let up = level == 3 ? 0 : up
    let down = level == 0 ? 0 : down
    let probabilityUp = up / (1 + up + down)
    let probabilityDown = down / (1 + up + down)
    if uniform < probabilityDown { return level - 1 }
    return uniform >= 1 - probabilityUp ? level + 1 : level
  }

  // MARK: 7. Patrons

  private mutating func observePatron(_ place: Int) {
    let patrons = parameters.patrons
    let organised = settlements[place].organisedShare
    settlements[place].stance =
      organised > patrons.concessionFrom
      ? .conceding : organised > 0 && organised >= patrons.retaliationFrom ? .retaliating : .accommodating
    if settlements[place].stance == .retaliating {
      for id in geography.members(ofSettlement: place) where isOrganised(id) { callDebt(id, place) }
    }
    guard patrons.feedback > 0 else { return }
    let members = geography.members(ofSettlement: place).map { households[$0] }
    func share(_ condition: (HouseholdState) -> Bool) -> Double {
      Double(members.filter(condition).count) / Double(members.count)
    }
    settlements[place].patronPower = share { $0.economic <= 1 }
    settlements[place].connectedPeers = share { $0.social >= 2 }
    settlements[place].roleModels = share { $0.economic == 3 && $0.social >= 2 }
    var goal = patrons.markUpMaximum * settlements[place].patronPower
    goal *= 1 - patrons.organisedErosion * organised
    goal *= 1 - patrons.purchaseErosion * settlements[place].purchaseDiscount * organised
    if settlements[place].stance == .conceding { goal *= 1 - patrons.concession }
    let markUp = settlements[place].markUp
    settlements[place].markUp = markUp + patrons.markUpAdjustment * (goal - markUp)
  }

  private mutating func callDebt(_ id: Int, _ place: Int) {
    let due = money(parameters.patrons.debtCall * households[id].debt)
    let saved = min(households[id].savings, due)
    households[id].savings -= saved
    let paid = saved + sell(due - saved, id, place)
    households[id].debt -= paid
    settlements[place].receivable -= paid
    add(paid, to: .repaid, place)
  }

  // MARK: 8. Score

  private mutating func score(_ id: Int) {
    let household = households[id]
    let doublings = Double(household.wealth - household.initialWealth) / 1024
    let points = Float(Double(household.scoreBase) + parameters.score.wealth * doublings)
    households[id].score = max(0, min(100, points))
    let isTrapped = household.economic <= 1 && household.social <= 1 && household.political <= 1
    if isTrapped { households[id].quartersTrapped += 1 }
    var milestones = Milestones(rawValue: household.milestones)
    if household.economic == 3 && household.social >= 2 && household.political >= 2 {
      households[id].quartersOut = min(254, household.quartersOut) + 1
      if household.quartersOut == 0 { milestones.insert(.exited) }
      let isDurable = households[id].quartersOut >= 4
      if isDurable && !milestones.contains(.durablyOutAtStart) { milestones.insert(.madeDurableExit) }
    } else if household.quartersOut > 0 {
      households[id].quartersOut = 0
      milestones.insert(.relapsed)
    }
    households[id].milestones = milestones.rawValue
  }
}
