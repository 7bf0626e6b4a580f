import ExactMath
import Simulation

extension ProgrammeDesk {
  /// Gives the households of a block what is due to them in a step.
  func deliver(_ population: Population, _ block: Block, step: Int, worker: Int) {
    let (offered, geography) = (offered.elements, population.geography)
    for settlement in block.groups {
      let patronTakes = population.communities.stance[settlement] != .conceding
      for household in geography.members(ofSettlement: settlement) where offered[household] > 0 {
        let elapsed = step - Int(offered[household])
        guard elapsed <= longestSpan else { continue }
        let isCut = patronTakes && marks[household].contains(.brokered)
        deliver(to: household, settlement: settlement, population, elapsed: elapsed, isCut: isCut, worker: worker)
      }
    }
  }

  /// Gives a household what is due to it so many quarters after its enrolment.
  private func deliver(
    to household: Int, settlement: Int, _ population: Population, elapsed: Int, isCut: Bool, worker: Int
  ) {
    let taken = taken[household]
    var mayBeComplete = false
    for (index, offer) in offers.enumerated() where taken & 1 << UInt32(index) != 0 {
      let delivery = elapsed - offer.intervention.delayQuarters
      guard delivery >= 0 && delivery < offer.deliveries else { continue }
      mayBeComplete = mayBeComplete || delivery == offer.deliveries - 1
      let cut = isCut ? offer.patronCut : 0
      let isGiven = give(offer, amount: offer.amount - cut, to: household, settlement: settlement, population)
      if isGiven { count(index, settlement: settlement, isCut: cut > 0, worker: worker) }
      if isGiven { note(offer, given: household, population) }
      if isGiven, case .softLoan = offer.intervention.kind,
        population.isActiveMember(household, settlement: settlement)
      {
        countMemberLoan(index, settlement: settlement, worker: worker)
      }
      if !isFulfilled(offer, isGiven: isGiven, household, population) { marks[household].insert(.fellShort) }
    }
    if mayBeComplete && elapsed >= span(of: taken) && !marks[household].contains(.fellShort) {
      marks[household].insert(.completed)
    }
  }

  /// Notes that a household has received a unit of an offer.
  private func note(_ offer: ProgrammeOffer, given household: Int, _ population: Population) {
    received[household] = true
    partnerRegister.received[household].insert(offer.kinds)
    if programme.targeting.membersChoose && offer.intervention.leavesAssets {
      population.standing[household].insert(.upkeep)
    }
  }

  /// Whether a delivery does all that was promised: it was given and completed, or is a training had before.
  private func isFulfilled(
    _ offer: ProgrammeOffer, isGiven: Bool, _ household: Int, _ population: Population
  ) -> Bool {
    guard !isGiven else { return offer.isCompleted(by: household) }
    switch offer.intervention.kind {
    case .skillTraining(let level): return Int(population.skill[household]) >= level
    case .entrepreneurshipTraining: return population.standing[household].contains(.entrepreneur)
    default: return false
    }
  }

  /// Gives one unit of an offer; false where the household cannot use it, and nothing is spent.
  ///
  /// Of cash, assets and deposits the household receives `amount`, what the patron leaves.
  private func give(
    _ offer: ProgrammeOffer, amount: Double, to household: Int, settlement: Int, _ population: Population
  ) -> Bool {
    switch offer.intervention.kind {
    case .cashTransfer:
      population.promisedTransfer[household] += amount
      population.add(amount, to: .promised, settlement: settlement)
    case .assetGrant:
      population.grant(amount, kept: windfallShare, to: household, settlement: settlement)
    case .savingsDeposit:
      population.savings[household] += amount
      population.add(amount, to: .savingsGranted, settlement: settlement)
    case .matchingGrant(_, let householdShare):
      let contribution = roundToMoneyGrid(householdShare * offer.amount)
      guard population.contribute(contribution, from: household, settlement: settlement) else { return false }
      population.grant(
        offer.amount - contribution, kept: windfallShare, own: contribution, to: household, settlement: settlement)
    case .softLoan(_, let terms, let buysOutDebt):
      guard population.loan[household] == 0 else { return false }
      lend(offer, terms, buysOutDebt: buysOutDebt, to: household, settlement, population)
    case .skillTraining(let level):
      // Advanced training builds on vocational skill; the other levels are open to all below them.
      let skill = Int(population.skill[household])
      guard skill < level, level < 3 || skill == 2 else { return false }
      if offer.isCompleted(by: household) { population.skill[household] = UInt8(level) }
    case .awarenessTraining(let gain):
      guard offer.isCompleted(by: household) else { break }
      population.awareness[household] = min(1, population.awareness[household] + Float(gain))
    case .coaching:
      population.coaching[household] = 1
    case .idleResourceActivation:
      return population.activateIdleResource(of: household, settlement: settlement)
    case .entrepreneurshipTraining:
      guard population.skill[household] >= 2, !population.standing[household].contains(.entrepreneur) else {
        return false
      }
      if offer.isCompleted(by: household) { population.standing[household].insert(.entrepreneur) }
    }
    return true
  }

  private func lend(
    _ offer: ProgrammeOffer, _ terms: LoanTerms, buysOutDebt: Bool, to household: Int, _ settlement: Int,
    _ population: Population
  ) {
    population.loan[household] = offer.owed
    population.instalmentsLeft[household] = UInt8(clamping: terms.instalments)
    population.graceLeft[household] = UInt8(clamping: terms.graceQuarters)
    population.lender[household] = UInt8(clamping: account.number)
    population.add(offer.owed, to: .loansReceived, settlement: settlement)
    var invested = offer.amount
    if buysOutDebt {
      let boughtOut = min(offer.amount, population.debt[household])
      population.debt[household] -= boughtOut
      population.receivable[settlement] -= boughtOut
      population.add(boughtOut, to: .boughtOut, settlement: settlement)
      invested -= boughtOut
    }
    population.grant(invested, kept: windfallShare, to: household, settlement: settlement)
  }
}

extension Population {
  /// Gives a windfall, of which a share becomes assets and the rest is next quarter's cash; what the household puts in
  /// of its own becomes assets whole.
  fileprivate func grant(
    _ amount: Double, kept share: Double, own contribution: Double = 0, to household: Int, settlement: Int
  ) {
    let kept = roundToMoneyGrid(share * amount)
    assets[household] += contribution + kept
    promisedTransfer[household] += amount - kept
    add(contribution + kept, to: .assetsGranted, settlement: settlement)
    add(amount - kept, to: .promised, settlement: settlement)
  }

  /// Turns what lies unused in a household into productive assets; false where nothing does.
  fileprivate func activateIdleResource(of household: Int, settlement: Int) -> Bool {
    let amount = roundToMoneyGrid(Double(idleResource[household]) * need[household])
    guard amount > 0 else { return false }
    idleResource[household] = 0
    assets[household] += amount
    add(amount, to: .activated, settlement: settlement)
    return true
  }

  /// Takes a household's own share of a matching grant from its savings and then from next quarter's cash; false where
  /// savings and the surplus of this quarter, less what it has promised already, do not reach.
  fileprivate func contribute(_ amount: Double, from household: Int, settlement: Int) -> Bool {
    let surplus = Double(surplus[household]) / 1024 * need[household] + min(0, promisedTransfer[household])
    guard amount <= savings[household] + max(0, surplus) else { return false }
    let saved = min(savings[household], amount)
    savings[household] -= saved
    promisedTransfer[household] -= amount - saved
    add(-saved, to: .savingsGranted, settlement: settlement)
    add(saved - amount, to: .promised, settlement: settlement)
    return true
  }
}
