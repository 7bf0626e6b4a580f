import Simulation

/// One programme in a projection: whom it enrols and what it delivers, in expectation (model, 7.6 and 7.7).
///
/// Each quarter it goes down its classes, poorest first, and offers the package to the part of the eligible that places,
/// money and capacity allow. Those who take up anything move to the treated strand of their class. Deliveries change
/// the means of that strand.
final class CohortProgramme {
  let programme: Programme
  let account: CohortAccount
  /// Real households enrolled so far.
  private(set) var enrolled = 0.0
  /// Real households of each class that have completed the package.
  private(set) var completed: [Double]
  private let rows: CohortRows
  private let treatment: CohortTreatment
  private let targeting: CohortTargeting
  private let offers: [CohortOffer]
  private let parameters: Parameters
  private let enrolment: ClosedRange<Int>?
  /// The programmes that must have been completed.
  private let prerequisites: [CohortProgramme]
  private let survey: CohortSurvey?
  private let skillCentres: CohortCentres?
  private let labour: [Double]
  private let quarters: Int
  private let lastDelivery: Int
  /// Part of those offered the package that takes up anything of it, by class.
  private let uptake: [Double]
  /// Part of those offered the package that completes all that it takes up, by class.
  private let completion: [Double]
  /// Cost of what one household that is offered the package takes up, by quarters from enrolment: class by class.
  private let plannedCosts: [[Double]]
  /// Real households that have been offered the package, by class; and since the year began.
  private var offered: [Double]
  private var offeredThisYear: [Double]
  /// By step, then class.
  private var offeredAt: [[Double]]
  /// Repayments to come, by step: money, payers and write-offs.
  private var due: [(money: Double, payers: Double, writtenOff: Double)]

  init(
    _ account: CohortAccount, _ rows: CohortRows, treatment: CohortTreatment, means: [ClassMeans], scenario: Scenario,
    surveys: [String: CohortSurvey], skillCentres: CohortCentres?, chosen: [[Double]]?,
    after prerequisites: [CohortProgramme]
  ) {
    let (programme, cohort) = (account.programme, rows.cohort)
    self.programme = programme
    self.account = account
    self.rows = rows
    self.treatment = treatment
    self.prerequisites = prerequisites
    self.skillCentres = skillCentres
    parameters = scenario.parameters
    labour = means.map(\.labour)
    quarters = scenario.quarters
    enrolment = programme.package.isEmpty ? nil : programme.enrolment(in: scenario)
    survey = programme.targeting.survey.flatMap { surveys[$0] }
    targeting = CohortTargeting(programme, cohort, scenario: scenario, surveyError: survey?.errorPoints)
    let offers = programme.package.enumerated().map { position, intervention in
      CohortOffer(
        intervention, account: account, cohort: cohort, parameters: scenario.parameters, chosen: chosen?[position])
    }
    self.offers = offers
    lastDelivery = offers.map { $0.intervention.delayQuarters + $0.intervention.deliveries - 1 }.max() ?? 0
    let span = lastDelivery + 1
    let taking = CohortUptake(offers, membersChoose: programme.targeting.membersChoose)
    uptake = (0..<cohort.classCount).map { taking.share(ofClass: $0) }
    completion = (0..<cohort.classCount).map { taking.completedShare(ofClass: $0) }
    plannedCosts = (0..<cohort.classCount).map { index in
      var costs = [Double](repeating: 0, count: span)
      for offer in offers {
        for delivery in 0..<offer.intervention.deliveries {
          costs[offer.intervention.delayQuarters + delivery] +=
            offer.cost * offer.takeUp[index] * offer.usable[index].share
        }
      }
      return costs
    }
    let nobody = [Double](repeating: 0, count: cohort.classCount)
    (completed, offered, offeredThisYear) = (nobody, nobody, nobody)
    offeredAt = enrolment.map { Array(repeating: nobody, count: $0.count) } ?? []
    due = Array(repeating: (0, 0, 0), count: scenario.quarters + 1)
  }

  // MARK: - Enrolment

