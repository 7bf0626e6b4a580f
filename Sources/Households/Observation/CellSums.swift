/// What observations add up over households; each addend lies on a grid, so that sums are exact in any order.
enum Quantity: Int, CaseIterable {
  case households, persons
  case poorPersons, gapPersons, squaredGapPersons, logarithmicGapPersons
  case entropyPersons, flooredPersons, logarithmPersons, utilityPersons
  case consumption, welfarePersons, assets, debt, debtors, savings, softLoans
  case hungry, score, markUp, price, informalCost
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
    // What divides the households, its levels, and the level of a cell.
    let divisions: [(group: String, levels: [String], levelOfCell: (Int) -> String)] = [
      ("all", ["all"], { _ in "all" }),
      ("band", Band.allCases.map(\.rawValue), { Band.allCases[layout.band(of: $0)].rawValue }),
      ("sex_of_head", ["male", "female"], { layout.femaleHead(of: $0) ? "female" : "male" }),
      ("minority", ["no", "yes"], { layout.minority(of: $0) ? "yes" : "no" }),
      ("settlement_type", types.map(\.rawValue), { places[layout.place(of: $0)].settlementType.rawValue }),
      ("district", districts, { places[layout.place(of: $0)].district }),
    ]
    let levels = divisions.flatMap { part in part.levels.map { GroupLevel(group: part.group, level: $0) } }
    self.levels = levels
    levelsOfCell = (0..<layout.count).map { cell in
      divisions.compactMap { levels.firstIndex(of: GroupLevel(group: $0.group, level: $0.levelOfCell(cell))) }
    }
  }
}
