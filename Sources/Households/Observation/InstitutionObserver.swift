import Simulation

/// Counts institutions and their members by tier, status and place, in real numbers.
///
/// Complexity: O(households) for an observation.
struct InstitutionObserver {
  private let geography: Geography
  private let parameters: InstitutionParameters
  private let unionCouncilWeights: [Double]

  init(_ scenario: Scenario, geography: Geography) {
    self.geography = geography
    parameters = scenario.parameters.institutions
    unionCouncilWeights = geography.unionCouncilWeights(sizes: scenario.parameters.initial.unionCouncilSize)
  }

  /// All institutions of a population, in order of tier, place and status.
  func observe(_ population: Population, quarter: Int) -> [InstitutionEntry] {
    let communities = population.communities
    var organisations: [InstitutionEntry] = []
    var villages: [InstitutionEntry] = []
    var supports: [InstitutionEntry] = []
    var networks = [InstitutionSums](repeating: InstitutionSums(), count: geography.tehsilNames.count)
    for council in 0..<geography.unionCouncilCount {
      let name = geography.unionCouncilNames[council]
      let settlements = geography.settlements(ofUnionCouncil: council)
      for stage in [OrganisationStage.forming, .active, .dormant] {
        let sums = sums(population, settlements, stage)
        organisations += sums.entry(quarter, name, "community_organisation", "\(stage)", maturity: sums.meanMaturity)
      }
      var village = sums(population, settlements.filter { communities.hasVillageOrganisation[$0] }, .active)
      let weight = geography.weights[geography.placeOfUnionCouncil[council]]
      village.count = weight * Double(settlements.count { communities.hasVillageOrganisation[$0] })
      village.cost = .nan
      villages += village.entry(quarter, name, "village_organisation", "active")
      guard communities.hasLocalSupportOrganisation[council] else { continue }
      var support = sums(population, settlements, .active)
      support.count = unionCouncilWeights[council]
      support.cost = communities.federationCost[council]
      let isInsolvent = parameters.isInsolvent(communities, unionCouncil: council)
      supports += support.entry(
        quarter, name, "local_support_organisation", isInsolvent ? "insolvent" : "active",
        treasury: 1000 * communities.treasury[council])
      networks[geography.tehsilOfUnionCouncil[council]].addMembers(of: support)
    }
    let networkEntries = networks.enumerated().flatMap { tehsil, sums in
      var network = sums
      network.count = communities.hasNetwork[tehsil] ? 1 : 0
      network.cost = .nan
      return network.entry(quarter, geography.tehsilNames[tehsil], "network", "active")
    }
    return organisations + villages + supports + networkEntries
  }

  /// What the community organisations of one stage in some settlements have.
  private func sums(
    _ population: Population, _ settlements: some Sequence<Int>, _ stage: OrganisationStage
  ) -> InstitutionSums {
    var sums = InstitutionSums()
    for settlement in settlements {
      let weight = geography.weights[geography.place(ofSettlement: settlement)]
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement)
      where population.communities.stage[neighbourhood] == stage {
        sums.count += weight
        sums.maturity += weight * population.communities.maturity[neighbourhood]
        sums.cost += population.communities.organisingCost[neighbourhood]
        for household in geography.members(ofNeighbourhood: neighbourhood)
        where population.standing[household].contains(.member) {
          sums.members += weight
          sums.women += population.standing[household].contains(.womanMember) ? weight : 0
          sums.poor += population.score[household] <= MeasuredScores.poor ? weight : 0
          sums.savings += weight * population.savings[household]
        }
      }
    }
    return sums
  }
}

/// Real numbers of institutions and their members; money is PKR thousand of 2015-16.
private struct InstitutionSums {
  var count = 0.0
  var members = 0.0
  var poor = 0.0
  var women = 0.0
  var maturity = 0.0
  var savings = 0.0
  var cost = 0.0

  var meanMaturity: Double { count > 0 ? maturity / count : .nan }

  mutating func addMembers(of other: InstitutionSums) {
    members += other.members
    poor += other.poor
    women += other.women
    savings += other.savings
  }

  /// The row of these institutions; none where there are none.
  func entry(
    _ quarter: Int, _ place: String, _ tier: String, _ status: String, maturity: Double = .nan,
    treasury: Double = .nan
  ) -> [InstitutionEntry] {
    guard count > 0 else { return [] }
    return [
      InstitutionEntry(
        quarter: quarter, place: place, tier: tier, status: status, count: count, members: members,
        poorShare: members > 0 ? poor / members : .nan, womenShare: members > 0 ? women / members : .nan,
        maturity: maturity, savings: 1000 * savings, treasury: treasury, cost: 1000 * cost)
    ]
  }
}
