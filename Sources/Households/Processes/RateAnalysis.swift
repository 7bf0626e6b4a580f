import Simulation

/// Tells settlements what the market charges, every quarter anew, in the order of the store while money lasts.
final class RateAnalysis: PlaceTask {
  let books: PlaceBooks
  private let area: WorkingArea
  private let gain: Double
  private let cost: Double

  init(_ books: PlaceBooks, area: WorkingArea, gain: Double, cost: Double) {
    self.books = books
    self.area = area
    self.gain = gain
    self.cost = books.account.money(cost)
  }

  func work(_ population: Population, step: Int) {
    let (geography, information) = (population.geography, population.communities.rateInformation)
    for settlement in area.settlements {
      let weight = books.account.weights[geography.place(ofSettlement: settlement)]
      let households = weight * Double(geography.members(ofSettlement: settlement).count)
      guard books.pay(cost, weight: weight, households: households, step: step) else { return }
      information[settlement] += gain * (1 - information[settlement])
    }
  }
}
