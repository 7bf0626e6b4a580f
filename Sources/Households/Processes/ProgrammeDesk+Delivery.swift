import ExactMath
import Simulation

extension ProgrammeDesk {
  /// Gives the households of a block what is due to them in a step.
  func deliver(_ population: Population, _ block: Block, step: Int, worker: Int) {
    let counts = deliveries[worker]
    let geography = population.geography
    let (offered, received) = (offered.elements, received.elements)
    for settlement in block.groups {
      let place = geography.place(ofSettlement: settlement)
      for household in geography.members(ofSettlement: settlement) where offered[household] > 0 {
        let elapsed = step - Int(offered[household])
        for (index, offer) in offers.enumerated() {
          let delivery = elapsed - offer.intervention.delayQuarters
          guard delivery >= 0 && delivery < offer.deliveries, offer.isTakenUp(by: household, stream),
            give(offer, to: household, settlement: settlement, population)
          else { continue }
          counts[place + geography.places.count * index] += 1
          received[household] = true
        }
      }
    }
  }

  /// Gives one unit of an offer; false where the household cannot use it, and nothing is spent.
  private func give(
    _ offer: ProgrammeOffer, to household: Int, settlement: Int, _ population: Population
  ) -> Bool {
    switch offer.intervention.kind {
    case .cashTransfer:
      population.promisedTransfer[household] += offer.amount
      population.add(offer.amount, to: .promised, settlement: settlement)
    case .assetGrant:
      population.grantAssets(offer.amount, to: household, settlement: settlement)
    case .savingsDeposit:
      population.savings[household] += offer.amount
      population.add(offer.amount, to: .savingsGranted, settlement: settlement)
    case .matchingGrant(_, let householdShare):
      let contribution = roundToMoneyGrid(householdShare * offer.amount)
      guard population.contribute(contribution, from: household, settlement: settlement) else { return false }
      population.grantAssets(offer.amount, to: household, settlement: settlement)
    case .softLoan(_, let instalments, let buysOutDebt):
      guard population.loan[household] == 0 else { return false }
      lend(offer.amount, instalments: instalments, buysOutDebt: buysOutDebt, to: household, settlement, population)
    case .skillTraining(let level):
      // Advanced training builds on vocational skill; the other levels are open to all below them.
      let skill = Int(population.skill[household])
      guard skill < level, level < 3 || skill == 2 else { return false }
      if offer.isCompleted(by: household, stream) { population.skill[household] = UInt8(level) }
    case .awarenessTraining(let gain):
      guard offer.isCompleted(by: household, stream) else { break }
      population.awareness[household] = min(1, population.awareness[household] + Float(gain))
    case .coaching:
      population.coaching[household] = 1
    case .idleResourceActivation, .entrepreneurshipTraining:
      return false
    }
    return true
  }

  private func lend(
    _ amount: Double, instalments: Int, buysOutDebt: Bool, to household: Int, _ settlement: Int,
    _ population: Population
  ) {
    population.loan[household] = amount
    population.instalmentsLeft[household] = UInt8(clamping: instalments)
    population.lender[household] = UInt8(clamping: account.number)
    population.add(amount, to: .loansReceived, settlement: settlement)
    var invested = amount
    if buysOutDebt {
      let boughtOut = min(amount, population.debt[household])
      population.debt[household] -= boughtOut
      population.receivable[settlement] -= boughtOut
      population.add(boughtOut, to: .boughtOut, settlement: settlement)
      invested -= boughtOut
    }
    population.grantAssets(invested, to: household, settlement: settlement)
  }
}

extension Population {
  fileprivate func grantAssets(_ amount: Double, to household: Int, settlement: Int) {
    assets[household] += amount
    add(amount, to: .assetsGranted, settlement: settlement)
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
