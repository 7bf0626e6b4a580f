internal import Households

/// Counts how many of the values that two runs tell differ.
struct DifferenceCount: Equatable {
  private(set) var compared = 0
  private(set) var differing = 0

  /// Compares two numbers; two undefined ones are the same.
  mutating func compare(_ left: Double, _ right: Double) {
    add(isSame: left == right || (left.isNaN && right.isNaN))
  }

  mutating func add(isSame: Bool) {
    compared += 1
    differing += isSame ? 0 : 1
  }

  /// Compares lists number by number; what only one of them has differs.
  mutating func compare(_ left: [Double], _ right: [Double]) {
    for (left, right) in zip(left, right) { compare(left, right) }
    let missing = (left.count - right.count).magnitude
    compared += Int(missing)
    differing += Int(missing)
  }

  /// Compares rows of tables: their labels and their numbers.
  mutating func compare<Row>(_ left: [Row], _ right: [Row], _ cells: (Row) -> (labels: [String], numbers: [Double])) {
    for (left, right) in zip(left.map(cells), right.map(cells)) {
      compare(left.labels == right.labels ? left.numbers : [], right.numbers)
    }
    let (longer, shorter) = left.count > right.count ? (left, right) : (right, left)
    for row in longer.dropFirst(shorter.count) { compare([], cells(row).numbers) }
  }

  /// Compares all that two runs report.
  ///
  /// The second may have further programmes after those of the first: what is told of them is left out, their costs and
  /// what they have given are not.
  mutating func compare(_ left: RunResult, _ right: RunResult) {
    compare(left.observations.map { Double($0.quarter) }, right.observations.map { Double($0.quarter) })
    for (left, right) in zip(left.observations, right.observations) {
      compare(left.values, right.values)
      compare(left.programmeValues, Array(right.programmeValues.prefix(left.programmeValues.count)))
    }
    compare(left.transitions, right.transitions)
    compare(left.costs, right.costs) { cost in
      (
        [cost.partner, cost.programme, cost.intervention],
        [Double(cost.quarter), cost.units, cost.households] + CostPart.allCases.map { cost.parts[$0] }
      )
    }
    compare(left.institutions, right.institutions) { entry in
      (
        [entry.place, entry.tier, entry.status],
        [
          Double(entry.quarter), entry.count, entry.members, entry.poorShare, entry.womenShare, entry.maturity,
          entry.savings, entry.treasury, entry.cost,
        ]
      )
    }
    compare(left.course, right.course) { entry in
      (
        [],
        [Double(entry.quarter), entry.out, entry.durablyOut, entry.poorHouseholds, entry.poorPersons] + entry.levels
          + entry.moves
      )
    }
    // Without programmes there is no stocktake, and with them one that also tells of those whom nobody has served.
    let isComparable = { (entry: StocktakeEntry) in !left.stocktake.isEmpty || !entry.partner.isEmpty }
    compare(left.stocktake, right.stocktake.filter(isComparable)) { entry in
      (
        [entry.partner, entry.district, entry.unionCouncil, entry.intervention],
        [entry.households, entry.pkr, entry.overlap, entry.unmetNeed]
      )
    }
  }

  /// Compares two households as one thing: they are the same if every cell is.
  mutating func compare(_ left: HouseholdRecord, _ right: HouseholdRecord) { add(isSame: left == right) }
}
