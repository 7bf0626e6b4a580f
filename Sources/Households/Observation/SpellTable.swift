import Statistics

/// Counts how long households of each cell wait for an event.
struct SpellTable {
  /// A time of waiting that ends with the event or with the run.
  struct Spell {
    let quarters: Int
    let isComplete: Bool
  }

  private let cells: GroupedCells
  private let quarters: Int
  /// Spells by length: those cut off, then those completed, `length + (quarters + 1) (isComplete + 2 cell)`.
  private var counts: [Int]

  init(cells: GroupedCells, quarters: Int) {
    self.cells = cells
    self.quarters = quarters
    counts = Array(repeating: 0, count: cells.count * 2 * (quarters + 1))
  }

  mutating func add(_ spell: Spell, cell: Int) {
    counts[spell.quarters + (quarters + 1) * ((spell.isComplete ? 1 : 0) + 2 * cell)] += 1
  }

  /// For each group those at risk in each quarter of waiting, up to the last in which there are any.
  func riskSets() -> [[RiskSet]] {
    let (levels, places, lengths) = (cells.groups.levels.count, cells.weights.count, quarters + 1)
    var spells = [Int](repeating: 0, count: levels * places * lengths)
    var events = spells
    for cell in 0..<cells.count {
      for level in cells.groups.levelsOfCell[cell] {
        let start = lengths * (cells.place(of: cell) + places * level)
        for length in 0..<lengths {
          let completed = counts[length + lengths * (1 + 2 * cell)]
          spells[start + length] += counts[length + lengths * 2 * cell] + completed
          events[start + length] += completed
        }
      }
    }
    return (0..<levels).map { level in
      var riskSets = [RiskSet](repeating: RiskSet(), count: quarters)
      for (place, weight) in cells.weights.enumerated() {
        let start = lengths * (place + places * level)
        var atRisk = 0
        for length in stride(from: quarters, through: 1, by: -1) {
          atRisk += spells[start + length]
          if atRisk > 0 {
            riskSets[length - 1].add(RiskSet(members: atRisk, events: events[start + length], weight: weight))
          }
        }
      }
      return Array(riskSets.prefix { $0.atRisk > 0 })
    }
  }
}
