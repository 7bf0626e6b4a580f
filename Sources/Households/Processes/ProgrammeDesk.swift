import ExactMath
import Randomness
import Simulation

/// What a partner keeps of the households that one programme serves: its register and what is due to whom.
final class ProgrammeDesk: @unchecked Sendable {
  let programme: Programme
  let account: ProgrammeAccount
  let offers: [ProgrammeOffer]
  let stream: RandomStream
  /// Step in which a household was offered the package; negative where it took nothing up; 0: not offered.
  let offered: Column<Int16>
  /// Whether a household has received anything.
  let received: Column<Bool>
  /// Deliveries of this quarter by worker, `place + places * offer`.
  let deliveries: [Column<Int64>]

  private let register: ProgrammeRegister
  private let enrolment: ClosedRange<Int>?
  private let lastStep: Int
  /// Cost of one delivery to a household and all it stands for, `offer + offers * place`.
  private let weightedCosts: [Double]
  /// Places that were left of the last quarter because no simulated household stands for so few.
  private var carriedPlaces = 0.0
  private let largestWeight: Double

  init(
    _ account: ProgrammeAccount, scenario: Scenario, population: Population, stream: RandomStream, workers: Int
  ) {
    let programme = account.programme
    self.programme = programme
    self.account = account
    self.stream = stream
    let geography = population.geography
    let offers = programme.package.map { ProgrammeOffer($0, account: account) }
    self.offers = offers
    offered = Column(repeating: 0, count: population.households)
    received = Column(repeating: false, count: population.households)
    deliveries = (0..<workers).map { _ in
      Column(repeating: 0, count: programme.package.count * geography.places.count)
    }
    register = ProgrammeRegister(
      programme, population: population, wealthPoints: scenario.parameters.score.wealth, stream: stream)
    largestWeight = geography.weights.max() ?? 0
    enrolment = programme.enrolment(in: scenario)
    lastStep = Self.lastStep(of: programme, in: scenario)
    weightedCosts = geography.weights.flatMap { weight in offers.map { roundToMoneyGrid(weight * $0.cost) } }
  }

  /// The last step in which a programme may deliver.
  static func lastStep(of programme: Programme, in scenario: Scenario) -> Int {
    let span = programme.package.map { $0.delayQuarters + $0.deliveries - 1 }.max() ?? 0
    return min(scenario.quarters, programme.until.ordinal - scenario.start.ordinal + 1) + span
  }

  /// Whether anything may be due in a step.
  func isDelivering(step: Int) -> Bool { enrolment.map { step >= $0.lowerBound && step <= lastStep } ?? false }

  // MARK: - Enrolment

  /// Offers the package down the list while time, money and capacity last.
  func enrol(_ population: Population, step: Int) {
    guard let enrolment, enrolment.contains(step), account.hasMoney else { return }
    if (step - enrolment.lowerBound) % ProgrammeRegister.renewalQuarters == 0 {
      register.renew(population, offered: offered, step: step)
    }
    var placesLeft = (programme.capacityPerQuarter ?? .infinity) + carriedPlaces
    defer { carriedPlaces = placesLeft < largestWeight ? placesLeft : 0 }
    while let household = register.next {
      let place = register.place(of: household)
      guard placesLeft >= account.weights[place] else { return }
      var takesPart = false
      for (index, offer) in offers.enumerated() where offer.isTakenUp(by: household, stream) {
        takesPart = true
        promise(offer, weightedCosts[index + offers.count * place], step: step, sign: 1)
      }
      guard account.isWithinBudget(from: step) else {
        for (index, offer) in offers.enumerated() where offer.isTakenUp(by: household, stream) {
          promise(offer, weightedCosts[index + offers.count * place], step: step, sign: -1)
        }
        return
      }
      offered[household] = Int16(takesPart ? step : -step)
      if takesPart { placesLeft -= account.weights[place] }
      register.advance()
    }
  }

  /// Promises the deliveries of an offer that starts now, or takes them off again.
  private func promise(_ offer: ProgrammeOffer, _ cost: Double, step: Int, sign: Double) {
    for delivery in 0..<offer.deliveries {
      account.promise(sign * cost, step: step + offer.intervention.delayQuarters + delivery)
    }
  }

  // MARK: - Books

  /// Books the deliveries and repayments of a step, whoever counted them.
  func closeBooks(_ world: World, step: Int) {
    let weights = account.weights
    let places = weights.count
    for (index, offer) in offers.enumerated() {
      var (households, money) = (0.0, 0.0)
      for place in 0..<places {
        let count = Double(deliveries.reduce(0) { $0 + $1[place + places * index] })
        households += count * weights[place]
        money += count * weightedCosts[index + offers.count * place]
      }
      for worker in deliveries { worker[places * index..<places * (index + 1)].update(repeating: 0) }
      account.spend(money)
      account.book(offer.intervention.name, units: households, households: households, money: money, step: step)
    }
    var (payers, repaid) = (0.0, 0.0)
    for place in 0..<places {
      let slot = account.number + place * Workspace.lenders
      payers += Double(world.workspaces.reduce(0) { $0 + $1.repayers[slot] }) * weights[place]
      repaid += world.workspaces.reduce(0) { $0 + $1.repayments[slot] } * weights[place]
    }
    account.noteLoans(lent: 0, repaid: repaid, writtenOff: 0)
    account.book("loan repayments", units: payers, households: payers, money: -repaid, step: step)
  }
}

extension Programme {
  /// The steps in which it enrols; nil where none lies within the scenario.
  func enrolment(in scenario: Scenario) -> ClosedRange<Int>? {
    let first = max(1, from.ordinal - scenario.start.ordinal + 1)
    let last = min(scenario.quarters, until.ordinal - scenario.start.ordinal + 1)
    return first <= last ? first...last : nil
  }
}
