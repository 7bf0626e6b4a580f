import ExactMath
import Randomness
import Simulation
import Statistics

/// What a partner keeps of the households that one programme serves: its register and what is due to whom.
final class ProgrammeDesk: @unchecked Sendable {
  let programme: Programme
  let account: ProgrammeAccount
  let offers: [ProgrammeOffer]
  /// Step in which a household was offered the package; negative where it took nothing up; 0: not offered.
  let offered: Column<Int16>
  /// What a household has taken up, as bits of positions in the package.
  let taken: Column<UInt32>
  /// What the programme has noted of a household since its turn first came.
  let marks: Column<EnrolmentMarks>
  /// Whether a household has received anything.
  let received: Column<Bool>
  /// The partner's register of beneficiaries.
  let partnerRegister: PartnerRegister
  /// Quarters from enrolment to the last delivery of anything in the package.
  let longestSpan: Int
  let geography: Geography
  /// Whom the programme would reach if it reached the poorest; nil where it offers nothing to households.
  let poorestAtStart: PoorestHouseholds?
  /// Households enrolled, by place, and those of them that were not poor at the time.
  private(set) var enrolled: [Int]
  private(set) var enrolledNotPoor: [Int]
  /// Deliveries since the start, `union council + union councils * offer`.
  private(set) var delivered: [Int64]

  /// Deliveries of this quarter by worker, likewise.
  private let deliveries: [Column<Int64>]
  /// Deliveries of this quarter by worker of which a patron took its cut, `place + places * offer`.
  private let cutDeliveries: [Column<Int64>]
  /// Loans of this quarter by worker to members whose organisations handle them, `union council + union councils * offer`.
  private let memberLoans: [Column<Int64>]
  private let loanCharge: Double
  private let returns: LoanReturns
  /// Part of assets given and of loans that becomes productive assets.
  let windfallShare: Double
  private let register: ProgrammeRegister
  private let registration: Registration
  private let choice: MemberChoice?
  /// The registers that keep a household from being served twice; empty where partners keep theirs to themselves.
  private let sharedRegisters: [PartnerRegister]
  private let enrolment: ClosedRange<Int>?
  private let lastStep: Int
  /// Cost of one delivery to a household and all it stands for, `offer + offers * place`.
  private let weightedCosts: [Double]
  /// What of that is paid or lent to households.
  private let weightedPayments: [Double]
  /// Places that were left of the last quarter because no simulated household stands for so few.
  private var carriedPlaces = 0.0
  private var centrePlaces: CentrePlaces?
  private let largestWeight: Double

  init(_ account: ProgrammeAccount, _ setting: ProgrammeSetting, skillCentres: [SkillCentres], workers: Int) {
    let (programme, scenario) = (account.programme, setting.scenario)
    guard let marks = setting.marks[programme.name],
      let partnerRegister = setting.registers.first(where: { $0.partner == programme.partner })
    else { preconditionFailure("programme \(programme.name) has no register") }
    self.programme = programme
    self.account = account
    self.marks = marks
    self.partnerRegister = partnerRegister
    let geography = setting.population.geography
    self.geography = geography
    let offers = programme.package.map { ProgrammeOffer($0, account: account, setting) }
    self.offers = offers
    let households = setting.population.households
    offered = Column(repeating: 0, count: households)
    taken = Column(repeating: 0, count: households)
    received = Column(repeating: false, count: households)
    let (places, councils) = (geography.places.count, geography.unionCouncilCount)
    deliveries = (0..<workers).map { _ in Column(repeating: 0, count: offers.count * councils) }
    cutDeliveries = (0..<workers).map { _ in Column(repeating: 0, count: offers.count * places) }
    memberLoans = (0..<workers).map { _ in Column(repeating: 0, count: offers.count * councils) }
    loanCharge = scenario.parameters.institutions.loanCharge
    returns = LoanReturns(scenario)
    windfallShare = scenario.parameters.programmes.windfallShare
    delivered = Array(repeating: 0, count: offers.count * councils)
    enrolled = Array(repeating: 0, count: places)
    enrolledNotPoor = Array(repeating: 0, count: places)
    choice =
      programme.targeting.membersChoose && !offers.isEmpty
      ? MemberChoice(programme, neighbourhoods: geography.neighbourhoodCount) : nil
    register = ProgrammeRegister(programme, setting, choice: choice)
    poorestAtStart =
      offers.isEmpty ? nil : PoorestHouseholds(setting.population, settlements: register.settlements)
    registration = Registration(programme, setting)
    sharedRegisters = [.registry, .joint].contains(scenario.coordination) ? setting.registers : []
    largestWeight = geography.weights.max() ?? 0
    enrolment = offers.isEmpty ? nil : programme.enrolment(in: scenario)
    longestSpan = programme.longestSpan
    lastStep = programme.lastStep(in: scenario)
    weightedCosts = geography.weights.flatMap { weight in offers.map { roundToMoneyGrid(weight * $0.cost) } }
    weightedPayments = geography.weights.flatMap { weight in offers.map { roundToMoneyGrid(weight * $0.paidOut) } }
    centrePlaces = CentrePlaces(skillCentres, geography: geography)
  }

