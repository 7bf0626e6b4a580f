import Simulation

/// Centres of one kind, each set up once and then paid for every quarter in which it is open.
final class Centres: @unchecked Sendable {
  let books: PlaceBooks
  /// Whether each is open this quarter.
  private(set) var isOpen: [Bool]
  private var isSetUp: [Bool]
  private let weights: [Double]
  private let setupCost: Double
  private let runningCost: Double

  /// - Parameters:
  ///   - books: who pays.
  ///   - weights: real centres that each stands for.
  ///   - setupCost: PKR of the programme's price year, once for each real centre.
  ///   - runningCost: PKR of the programme's price year, for each real centre and quarter.
  init(_ books: PlaceBooks, weights: [Double], setupCost: Double, runningCost: Double) {
    self.books = books
    self.weights = weights
    self.setupCost = books.account.money(setupCost)
    self.runningCost = books.account.money(runningCost)
    isOpen = Array(repeating: false, count: weights.count)
    isSetUp = isOpen
  }

  /// Opens for a quarter all whose cost the budgets allow; none is set up without the money for its first quarter.
  func open(step: Int) {
    for (centre, weight) in weights.enumerated() {
      let cost = isSetUp[centre] ? runningCost : setupCost + runningCost
      isOpen[centre] = books.pay(cost, weight: weight, step: step)
      if isOpen[centre] { isSetUp[centre] = true }
    }
  }

  /// Closes all.
  func close() {
    for centre in isOpen.indices { isOpen[centre] = false }
  }
}

/// Training centres, one in each union council.
struct SkillCentres: PlaceTask {
  let centres: Centres
  let area: WorkingArea
  /// Real households that each real centre can train in a quarter.
  let places: Double

  var books: PlaceBooks { centres.books }

  func work(_ population: Population, step: Int) { centres.open(step: step) }

  func stop(_ population: Population) { centres.close() }

  /// Real households that can be trained in a union council this quarter; 0 where its centre is closed.
  func places(inUnionCouncil council: Int) -> Double {
    guard let centre = area.unionCouncils.firstIndex(of: council), centres.isOpen[centre] else { return 0 }
    return places * area.unionCouncilWeights[council]
  }
}

/// A display centre in the market, which opens the market to all union councils of the area while it is open.
struct DisplayCentre: PlaceTask {
  let centres: Centres
  let area: WorkingArea
  let marketGain: Double

  var books: PlaceBooks { centres.books }

  func work(_ population: Population, step: Int) {
    centres.open(step: step)
    guard centres.isOpen.contains(true) else { return }
    for council in area.unionCouncils { population.communities.centreGain[council] += marketGain }
  }

  func stop(_ population: Population) { centres.close() }
}
