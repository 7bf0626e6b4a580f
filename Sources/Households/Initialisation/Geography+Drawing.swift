import Randomness

extension Geography {
  /// Lays out places, union councils and settlements for a number of simulated households.
  ///
  /// Households are shared out over places by their real households (largest remainders), over the union councils of a
  /// place equally, and over settlements with sizes between half and one and a half times the mean. Complexity:
  /// O(settlements).
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
    var placeOfUnionCouncil: [Int] = []
    var names: [String] = []
    for (index, place) in places.enumerated() where shares[index] > 0 {
      let type = place.settlementType == .rural ? 0 : 1
      // A sample has as many union councils as there really are, as far as each has a settlement in the sample.
      let real = Int((place.households / parameters.unionCouncilSize[type]).rounded())
      let usual = max(1, min(real, Int((Double(shares[index]) / parameters.settlementSize[type]).rounded())))
      let councils = min(shares[index], place.unionCouncils ?? usual)
      let councilSizes = Self.apportion(shares[index], among: Array(repeating: 1, count: councils))
      let alreadyNamed = zip(placeOfUnionCouncil, names).filter { places[$0.0].tehsil == place.tehsil }.count
      for (number, size) in councilSizes.enumerated() {
        let council = names.count
        placeOfUnionCouncil.append(index)
        names.append("\(place.tehsil) UC \(alreadyNamed + number + 1)")
        let settlements = max(1, Int((Double(size) / parameters.settlementSize[type]).rounded()))
        let relativeSizes = (0..<settlements).map { offset in
          let entity = UInt32(truncatingIfNeeded: unionCouncilOfSettlement.count + offset)
          return 0.5 + stream.draw(entity: entity, quarter: 0, purpose: .settlementSize).uniform0
        }
        for settlementSize in Self.apportion(size, among: relativeSizes) where settlementSize > 0 {
          settlementStarts.append(settlementStarts[settlementStarts.count - 1] + settlementSize)
          unionCouncilOfSettlement.append(council)
        }
      }
    }
    self.init(
      places: places, settlementStarts: settlementStarts, unionCouncilOfSettlement: unionCouncilOfSettlement,
      placeOfUnionCouncil: placeOfUnionCouncil, unionCouncilNames: names,
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