  /// Whether anything may be due in a step.
  func isDelivering(step: Int) -> Bool { enrolment.map { step >= $0.lowerBound && step <= lastStep } ?? false }

  /// Settlements in which the programme works.
  var settlements: [Int] { register.settlements }

  /// Households on its list when that was longest, by place.
  var longestList: [Int] { register.longest }

  /// Quarters from enrolment to the last delivery of what was taken up.
  func span(of taken: UInt32) -> Int {
    var span = 0
    for (index, offer) in offers.enumerated() where taken & 1 << UInt32(index) != 0 {
      span = max(span, offer.intervention.quartersToLastDelivery)
    }
    return span
  }

  // MARK: - Enrolment

  /// Offers the package down the list while time, money and capacity last.
  func enrol(_ population: Population, step: Int) {
    guard let enrolment, enrolment.contains(step), account.hasMoney else { return }
    register.renewIfDue(
      population, offered: offered, quartersSinceStart: step - enrolment.lowerBound, step: step)
    let places = (programme.capacityPerQuarter ?? .infinity) + carriedPlaces
    var placesLeft = places
    defer { carriedPlaces = placesLeft < largestWeight ? placesLeft : 0 }
    centrePlaces?.open()
    defer { register.recallPostponed() }
    while let household = register.next {
      let settlement = geography.settlement(ofHousehold: household)
      let council = geography.unionCouncilOfSettlement[settlement]
      let place = geography.placeOfUnionCouncil[council]
      let weight = account.weights[place]
      guard RoundingTolerance.reaches(placesLeft, weight, beside: places) else { return }
      guard centrePlaces?.hasRoom(for: weight, unionCouncil: council) ?? true else {
        register.postpone()
        continue
      }
      let route = registration.route(of: household, settlement: settlement, population)
      guard route != .barred else {
        marks[household].insert(.barred)
        register.advance()
        continue
      }
      let taken = takenUp(by: household, settlement: settlement, population)
      promise(taken, place: place, step: step, sign: 1)
      guard account.isWithinBudget(from: step) else {
        promise(taken, place: place, step: step, sign: -1)
        marks[household].insert(.unaffordable)
        return
      }
      offered[household] = Int16(taken == 0 ? -step : step)
      if taken != 0 {
        placesLeft -= weight
        centrePlaces?.take(weight, unionCouncil: council)
        enter(household, taken: taken, place: place, isBrokered: route == .brokered, population)
      }
      register.advance()
    }
  }

  /// What a household takes up of what it is offered, as bits of positions in the package.
  ///
  /// Organisations offer what they have chosen, shared registers leave out what another partner has enrolled it for, and a
  /// loan must be worth taking.
  private func takenUp(by household: Int, settlement: Int, _ population: Population) -> UInt32 {
    let chosen = choice.map {
      $0.parts(ofNeighbourhood: geography.neighbourhood(ofHousehold: household, settlement: settlement))
    }
    let elsewhere = sharedRegisters.enrolled(household, otherThan: partnerRegister)
    var taken: UInt32 = 0
    for (index, offer) in offers.enumerated() {
      let bit: UInt32 = 1 << UInt32(index)
      guard (chosen ?? bit) & bit != 0, elsewhere.isDisjoint(with: offer.kinds) else { continue }
      guard offer.isTakenUp(by: household) else { continue }
      if case .softLoan(_, let terms, buysOutDebt: false) = offer.intervention.kind,
        !returns.carry(offer.amount, terms, of: household, settlement: settlement, population)
      {
        continue
      }
      taken |= bit
    }
    return taken
  }

  /// Promises the deliveries of what starts now, or takes them off again.
  private func promise(_ taken: UInt32, place: Int, step: Int, sign: Double) {
    let roundings = sign * (account.weights[place] + 1)
    for (index, offer) in offers.enumerated() where taken & 1 << UInt32(index) != 0 {
      let cost = sign * weightedCosts[index + offers.count * place]
      for delivery in 0..<offer.deliveries {
        account.promise(cost, roundings: roundings, step: step + offer.intervention.delayQuarters + delivery)
      }
    }
  }

  /// Enters a household that takes part into the registers.
  private func enter(_ household: Int, taken: UInt32, place: Int, isBrokered: Bool, _ population: Population) {
    self.taken[household] = taken
    if isBrokered { marks[household].insert(.brokered) }
    for (index, offer) in offers.enumerated() where taken & 1 << UInt32(index) != 0 {
      partnerRegister.enrolled[household].insert(offer.kinds)
    }
    enrolled[place] += 1
    if !PovertyLine.isPoor(welfareRatio: population.welfare[household]) { enrolledNotPoor[place] += 1 }
  }

  // MARK: - Books

  /// Counts a delivery.
  func count(_ offer: Int, settlement: Int, isCut: Bool, worker: Int) {
    let council = geography.unionCouncilOfSettlement[settlement]
    deliveries[worker][council + geography.unionCouncilCount * offer] += 1
    guard isCut else { return }
    cutDeliveries[worker][geography.placeOfUnionCouncil[council] + geography.places.count * offer] += 1
  }

