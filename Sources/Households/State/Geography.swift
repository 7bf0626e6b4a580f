/// Which settlement, union council and place households belong to; households of a settlement are neighbours in store.
public struct Geography: Sendable {
  /// The places of the scenario.
  public let places: [Place]
  /// Index of the first household of each settlement, followed by the number of households.
  public let settlementStarts: [Int]
  /// The union council of each settlement.
  public let unionCouncilOfSettlement: [Int]
  /// Index of the first household of each neighbourhood, followed by the number of households.
  public let neighbourhoodStarts: [Int]
  /// Index of the first neighbourhood of each settlement, followed by the number of neighbourhoods.
  public let settlementNeighbourhoodStarts: [Int]
  /// The place of each union council.
  public let placeOfUnionCouncil: [Int]
  /// Index of the first settlement of each union council, followed by the number of settlements.
  public let unionCouncilSettlementStarts: [Int]
  /// The tehsil of each union council, as an index into `tehsilNames`.
  public let tehsilOfUnionCouncil: [Int]
  /// The names of the tehsils.
  public let tehsilNames: [String]
  /// The name of each union council, `<tehsil> UC <n>`.
  public let unionCouncilNames: [String]
  /// Real households that one simulated household of each place stands for.
  public let weights: [Double]

  /// Number of settlements.
  public var settlementCount: Int { unionCouncilOfSettlement.count }

  /// Number of neighbourhoods.
  public var neighbourhoodCount: Int { neighbourhoodStarts.count - 1 }

  /// Number of union councils.
  public var unionCouncilCount: Int { placeOfUnionCouncil.count }

  /// Number of simulated households.
  public var householdCount: Int { settlementStarts[settlementCount] }

  /// The households of a settlement.
  /// - Parameter settlement: index of the settlement.
  /// - Returns: their indices.
  public func members(ofSettlement settlement: Int) -> Range<Int> {
    settlementStarts[settlement]..<settlementStarts[settlement + 1]
  }

  /// The households of a neighbourhood.
  /// - Parameter neighbourhood: index of the neighbourhood.
  /// - Returns: their indices.
  public func members(ofNeighbourhood neighbourhood: Int) -> Range<Int> {
    neighbourhoodStarts[neighbourhood]..<neighbourhoodStarts[neighbourhood + 1]
  }

  /// The neighbourhoods of a settlement.
  /// - Parameter settlement: index of the settlement.
  /// - Returns: their indices.
  public func neighbourhoods(ofSettlement settlement: Int) -> Range<Int> {
    settlementNeighbourhoodStarts[settlement]..<settlementNeighbourhoodStarts[settlement + 1]
  }

  /// The settlements of a union council.
  /// - Parameter unionCouncil: index of the union council.
  /// - Returns: their indices.
  public func settlements(ofUnionCouncil unionCouncil: Int) -> Range<Int> {
    unionCouncilSettlementStarts[unionCouncil]..<unionCouncilSettlementStarts[unionCouncil + 1]
  }

  /// The place of a settlement.
  /// - Parameter settlement: index of the settlement.
  /// - Returns: its index in `places`.
  public func place(ofSettlement settlement: Int) -> Int {
    placeOfUnionCouncil[unionCouncilOfSettlement[settlement]]
  }

  /// Whether an area includes a settlement.
  /// - Parameters:
  ///   - area: where a programme works.
  ///   - settlement: index of the settlement.
  /// - Returns: true where every part of the area that is given matches.
  public func includes(_ area: Area, settlement: Int) -> Bool {
    let unionCouncil = unionCouncilNames[unionCouncilOfSettlement[settlement]]
    return area.includes(places[place(ofSettlement: settlement)])
      && (area.unionCouncils.map { $0.contains(unionCouncil) } ?? true)
  }

  /// Real union councils that each simulated one stands for: as many as the scenario counts, or as fill their place.
  /// - Parameter sizes: real households of a union council, rural and urban.
  /// - Returns: a number for each simulated union council.
  func unionCouncilWeights(sizes: [Double]) -> [Double] {
    var simulated = [Double](repeating: 0, count: places.count)
    for place in placeOfUnionCouncil { simulated[place] += 1 }
    return placeOfUnionCouncil.map { index in
      let place = places[index]
      let real =
        place.unionCouncils.map(Double.init)
        ?? max(1, (place.households / sizes[place.settlementType == .rural ? 0 : 1]).rounded())
      return real / simulated[index]
    }
  }

  /// The settlements of an area, in order.
  func settlements(of area: Area) -> [Int] { (0..<settlementCount).filter { includes(area, settlement: $0) } }

  /// How tables name an area: its district and union council, or words where it has several.
  func names(of area: Area) -> (district: String, unionCouncil: String) {
    var districts: Set<String> = []
    var councils: Set<Int> = []
    for settlement in settlements(of: area) {
      districts.insert(places[place(ofSettlement: settlement)].district)
      councils.insert(unionCouncilOfSettlement[settlement])
    }
    func only<Element>(_ members: Set<Element>) -> Element? { members.count == 1 ? members.first : nil }
    return (only(districts) ?? "several", only(councils).map { unionCouncilNames[$0] } ?? "all of its area")
  }
}
