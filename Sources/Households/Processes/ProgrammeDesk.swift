import ExactMath
import Randomness
import Simulation

/// What a partner keeps of one programme during a run: its register, its promises and its books.
///
/// Money is promised for the whole package when a household is enrolled and never beyond the budget; costs are booked
/// in the quarter in which they are incurred.
final class ProgrammeDesk: @unchecked Sendable {
  let programme: Programme
  /// Position in the scenario plus 1.
  let number: Int
  let offers: [ProgrammeOffer]
  let stream: RandomStream
  /// Step in which a household was offered the package; negative where it took nothing up; 0: not offered.
  let offered: Column<Int16>
  /// Whether a household has received anything.
  let received: Column<Bool>
  /// Deliveries of this quarter by worker, `place + places * offer`.
  let deliveries: [Column<Int64>]
  /// Costs so far.
  private(set) var costs: [CostEntry] = []

  private let register: ProgrammeRegister
  private let weights: [Double]
  private let totalBudget: Double
  private let quarterlyBudget: Double
  private let enrolment: ClosedRange<Int>?
  private let lastStep: Int
  /// Cost of one delivery to a household and all it stands for, `offer + offers * place`.
  private let weightedCosts: [Double]
  /// Money promised for each step, from step 0.
  private var promised: [Double]
  private var promisedTotal = 0.0
  /// Places that were left of the last quarter because no simulated household stands for so few.
  private var carriedPlaces = 0.0
  private let largestWeight: Double

  init(
    _ programme: Programme, number: Int, scenario: Scenario, population: Population, stream: RandomStream,
    workers: Int
  ) {
    guard let deflator = scenario.parameters.prices.deflator(of: programme.priceYear) else {
      preconditionFailure("the price table has no year \(programme.priceYear)")
    }
    self.programme = programme
    self.number = number
    self.stream = stream
    let geography = population.geography
    offers = programme.package.map { ProgrammeOffer($0, programme: programme, deflator: deflator) }
    offered = Column(repeating: 0, count: population.households)
    received = Column(repeating: false, count: population.households)
    deliveries = (0..<workers).map { _ in
      Column(repeating: 0, count: programme.package.count * geography.places.count)
    }
    register = ProgrammeRegister(
      programme, population: population, wealthPoints: scenario.parameters.score.wealth, stream: stream)
    weights = geography.weights
    largestWeight = geography.weights.max() ?? 0
    totalBudget = programme.totalBudget.map { roundToMoneyGrid($0 / (1000 * deflator)) } ?? .infinity
    quarterlyBudget = programme.quarterlyBudget.map { roundToMoneyGrid($0 / (1000 * deflator)) } ?? .infinity
    let first = max(1, programme.from.ordinal - scenario.start.ordinal + 1)
    let last = min(scenario.quarters, programme.until.ordinal - scenario.start.ordinal + 1)
    enrolment = first <= last ? first...last : nil
    let span = offers.map(\.span).max() ?? 0
    lastStep = last + span
    promised = Array(repeating: 0, count: max(scenario.quarters, lastStep) + 1)
    let offers = offers
    weightedCosts = geography.weights.flatMap { weight in offers.map { roundToMoneyGrid(weight * $0.cost) } }
    costs.reserveCapacity((offers.count + 1) * scenario.quarters)
  }

  /// Whether anything may be due in a step.
  func isDelivering(step: Int) -> Bool { enrolment.map { step >= $0.lowerBound && step <= lastStep } ?? false }

  // MARK: - Enrolment

  /// Offers the package down the list while time, money and capacity last.
  func enrol(_ population: Population, step: Int) {
    guard let enrolment, enrolment.contains(step), totalBudget > 0, quarterlyBudget > 0 else { return }
    if (step - enrolment.lowerBound) % ProgrammeRegister.renewalQuarters == 0 {
      register.renew(population, offered: offered, step: step)
    }
    var placesLeft = (programme.capacityPerQuarter ?? .infinity) + carriedPlaces
    defer { carriedPlaces = placesLeft < largestWeight ? placesLeft : 0 }
    while let household = register.next {
      let place = register.place(of: household)
      guard placesLeft >= weights[place] else { return }
      var takesPart = false
      for (index, offer) in offers.enumerated() where offer.isTakenUp(by: household, stream) {
        takesPart = true
        promise(offer, weightedCosts[index + offers.count * place], step: step, sign: 1)
      }
      guard isWithinBudget(from: step) else {
        for (index, offer) in offers.enumerated() where offer.isTakenUp(by: household, stream) {
          promise(offer, weightedCosts[index + offers.count * place], step: step, sign: -1)
        }
        return
      }
      offered[household] = Int16(takesPart ? step : -step)
      if takesPart { placesLeft -= weights[place] }
      register.advance()
    }
  }

  /// Adds the deliveries of an offer that starts now to what is promised, or takes them off again.
  private func promise(_ offer: ProgrammeOffer, _ cost: Double, step: Int, sign: Double) {
    for delivery in 0..<offer.deliveries {
      promised[step + offer.intervention.delayQuarters + delivery] += sign * cost
      promisedTotal += sign * cost
    }
  }

  private func isWithinBudget(from step: Int) -> Bool {
    guard promisedTotal <= totalBudget else { return false }
    guard quarterlyBudget < .infinity else { return true }
    return promised[step...].allSatisfy { $0 <= quarterlyBudget }
  }

  // MARK: - Books

  /// Books the deliveries and repayments of a step, whoever counted them.
  func closeBooks(_ world: World, step: Int) {
    let places = weights.count
    var delivered = 0.0
    for (index, offer) in offers.enumerated() {
      var (households, money) = (0.0, 0.0)
      for place in 0..<places {
        let count = Double(deliveries.reduce(0) { $0 + $1[place + places * index] })
        households += count * weights[place]
        money += count * weightedCosts[index + offers.count * place]
      }
      for worker in deliveries { worker[places * index..<places * (index + 1)].update(repeating: 0) }
      book(offer.intervention.name, households: households, money: money, step: step)
      delivered += money
    }
    // What was promised for this quarter and could not be used is free again.
    promisedTotal -= promised[step] - delivered
    promised[step] = delivered
    var (payers, repaid) = (0.0, 0.0)
    for place in 0..<places {
      let slot = number + place * Workspace.lenders
      payers += Double(world.workspaces.reduce(0) { $0 + $1.repayers[slot] }) * weights[place]
      repaid += world.workspaces.reduce(0) { $0 + $1.repayments[slot] } * weights[place]
    }
    book("loan repayments", households: payers, money: -repaid, step: step)
  }

  private func book(_ intervention: String, households: Double, money: Double, step: Int) {
    guard households > 0 else { return }
    costs.append(
      CostEntry(
        quarter: step, partner: programme.partner, programme: programme.name, intervention: intervention,
        units: households, households: households, pkr: 1000 * money))
  }
}
