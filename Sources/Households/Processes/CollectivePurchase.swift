import Simulation

/// Lets members of active organisations buy together, in the order of the store while money lasts; where several
/// programmes do, the largest discount holds.
final class CollectivePurchase: PlaceTask {
  let books: PlaceBooks
  private let area: WorkingArea
  private let discount: Double
  private let cost: Double

  init(_ books: PlaceBooks, area: WorkingArea, discount: Double, cost: Double) {
    self.books = books
    self.area = area
    self.discount = discount
    self.cost = books.account.money(cost)
  }

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