  /// Offers the package as far as time, places, money and capacity reach.
  func enrol(step: Int) {
    guard let enrolment, enrolment.contains(step), account.hasMoney else { return }
    if (step - enrolment.lowerBound) % ProgrammeRegister.renewalQuarters == 0 {
      for index in offeredThisYear.indices { offeredThisYear[index] = 0 }
    }
    var places = programme.capacityPerQuarter ?? .infinity
    var centrePlaces = skillCentres?.places()
    for group in targeting.groups {
      guard places > 1e-9 else { return }
      var pools: [(index: Int, households: Double)] = []
      var (entrants, costs) = (0.0, [Double](repeating: 0, count: lastDelivery + 1))
      for index in group {
        var pool = pool(ofClass: index)
        let council = rows.cohort.councilOfClass[index]
        if let free = centrePlaces?[council], uptake[index] > 0 { pool = min(pool, free / uptake[index]) }
        guard pool > 1e-9 else { continue }
        centrePlaces?[council] -= pool * uptake[index]
        pools.append((index, pool))
        entrants += pool * uptake[index]
        for (offset, cost) in plannedCosts[index].enumerated() { costs[offset] += pool * cost }
      }
      guard !pools.isEmpty else { continue }
      let share = min(entrants > 0 ? min(1, places / entrants) : 1, account.affordableShare(of: costs, from: step))
      for (offset, cost) in costs.enumerated() { account.commit(share * cost, step: step + offset) }
      for (index, pool) in pools {
        offer(to: share * pool, ofClass: index, step: step)
        if share < 1 { centrePlaces?[rows.cohort.councilOfClass[index]] += (1 - share) * pool * uptake[index] }
      }
      places -= share * entrants
      // Who comes later in line waits until the money is there.
      if share < 1 { return }
    }
  }

  /// Real households of a class that can be offered the package now.
  private func pool(ofClass index: Int) -> Double {
    var admitted = 0.0
    for strand in strands {
      let row = rows.row(ofClass: index, strand: strand)
      admitted += registrable(row, strand: strand)
    }
    var eligible = admitted * targeting.eligibleShare[index] * (survey?.coverage ?? 1)
    // Nobody has completed a programme that the scenario does not have.
    if prerequisites.count < programme.after.count { return 0 }
    for programme in prerequisites { eligible = min(eligible, programme.completed[index]) }
    var pool = max(0, eligible - offered[index])
    let targets = programme.targeting
    if targets.afterShock {
      pool *= targeting.comingShare[index]
    } else if targets.selfSelection {
      pool = max(0, (pool + offeredThisYear[index]) * targeting.comingShare[index] - offeredThisYear[index])
    }
    return pool
  }

  /// The strands from which the programme enrols.
  private var strands: [Int] {
    let all = 0..<rows.strands
    return programme.targeting.isForMembers ? all.filter { $0 & CohortRows.member != 0 } : Array(all)
  }

  /// Households of a row that can be registered: of those outside of organisations not all of the voiceless.
  private func registrable(_ row: Int, strand: Int) -> Double {
    guard rows.isPresent[row] else { return 0 }
    let masses = rows.masses(ofRow: row)
    let total = CohortMasses.total(masses)
    guard strand & CohortRows.member == 0 else { return total }
    var voiceless = 0.0
    for state in 0..<16 {
      voiceless += masses[CohortMasses.fresh + state] + masses[CohortMasses.lasting + state]
    }
    return total - (1 - parameters.targeting.voicelessRegistration) * voiceless
  }

  /// Offers the package to real households of a class and moves those who take it up to the treated strand.
  private func offer(to households: Double, ofClass index: Int, step: Int) {
    guard households > 0, let enrolment else { return }
    let entrants = households * uptake[index]
    // The untreated and those treated by other programmes are offered it in proportion.
    var available: [(strand: Int, households: Double)] = []
    for strand in strands {
      let all = registrable(rows.row(ofClass: index, strand: strand), strand: strand)
      let own = strand & CohortRows.treated == 0 ? 0 : enrolledShare(ofClass: index) * all
      available.append((strand, programme.after.isEmpty || strand & CohortRows.treated != 0 ? max(0, all - own) : 0))
    }
    let total = available.reduce(0) { $0 + $1.households }
    if total > 0 {
      for (strand, free) in available where strand & CohortRows.treated == 0 && free > 0 {
        let isMember = strand & CohortRows.member != 0
        rows.move(
          min(1, entrants / total), voiceless: isMember ? 1 : parameters.targeting.voicelessRegistration,
          fromRow: rows.row(ofClass: index, strand: strand),
          toRow: rows.row(ofClass: index, strand: strand | CohortRows.treated))
      }
    }
    offered[index] += households
    offeredThisYear[index] += households
    offeredAt[step - enrolment.lowerBound][index] += households
    enrolled += entrants
  }

