import ExactMath
import Randomness

extension Geography {
  /// Lays out places, union councils and settlements for a number of simulated households.
  ///
  /// Households are shared out over places by their real households (largest remainders), over the union councils of a
  /// place equally, over settlements with sizes between half and one and a half times the mean, and over the
  /// neighbourhoods of a settlement equally. Complexity: O(neighbourhoods).
  ///
  /// - Parameters:
  ///   - specification: the places; at least one.
  ///   - households: simulated households.
  ///   - parameters: mean sizes.
  ///   - stream: draws of one replication.
  init(_ specification: PopulationSpecification, households: Int, parameters: InitialParameters, stream: RandomStream) {
    let places = specification.places
    let shares = Self.apportion(households, among: places.map(\.households))
    var settlementStarts = [0]
    var unionCouncilOfSettlement: [Int] = []
    var neighbourhoodStarts = [0]
    var settlementNeighbourhoodStarts = [0]
    var placeOfUnionCouncil: [Int] = []
    var unionCouncilSettlementStarts = [0]
    var tehsilOfUnionCouncil: [Int] = []
    var tehsils: [(district: String, name: String)] = []
    var names: [String] = []
    for (index, place) in places.enumerated() where shares[index] > 0 {
      let type = place.settlementType == .rural ? 0 : 1
      let councils = Self.unionCouncils(of: place, households: shares[index], parameters: parameters)
      let councilSizes = Self.apportion(shares[index], among: Array(repeating: 1, count: councils))
      let alreadyNamed = zip(placeOfUnionCouncil, names).filter { places[$0.0].tehsil == place.tehsil }.count
      let knownTehsil = tehsils.firstIndex { $0 == (place.district, place.tehsil) }
      if knownTehsil == nil { tehsils.append((place.district, place.tehsil)) }
      for (number, size) in councilSizes.enumerated() {
        let council = names.count
        placeOfUnionCouncil.append(index)
        tehsilOfUnionCouncil.append(knownTehsil ?? tehsils.count - 1)
        names.append("\(place.tehsil) UC \(alreadyNamed + number + 1)")
        let settlements = max(1, Int((Double(size) / parameters.settlementSize[type]).rounded()))
        let relativeSizes = (0..<settlements).map { offset in
          0.5 + stream.draw(unionCouncilOfSettlement.count + offset, .settlementSize).uniform0
        }
        for settlementSize in Self.apportion(size, among: relativeSizes) where settlementSize > 0 {
          settlementStarts.append(settlementStarts[settlementStarts.count - 1] + settlementSize)
          unionCouncilOfSettlement.append(council)
          let neighbourhoods = max(1, Int((Double(settlementSize) / parameters.neighbourhoodSize).rounded()))
          for neighbours in Self.apportion(settlementSize, among: Array(repeating: 1, count: neighbourhoods))
          where neighbours > 0 {
            neighbourhoodStarts.append(neighbourhoodStarts[neighbourhoodStarts.count - 1] + neighbours)
          }
          settlementNeighbourhoodStarts.append(neighbourhoodStarts.count - 1)
        }
        unionCouncilSettlementStarts.append(unionCouncilOfSettlement.count)
      }
    }
    self.init(
      places: places, settlementStarts: settlementStarts, unionCouncilOfSettlement: unionCouncilOfSettlement,
      neighbourhoodStarts: neighbourhoodStarts, settlementNeighbourhoodStarts: settlementNeighbourhoodStarts,
      placeOfUnionCouncil: placeOfUnionCouncil, unionCouncilSettlementStarts: unionCouncilSettlementStarts,
      tehsilOfUnionCouncil: tehsilOfUnionCouncil, tehsilNames: tehsils.map(\.name), unionCouncilNames: names,
      weights: zip(places, shares).map { $1 > 0 ? $0.households / Double($1) : 0 })
  }

  /// How many union councils a place has in a sample: as many as there really are, as far as each has a settlement in it.
  static func unionCouncils(of place: Place, households: Int, parameters: InitialParameters) -> Int {
    let type = place.settlementType == .rural ? 0 : 1
    // Sizes may be as small as anybody likes.
    func number(_ people: Double, by size: Double) -> Int { Int(min(people / size, 1e9).rounded()) }
    let real = number(place.households, by: parameters.unionCouncilSize[type])
    let usual = max(1, min(real, number(Double(households), by: parameters.settlementSize[type])))
    return min(households, place.unionCouncils ?? usual)
  }

  /// Shares out whole units in proportion to sizes by largest remainders; ties, but for rounding, go to the earlier.
  static func apportion(_ units: Int, among sizes: [Double]) -> [Int] {
    let total = sizes.reduce(0, +)
    let quotas = sizes.map { Double(units) * $0 / total }
    var shares = quotas.map { Int(RoundingTolerance.wholeUnits($0)) }
    let remainders = RoundingTolerance.settled(zip(quotas, shares).map { $0 - Double($1) }, beside: Double(units))
    let byRemainder = quotas.indices.sorted {
      remainders[$0] != remainders[$1] ? remainders[$0] > remainders[$1] : $0 < $1
    }
    for index in byRemainder.prefix(units - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}

extension Scenario {
  /// How many union councils each place has in the sample; 0 where no household of it is simulated.
  /// - Complexity: O(places log places).
  public var sampledUnionCouncils: [Int] {
    zip(population.places, population.sampled).map { place, share in
      share > 0 ? Geography.unionCouncils(of: place, households: share, parameters: parameters.initial) : 0
    }
  }
}
