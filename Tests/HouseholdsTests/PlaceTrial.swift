import Randomness
import Simulation

@testable import Households

/// What programmes do for places, quarter after quarter, while households stay as they are.
final class PlaceTrial {
  let population: Population
  let partners: Partners
  private let work: PlaceWork
  private(set) var quarter = 0

  /// Starts from a settled population, which stays as it is.
  init(
    _ model: Model, _ programmes: [Programme], settled: Population? = nil,
    _ change: (inout Parameters) -> Void = { _ in }
  ) {
    var scenario = model.baseline.changing(change)
    scenario.programmes = programmes
    let population = (settled ?? model.settled(replication: 0)).copy()
    partners = Partners(scenario, population: population, stream: model.stream, workers: 1)
    work = PlaceWork(partners)
    self.population = population
  }

  func advance(_ quarters: Int = 1) {
    for _ in 0..<quarters {
      quarter += 1
      work.advance(population, step: quarter)
      for account in partners.accounts { account.closeStep(quarter) }
    }
  }

  /// Cost entries of one intervention.
  func costs(_ intervention: String, programme: Int = 0) -> [CostEntry] {
    partners.accounts[programme].costs.filter { $0.intervention == intervention }
  }

  /// What the survey of a programme has found.
  func points(_ programme: String = "Help") -> [Float] {
    partners.setting.surveys[programme].map { Array($0.elements) } ?? []
  }
}

extension Model {
  fileprivate var stream: RandomStream { RandomStream(seed: baseline.seed, replication: 0) }
}

extension Programme {
  /// A programme for places over the two years of the small scenario, in prices of 2019.
  static func places(
    named name: String = "Help", area: Area = Area(), from: String = "2019-Q1", until: String = "2020-Q4",
    total: Double? = nil, quarterly: Double? = nil, _ kinds: CommunityIntervention.Kind...
  ) throws -> Programme {
    var programme = try Programme.small(
      named: name, area: area, from: from, until: until, total: total, quarterly: quarterly)
    programme.community = kinds.enumerated().map {
      CommunityIntervention(name: "task \($0.offset + 1)", kind: $0.element)
    }
    return programme
  }
}

extension Population {
  /// Gives every neighbourhood of some settlements an organisation of which all households are members.
  func organise(
    _ settlements: Range<Int>, stage: OrganisationStage = .active, village: Bool = true, savings: Double? = nil
  ) {
    for settlement in settlements {
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        communities.stage[neighbourhood] = stage
        communities.maturity[neighbourhood] = 1
        communities.organiser[neighbourhood] = 1
        communities.members[neighbourhood] = Int32(geography.members(ofNeighbourhood: neighbourhood).count)
      }
      communities.organisedShare[settlement] = 1
      communities.hasVillageOrganisation[settlement] = village
      for household in geography.members(ofSettlement: settlement) {
        standing[household].insert(.member)
        guard let savings else { continue }
        add(savings - self.savings[household], to: .savingsGranted, settlement: settlement)
        self.savings[household] = savings
      }
    }
  }

  var settlements: Range<Int> { 0..<geography.settlementCount }
}
