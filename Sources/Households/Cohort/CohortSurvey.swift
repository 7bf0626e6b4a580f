/// The progress of a poverty survey in expectation: household by household, settlement by settlement.
final class CohortSurvey {
  let errorPoints: Double
  /// Part of the area's households that have been visited.
  var coverage: Double { total > 0 ? visited / total : 0 }
  private let name: String
  private let account: CohortAccount
  private let cost: Double
  private let capacity: Double
  private let total: Double
  private var visited = 0.0
  /// Real households up to the end of each neighbourhood of the area, in the order of visits; infinity outside of it.
  private let reachedAt: [Double]

  init(
    _ name: String, cost: Double, errorPoints: Double, capacity: Double?, settlements: [Int], geography: Geography,
    account: CohortAccount
  ) {
    self.name = name
    self.account = account
    self.errorPoints = errorPoints
    self.cost = account.money(cost)
    self.capacity = capacity ?? .infinity
    var reachedAt = [Double](repeating: .infinity, count: geography.neighbourhoodCount)
    var total = 0.0
    for settlement in settlements {
      let weight = geography.weights[geography.place(ofSettlement: settlement)]
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        total += weight * Double(geography.members(ofNeighbourhood: neighbourhood).count)
        reachedAt[neighbourhood] = total
      }
    }
    self.total = total
    self.reachedAt = reachedAt
  }

  /// Whether all households of a neighbourhood have been visited.
  func hasReached(neighbourhood: Int) -> Bool { reachedAt[neighbourhood] <= visited * (1 + 1e-9) }

  /// Visits as many as capacity and money allow.
  func work(step: Int) {
    let visits = min(capacity, total - visited)
    guard visits > 0 else { return }
    visited += visits * account.spend(visits * cost, on: name, units: visits, households: visits, step: step)
  }
}
