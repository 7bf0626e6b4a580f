import Simulation

/// The work for places of all programmes in a quarter, and what communities do and lose by themselves (model, 7.6).
///
/// What people know of market rates fades and works wear out once a quarter; discounts and centres last only as long as
/// somebody pays for them. Complexity: O(settlements), and O(households) of the places where programmes are at work.
struct PlaceWork: Sendable {
  let parameters: ProgrammeParameters
  let desks: [PlaceDesk]
  let works: CommunityWorks

  init(_ partners: Partners) {
    parameters = partners.setting.scenario.parameters.programmes
    desks = partners.places
    works = partners.setting.works
  }

  func advance(_ population: Population, step: Int) {
    let communities = population.communities
    let kept = 1 - parameters.rateInformationDecay
    for settlement in 0..<communities.rateInformation.count { communities.rateInformation[settlement] *= kept }
    communities.purchaseDiscount.elements.update(repeating: 0)
    communities.centreGain.elements.update(repeating: 0)
    works.wear(population, step: step)
    for desk in desks { desk.work(population, step: step) }
    if step % 4 == 0 { works.helpThemselves(population, step: step) }
  }
}
