/// Which settlement, union council and place households belong to; households of a settlement are neighbours in store.
public struct Geography: Sendable {
  /// The places of the scenario.
  public let places: [Place]
  /// Index of the first household of each settlement, followed by the number of households.
  public let settlementStarts: [Int]
  /// The union council of each settlement.
  public let unionCouncilOfSettlement: [Int]
  /// The place of each union council.
  public let placeOfUnionCouncil: [Int]
  /// The name of each union council, `<tehsil> UC <n>`.
  public let unionCouncilNames: [String]
  /// Real households that one simulated household of each place stands for.
  public let weights: [Double]

  /// Number of settlements.
  public var settlementCount: Int { unionCouncilOfSettlement.count }

  /// Number of simulated households.
  public var householdCount: Int { settlementStarts[settlementCount] }

  /// The households of a settlement.
  /// - Parameter settlement: index of the settlement.
  /// - Returns: their indices.
  public func members(ofSettlement settlement: Int) -> Range<Int> {
    settlementStarts[settlement]..<settlementStarts[settlement + 1]
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
    let place = places[place(ofSettlement: settlement)]
    let unionCouncil = unionCouncilNames[unionCouncilOfSettlement[settlement]]
    return (area.district.map { $0 == place.district } ?? true)
      && (area.tehsil.map { $0 == place.tehsil } ?? true)
      && (area.unionCouncils.map { $0.contains(unionCouncil) } ?? true)
      && (area.settlementType.map { $0 == place.settlementType } ?? true)
  }
}
