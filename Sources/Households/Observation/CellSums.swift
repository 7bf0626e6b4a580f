/// What observations add up over households; each addend lies on a grid, so that sums are exact in any order.
enum Quantity: Int, CaseIterable {
  case households, persons
  case poorPersons, gapPersons, squaredGapPersons, logarithmicGapPersons
  case entropyPersons, flooredPersons, logarithmPersons, utilityPersons
  case consumption, welfarePersons, assets, debt, debtors, savings, softLoans
  case hungry, score, markUp, price
  case economic0, economic1, economic2, economic3
  case social0, social1, social2, social3
  case political0, political1, political2, political3
  case out, durablyOut, durableExits, exited, relapsed, trapped, quartersTrapped
  case dependent, dependentDimensions
  case economicDependent, socialDependent, politicalDependent
  case deprived, deprivationScore
  case deprived0, deprived1, deprived2, deprived3, deprived4, deprived5
  case deprived6, deprived7, deprived8, deprived9, deprived10
  case organised, servedTwice, unmetNeed

  static let count = allCases.count
}

/// Rounds to a multiple of 2^-24, for sums below 2^29.
@inline(__always)
func onGrid(_ value: Double) -> Double { (value + 0x1.8p28) - 0x1.8p28 }

/// The smallest sets of households that observations keep apart: band at the start, sex of head, minority and place.
///
/// Every reported group is a union of cells.
struct CellLayout: Sendable {
  let places: Int

  var count: Int { places * 24 }

  func cell(place: Int, band: Int, femaleHead: Bool, minority: Bool) -> Int {
    ((place * 6 + band) * 2 + (femaleHead ? 1 : 0)) * 2 + (minority ? 1 : 0)
  }

  func cells(ofPlace place: Int) -> Range<Int> { 24 * place..<24 * (place + 1) }
  func place(of cell: Int) -> Int { cell / 24 }
  func band(of cell: Int) -> Int { cell / 4 % 6 }
  func femaleHead(of cell: Int) -> Bool { cell / 2 % 2 == 1 }
  func minority(of cell: Int) -> Bool { cell % 2 == 1 }
}

/// The groups for which measures are reported, and the cells that make up each.
struct GroupLayout: Sendable {
  let levels: [GroupLevel]
  /// The group levels that hold each cell, as positions in `levels`.
  let levelsOfCell: [[Int]]

  init(places: [Place]) {
    let layout = CellLayout(places: places.count)
    var districts: [String] = []
    for place in places where !districts.contains(place.district) { districts.append(place.district) }
    let types = SettlementType.allCases.filter { type in places.contains { $0.settlementType == type } }
    var levels = [GroupLevel(group: "all", level: "all")]
    levels += Band.allCases.map { GroupLevel(group: "band", level: $0.rawValue) }
    levels += ["male", "female"].map { GroupLevel(group: "sex_of_head", level: $0) }
    levels += ["no", "yes"].map { GroupLevel(group: "minority", level: $0) }
    levels += types.map { GroupLevel(group: "settlement_type", level: $0.rawValue) }
    levels += districts.map { GroupLevel(group: "district", level: $0) }
    self.levels = levels
    levelsOfCell = (0..<layout.count).map { cell in
      let place = places[layout.place(of: cell)]
      let names = [
        GroupLevel(group: "all", level: "all"),
        GroupLevel(group: "band", level: Band.allCases[layout.band(of: cell)].rawValue),
        GroupLevel(group: "sex_of_head", level: layout.femaleHead(of: cell) ? "female" : "male"),
        GroupLevel(group: "minority", level: layout.minority(of: cell) ? "yes" : "no"),
        GroupLevel(group: "settlement_type", level: place.settlementType.rawValue),
        GroupLevel(group: "district", level: place.district),
      ]
      return names.compactMap { levels.firstIndex(of: $0) }
    }
  }
}
