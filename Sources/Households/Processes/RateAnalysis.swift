import Simulation

/// Tells settlements what the market charges, every quarter anew, in the order of the store while money lasts.
struct RateAnalysis: PlaceTask {
  let books: PlaceBooks
  let area: WorkingArea
  let gain: Double
  /// For a settlement, PKR thousand of 2015-16 a quarter.
  let cost: Double

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