  /// Counts a loan that the borrower's organisation handles.
  func countMemberLoan(_ offer: Int, settlement: Int, worker: Int) {
    memberLoans[worker][geography.unionCouncilOfSettlement[settlement] + geography.unionCouncilCount * offer] += 1
  }

  /// Books the deliveries, repayments and write-offs of a step, whoever counted them.
  func closeBooks(_ world: World, step: Int) {
    if isDelivering(step: step) {
      payLoanCharges(world.population.communities)
      bookDeliveries(step: step)
    }
    var (payers, repaid) = (0.0, 0.0)
    for (place, weight) in account.weights.enumerated() {
      let slot = account.number + place * Workspace.lenders
      let paid = world.workspaces.reduce(0) { $0 + $1.repayments[slot] }
      payers += Double(world.workspaces.reduce(0) { $0 + $1.repayers[slot] }) * weight
      repaid += roundToMoneyGrid(paid * weight)
      account.noteLoans(
        place: place, repaid: paid, writtenOff: world.workspaces.reduce(0) { $0 + $1.writeOffs[slot] })
    }
    account.book(
      ProgrammeAccount.repayments, units: payers, households: payers, money: CostParts(repayment: -repaid), step: step)
  }

  /// Pays local support organisations for the loans that they handle, out of what delivering a loan costs.
  private func payLoanCharges(_ communities: Communities) {
    for (index, offer) in offers.enumerated() {
      guard case .softLoan = offer.intervention.kind else { continue }
      let charge = min(loanCharge * offer.amount, offer.cost - offer.amount)
      for council in 0..<geography.unionCouncilCount {
        let loans = Double(memberLoans.reduce(0) { $0 + $1[council + geography.unionCouncilCount * index] })
        let weight = account.weights[geography.placeOfUnionCouncil[council]]
        if loans > 0 { communities.receiveLoanCharge(loans * weight * charge, unionCouncil: council) }
      }
    }
    for worker in memberLoans { worker.elements.update(repeating: 0) }
  }

  private func bookDeliveries(step: Int) {
    for (index, offer) in offers.enumerated() {
      let counts = countDeliveries(index)
      var (households, money, paidOut, given, captured) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for (place, weight) in account.weights.enumerated() {
        let count = Double(counts[place])
        let cutCount = Double(cutDeliveries.reduce(0) { $0 + $1[place + account.weights.count * index] })
        households += count * weight
        money += count * weightedCosts[index + offers.count * place]
        paidOut += count * weightedPayments[index + offers.count * place]
        given += count * roundToMoneyGrid(weight * offer.amount)
        if case .softLoan = offer.intervention.kind { account.noteLoans(place: place, lent: count * offer.owed) }
        captured += cutCount * roundToMoneyGrid(weight * offer.patronCut)
      }
      account.spend(money)
      var parts = CostParts(delivery: money - paidOut)
      parts[offer.intervention.paymentPart] = paidOut
      account.book(offer.intervention.name, units: households, households: households, money: parts, step: step)
      if offer.intervention.isOpenToCut { account.noteBenefits(given, captured: captured) }
    }
    for worker in deliveries { worker.elements.update(repeating: 0) }
    for worker in cutDeliveries { worker.elements.update(repeating: 0) }
  }

  /// Deliveries of an offer in this quarter by place; adds them to those since the start.
  private func countDeliveries(_ offer: Int) -> [Int64] {
    var counts = [Int64](repeating: 0, count: account.weights.count)
    for council in 0..<geography.unionCouncilCount {
      let slot = council + geography.unionCouncilCount * offer
      let count = deliveries.reduce(0) { $0 + $1[slot] }
      counts[geography.placeOfUnionCouncil[council]] += count
      delivered[slot] += count
    }
    return counts
  }

  /// Money spent so far on an offer in a union council, PKR thousand of 2015-16.
  func spent(on offer: Int, unionCouncil: Int) -> Double {
    Double(delivered[unionCouncil + geography.unionCouncilCount * offer])
      * weightedCosts[offer + offers.count * geography.placeOfUnionCouncil[unionCouncil]]
  }
}

extension Programme {
  /// The steps in which it enrols.
  /// - Parameter scenario: when it starts and how long it lasts.
  /// - Returns: steps from 1; nil where none lies within the scenario.
  public func enrolment(in scenario: Scenario) -> ClosedRange<Int>? {
    let first = max(1, from.ordinal - scenario.start.ordinal + 1)
    let last = min(scenario.quarters, until.ordinal - scenario.start.ordinal + 1)
    return first <= last ? first...last : nil
  }

  /// Quarters from enrolment to the last delivery of anything in the package.
  var longestSpan: Int { package.map(\.quartersToLastDelivery).max() ?? 0 }

  /// The last step in which it may deliver.
  func lastStep(in scenario: Scenario) -> Int {
    min(scenario.quarters, until.ordinal - scenario.start.ordinal + 1) + longestSpan
  }
}
