import Simulation

/// Lets members of active organisations buy together, in the order of the store while money lasts; where several
/// programmes do, the largest discount holds.
struct CollectivePurchase: PlaceTask {
  let books: PlaceBooks
  let area: WorkingArea
  let discount: Double
  /// For a settlement with an active organisation, PKR thousand of 2015-16 a quarter.
  let cost: Double

  func work(_ population: Population, step: Int) {
    let discounts = population.communities.purchaseDiscount
    for settlement in area.settlements {
      let organisations = ActiveOrganisations(of: settlement, population)
      guard organisations.exist else { continue }
      let weight = books.account.weights[population.geography.place(ofSettlement: settlement)]
      let households = weight * Double(organisations.members)
      guard books.pay(cost, weight: weight, households: households, step: step) else { return }
      discounts[settlement] = max(discounts[settlement], discount)
    }
  }
}
