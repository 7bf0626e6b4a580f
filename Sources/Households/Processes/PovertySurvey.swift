import ExactMath
import Randomness
import Simulation

/// A census by scorecard, settlement by settlement while money and capacity last; nobody is measured twice.
///
/// Measured points are the true ones plus normal error, before they are cut to 0-100. Visits that are too few for a
/// simulated household, which may stand for many, are carried over.
final class PovertySurvey: PlaceTask, @unchecked Sendable {
  let books: PlaceBooks
  private let area: WorkingArea
  private let scores: Column<Float>
  private let cost: Double
  private let errorPoints: Double
  private let capacity: Double
  private let wealthPoints: Double
  private let lot: Lot
  private var carriedVisits = 0.0
  /// Settlements that are done, and the household with which to go on.
  private var (settlementsDone, nextHousehold) = (0, 0)

  init(
    _ books: PlaceBooks, area: WorkingArea, scores: Column<Float>, cost: Double, errorPoints: Double,
    capacity: Double, wealthPoints: Double, stream: RandomStream
  ) {
    self.books = books
    self.area = area
    self.scores = scores
    self.cost = books.account.money(cost)
    self.errorPoints = errorPoints
    self.capacity = capacity
    self.wealthPoints = wealthPoints
    lot = Lot("\(books.account.programme.name)/survey", stream)
  }

  func work(_ population: Population, step: Int) {
    let geography = population.geography
    let visits = capacity + carriedVisits
    var visitsLeft = visits
    let largestWeight = books.account.weights.max() ?? 0
    defer { carriedVisits = visitsLeft < largestWeight ? visitsLeft : 0 }
    while settlementsDone < area.settlements.count {
      let settlement = area.settlements[settlementsDone]
      let members = geography.members(ofSettlement: settlement)
      let weight = books.account.weights[geography.place(ofSettlement: settlement)]
      for household in max(nextHousehold, members.lowerBound)..<members.upperBound
      where scores[household].isNaN {
        guard RoundingTolerance.reaches(visitsLeft, weight, beside: visits),
          books.pay(cost, weight: weight, households: weight, step: step)
        else {
          nextHousehold = household
          return
        }
        visitsLeft -= weight
        scores[household] = measuredScore(population, household)
      }
      settlementsDone += 1
    }
  }

  private func measuredScore(_ population: Population, _ household: Int) -> Float {
    population.uncutScore(of: household, wealthPoints: wealthPoints)
      + Float(errorPoints * lot.draw(household).normal0)
  }
}
