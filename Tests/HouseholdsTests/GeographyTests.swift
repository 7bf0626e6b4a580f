import Randomness
import Testing

@testable import Households

@Suite struct GeographyTests {
  private static func geography(
    _ places: [Place], households: Int, _ change: (inout InitialParameters) -> Void = { _ in }
  ) -> Geography {
    var parameters = InitialParameters()
    change(&parameters)
    return Geography(
      PopulationSpecification(simulatedHouseholds: households, places: places, officialHeadcount: [:]),
      households: households, parameters: parameters, stream: RandomStream(seed: 3, replication: 0))
  }

  @Test(
    "units are shared out whole, within one of their quota",
    arguments: [0, 1, 7, 100, 12_345], [[1], [1, 1, 1], [0.2, 5, 3.3, 0, 91.5], [1e9, 1, 1]] as [[Double]])
  func apportionment(units: Int, sizes: [Double]) {
    let shares = Geography.apportion(units, among: sizes)
    #expect(shares.reduce(0, +) == units)
    let total = sizes.reduce(0, +)
    for (share, size) in zip(shares, sizes) {
      let quota = Double(units) * size / total
      #expect(Double(share) >= quota.rounded(.down) && Double(share) <= quota.rounded(.down) + 1)
    }
  }

  @Test("largest remainders win, and the earlier among equals")
  func remainders() {
    #expect(Geography.apportion(10, among: [1, 1, 1]) == [4, 3, 3])
    #expect(Geography.apportion(10, among: [1.5, 2.6, 5.9]) == [1, 3, 6])
    #expect(Geography.apportion(2, among: [1, 1, 1]) == [1, 1, 0])
  }

  @Test(
    "households are shared out by size, and weights add up to the real households", arguments: [5000, 4999, 1234, 7])
  func weights(households: Int) {
    let places: [Place] = [.kasurVillages, .kasurTown, .okaraVillages]
    let geography = Self.geography(places, households: households)
    #expect(geography.householdCount == households)
    var counts = [0.0, 0, 0]
    for settlement in 0..<geography.settlementCount {
      counts[geography.place(ofSettlement: settlement)] += Double(geography.members(ofSettlement: settlement).count)
    }
    for (place, count) in counts.enumerated() {
      let quota = Double(households) * places[place].households / 5000
      #expect((count - quota).magnitude < 1)
      #expect((count * geography.weights[place] - places[place].households).magnitude < 1e-9)
    }
  }

  @Test("settlements follow each other, and each lies in a council of its place")
  func order() {
    let geography = Self.geography([.kasurVillages, .kasurTown, .okaraVillages], households: 5000)
    #expect(geography.settlementStarts.first == 0)
    #expect(zip(geography.settlementStarts, geography.settlementStarts.dropFirst()).allSatisfy { $0 < $1 })
    #expect(geography.unionCouncilOfSettlement == geography.unionCouncilOfSettlement.sorted())
    #expect(geography.placeOfUnionCouncil == geography.placeOfUnionCouncil.sorted())
    #expect(Set(geography.unionCouncilOfSettlement) == Set(0..<geography.placeOfUnionCouncil.count))
  }

  @Test("union councils are as many as the scenario says, equal in size and numbered through a tehsil")
  func councils() {
    let geography = Self.geography([.kasurVillages, .kasurTown, .okaraVillages], households: 5000)
    #expect(
      geography.unionCouncilNames == [
        "Kasur UC 1", "Kasur UC 2", "Kasur UC 3", "Kasur UC 4", "Kasur UC 5", "Depalpur UC 1", "Depalpur UC 2",
      ])
    #expect(geography.placeOfUnionCouncil == [0, 0, 0, 1, 1, 2, 2])
    var sizes = [Int](repeating: 0, count: 7)
    for settlement in 0..<geography.settlementCount {
      sizes[geography.unionCouncilOfSettlement[settlement]] += geography.members(ofSettlement: settlement).count
    }
    #expect(sizes == [800, 800, 800, 500, 500, 800, 800])
  }

  @Test("without a number there are as many councils as fill at the usual size")
  func usualCouncils() {
    var (villages, town) = (Place.kasurVillages, Place.kasurTown)
    (villages.households, villages.unionCouncils) = (39_000, nil)
    (town.households, town.unionCouncils) = (9000, nil)
    let geography = Self.geography([villages, town], households: 48_000)
    let councils = (0..<2).map { place in geography.placeOfUnionCouncil.filter { $0 == place }.count }
    // 39,000 / 3,900 and 9,000 / 2,000 rounded to the nearest, away from zero.
    #expect(councils == [10, 5])
  }

  @Test("settlements have their mean size, and none is three times another of its council")
  func settlementSizes() {
    var village = Place.kasurVillages
    (village.households, village.unionCouncils) = (40_000, 10)
    let geography = Self.geography([village], households: 40_000)
    // Ten councils of 4,000 and so of eight villages each.
    #expect(geography.settlementCount == 80)
    for settlement in 0..<80 {
      let size = geography.members(ofSettlement: settlement).count
      #expect(size > 500 / 3 - 1 && size < 3 * 500 + 1)
    }
    let town = Self.geography([.kasurTown], households: 1000)
    #expect(town.settlementCount == 6)
    let large = Self.geography([village], households: 40_000) { $0.settlementSize[0] = 2000 }
    #expect(large.settlementCount == 20)
  }

  @Test("a place too small for a simulated household is left out")
  func emptyPlace() {
    var hamlet = Place.okaraVillages
    hamlet.households = 0.01
    let geography = Self.geography([.kasurVillages, hamlet, .kasurTown], households: 340)
    #expect(Set(geography.placeOfUnionCouncil) == [0, 2])
    #expect(geography.weights[1] == 0)
    #expect(geography.householdCount == 340)
  }

  @Test("equal remainders are equal whatever their quotas: the earlier place gets the unit that is left")
  func tiedRemainders() {
    // Quotas 1/3, 10/3 and 1/3: the remainders of the first two differ by rounding.
    #expect(Geography.apportion(4, among: [1, 10, 1]) == [1, 3, 0])
    #expect(Geography.apportion(4, among: [10, 1, 1]) == [4, 0, 0])
  }
}