  /// Part of the treated of a class that this programme has enrolled.
  private func enrolledShare(ofClass index: Int) -> Double {
    let treated = treatedHouseholds(ofClass: index)
    return treated > 0 ? min(1, offered[index] * uptake[index] / treated) : 0
  }

  private func treatedHouseholds(ofClass index: Int) -> Double {
    [2, 3].reduce(0) { $0 + CohortMasses.total(rows.masses(ofRow: rows.row(ofClass: index, strand: $1))) }
  }

  // MARK: - Delivery

  /// Delivers what is due in a step, and collects repayments.
  func deliver(step: Int) {
    if let enrolment, step >= enrolment.lowerBound, step <= enrolment.upperBound + lastDelivery {
      for offer in offers { deliver(offer, step: step, enrolment) }
      complete(step: step, enrolment)
    }
    let due = due[step]
    account.noteLoans(repaid: due.money, writtenOff: due.writtenOff)
    account.book(
      ProgrammeAccount.repayments, units: due.payers, households: due.payers,
      money: CostParts(repayment: -due.money), step: step)
  }

  private func deliver(_ offer: CohortOffer, step: Int, _ enrolment: ClosedRange<Int>) {
    var delivered = 0.0
    for delivery in 0..<offer.intervention.deliveries {
      let start = step - offer.intervention.delayQuarters - delivery
      guard enrolment.contains(start) else { continue }
      for (index, households) in offeredAt[start - enrolment.lowerBound].enumerated() where households > 0 {
        let receivers = households * offer.takeUp[index] * offer.usable[index].share
        guard receivers > 0 else { continue }
        delivered += receivers
        give(offer, to: receivers, ofClass: index, step: step, isFirst: delivery == 0)
      }
    }
    var parts = CostParts(delivery: delivered * (offer.cost - offer.payment))
    parts[offer.intervention.paymentPart] = delivered * offer.payment
    account.book(offer.intervention.name, units: delivered, households: delivered, money: parts, step: step)
  }

  /// Changes the means of the treated of a class by what some of them receive.
  private func give(
    _ offer: CohortOffer, to receivers: Double, ofClass index: Int, step: Int, isFirst: Bool
  ) {
    let usable = offer.usable[index].gain
    for strand in treatedStrands {
      let row = rows.row(ofClass: index, strand: strand)
      guard rows.isPresent[row] else { continue }
      let all = treatedStrands.reduce(0) {
        $0 + CohortMasses.total(rows.masses(ofRow: rows.row(ofClass: index, strand: $1)))
      }
      let households = all > 0 ? receivers * CohortMasses.total(rows.masses(ofRow: row)) / all : 0
      let kept = strand & CohortRows.member == 0 ? keptShare(row) : 1
      func add(_ change: Double, _ path: WritableKeyPath<TreatmentStocks, Double>) {
        treatment.add(change, to: path, row: row, households: households)
      }
      switch offer.intervention.kind {
      case .cashTransfer:
        treatment.addCash(kept * offer.amount * households, ofClass: index, quarter: step + 1)
      case .assetGrant: add(kept * offer.amount, \.assets)
      case .matchingGrant(_, let householdShare):
        add(offer.amount, \.assets)
        treatment.addCash(-householdShare * offer.amount * households, ofClass: index, quarter: step + 1)
      case .softLoan(_, let instalments, let buysOutDebt):
        lend(offer, instalments: instalments, buysOutDebt, to: households, row: row, ofClass: index, step: step)
      case .skillTraining(let level):
        let skill = max(0, min(3, Double(level) - usable))
        let premium = parameters.earn.skillPremium
        add(offer.completion * usable, \.skill)
        add(
          offer.completion * labour[index] * (premium[level] - premium[Int(skill.rounded())]), \.labour)
      case .awarenessTraining: add(offer.completion * usable, \.awareness)
      // A coach who stays makes up for what has faded.
      case .coaching: add(isFirst ? usable : usable * parameters.programmes.coachingDecay, \.coaching)
      case .idleResourceActivation: add(usable, \.assets)
      case .entrepreneurshipTraining: add(offer.completion, \.entrepreneurs)
      case .savingsDeposit: break
      }
      if programme.targeting.membersChoose, offer.intervention.leavesAssets { add(1, \.upkeep) }
    }
  }

