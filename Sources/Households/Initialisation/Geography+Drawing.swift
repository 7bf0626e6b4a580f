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
      // A sample has as many union councils as there really are, as far as each has a settlement in the sample.
      let real = Int((place.households / parameters.unionCouncilSize[type]).rounded())
      let usual = max(1, min(real, Int((Double(shares[index]) / parameters.settlementSize[type]).rounded())))
      let councils = min(shares[index], place.unionCouncils ?? usual)
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
          let entity = UInt32(truncatingIfNeeded: unionCouncilOfSettlement.count + offset)
          return 0.5 + stream.draw(entity: entity, quarter: 0, purpose: .settlementSize).uniform0
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

  /// Shares out whole units in proportion to sizes by largest remainders; ties go to the earlier.
  static func apportion(_ units: Int, among sizes: [Double]) -> [Int] {
    let total = sizes.reduce(0, +)
    let quotas = sizes.map { Double(units) * $0 / total }
    var shares = quotas.map { Int($0.rounded(.down)) }
    let byRemainder = quotas.indices.sorted {
      let (left, right) = (quotas[$0] - Double(shares[$0]), quotas[$1] - Double(shares[$1]))
      return left != right ? left > right : $0 < $1
    }
    for index in byRemainder.prefix(units - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}
