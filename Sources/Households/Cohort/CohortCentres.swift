/// Centres of one kind in a projection, one in each union council of an area, or one in the market.
final class CohortCentres {
  private let name: String
  private let account: CohortAccount
  private let setupCost: Double
  private let runningCost: Double
  private let placesPerCouncil: Double
  private let marketGain: Double
  private let councils: [Int]
  /// Real centres: those of each union council of the population, or one for all.
  private let weights: [Double]
  private let isInMarket: Bool
  private var setUp = 0.0
  /// Part of the centres that is open this quarter.
  private(set) var openShare = 0.0

  /// - Parameters:
  ///   - name: under which costs are booked.
  ///   - account: the programme's money.
  ///   - area: where they are.
  ///   - isInMarket: whether one centre serves the whole area.
  ///   - places: trainees of each real centre in a quarter.
  ///   - marketGain: what an open centre adds to market access.
  ///   - setupCost: PKR of the programme's price year, once for each real centre.
  ///   - runningCost: PKR of the programme's price year, for each real centre and quarter.
  init(
    _ name: String, account: CohortAccount, area: WorkingArea, isInMarket: Bool = false, places: Double = 0,
    marketGain: Double = 0, setupCost: Double, runningCost: Double
  ) {
    self.name = name
    self.account = account
    self.isInMarket = isInMarket
    self.marketGain = marketGain
    placesPerCouncil = places
    councils = area.unionCouncils
    weights = area.unionCouncilWeights
    self.setupCost = account.money(setupCost)
    self.runningCost = account.money(runningCost)
  }

  private var count: Double { councils.isEmpty ? 0 : isInMarket ? 1 : councils.reduce(0) { $0 + weights[$1] } }

  /// Opens as many as money allows for a quarter.
  func open(step: Int, surroundings: inout [CohortTreatment.Surroundings]) {
    let cost = runningCost + (1 - setUp) * setupCost
    openShare = account.spend(count * cost, on: name, units: count, households: 0, step: step)
    setUp = max(setUp, openShare)
    for council in councils { surroundings[council].marketGain += openShare * marketGain }
  }

  /// Closes all.
  func close() { openShare = 0 }

  /// Real households that can be trained this quarter, by union council.
  func places() -> [Double] {
    weights.indices.map { councils.contains($0) ? openShare * placesPerCouncil * weights[$0] : 0 }
  }
}