  private var treatedStrands: [Int] { programme.targeting.isForMembers ? [3] : [2, 3] }

  /// What patrons leave of a benefit, on average over a row outside of organisations.
  private func keptShare(_ row: Int) -> Double {
    let masses = rows.masses(ofRow: row)
    let total = CohortMasses.total(masses)
    guard total > 0 else { return 1 }
    var clients = 0.0
    for state in 16..<32 { clients += masses[CohortMasses.fresh + state] + masses[CohortMasses.lasting + state] }
    return 1 - parameters.targeting.patronCut * parameters.targeting.brokeredShare * clients / total
  }

  private func lend(
    _ offer: CohortOffer, instalments: Int, _ buysOutDebt: Bool, to households: Double, row: Int, ofClass index: Int,
    step: Int
  ) {
    guard households > 0 else { return }
    var invested = offer.amount
    if buysOutDebt {
      let debt = rows.start(.debt, ofClass: index) * treatment.means[index].need - rows.stocks[row].debt
      let boughtOut = max(0, min(offer.amount, debt))
      treatment.add(boughtOut, to: \.debt, row: row, households: households)
      invested -= boughtOut
    }
    treatment.add(invested, to: \.assets, row: row, households: households)
    account.noteLoans(lent: offer.amount * households)
    let risk = defaultProbability(row)
    var outstanding = offer.amount * households
    for instalment in 0..<instalments {
      let quarter = step + 1 + instalment
      guard quarter <= quarters else { return }
      let lost = risk * outstanding
      outstanding -= lost
      let paid = outstanding / Double(instalments - instalment)
      outstanding -= paid
      due[quarter].money += paid
      due[quarter].writtenOff += lost
      due[quarter].payers += paid / offer.amount * Double(instalments)
      treatment.addCash(-paid, ofClass: index, quarter: quarter)
    }
  }

  /// Mean chance of a row's households to stop repaying in a quarter.
  private func defaultProbability(_ row: Int) -> Double {
    var states = [Double](repeating: 0, count: CohortMasses.states)
    CohortMasses.addStates(rows.masses(ofRow: row), to: &states)
    let total = states.reduce(0, +)
    guard total > 0 else { return 0 }
    return states.enumerated().reduce(0) {
      $0 + $1.element * parameters.trade.defaultProbability[$1.offset % 4]
    } / total
  }

  /// Notes who has had the last delivery and completed all that it took up.
  private func complete(step: Int, _ enrolment: ClosedRange<Int>) {
    let start = step - lastDelivery
    guard enrolment.contains(start) else { return }
    for (index, households) in offeredAt[start - enrolment.lowerBound].enumerated() where households > 0 {
      completed[index] += households * completion[index]
    }
  }

  // MARK: - Measures

  /// The values of `Model.programmeMeasures` at this moment, in their order; those of poor households are not known.
  var measures: [Double] {
    let balance = account.balance
    let settled = account.repaidTotal + account.writtenOffTotal
    return [
      offers.isEmpty ? .nan : enrolled, .nan, .nan, .nan, .nan, .nan, 1000 * account.spentTotal,
      balance < .infinity ? 1000 * balance : .nan, account.purse.map { 1000 * $0.balance } ?? .nan,
      1000 * account.outstandingTotal, settled > 0 ? account.repaidTotal / settled : .nan,
    ]
  }
}
