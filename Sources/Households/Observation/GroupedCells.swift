import Simulation

/// The cells of households, what they stand for, and the groups that cells make up.
struct GroupedCells: Sendable {
  let groups: GroupLayout
  /// Real households that one simulated household of each place stands for.
  let weights: [Double]
  /// The observer's cells, fixed at the start of the run.
  let cellOfHousehold: Column<UInt16>

  private var layout: CellLayout { CellLayout(places: weights.count) }

  /// How many cells there are.
  var count: Int { layout.count }

  /// The place of a cell.
  func place(of cell: Int) -> Int { layout.place(of: cell) }

  /// Real households that a household stands for.
  func weightOfHousehold(_ household: Int) -> Double { weights[layout.place(of: Int(cellOfHousehold[household]))] }

  /// Adds up exact sums of cells to groups within each place; only the weighting of places rounds.
  /// - Parameters:
  ///   - width: numbers of a cell.
  ///   - sums: the sums, `number + width * cell`.
  /// - Returns: weighted sums, `number + width * groupLevel`.
  func grouped(width: Int, _ sums: (Int) -> Double) -> [Double] {
    var grouped = [Double](repeating: 0, count: groups.levels.count * width)
    for (place, weight) in weights.enumerated() {
      var exact = [Double](repeating: 0, count: grouped.count)
      for cell in layout.cells(ofPlace: place) {
        for number in 0..<width {
          let sum = sums(number + width * cell)
          for level in groups.levelsOfCell[cell] { exact[number + width * level] += sum }
        }
      }
      for index in grouped.indices { grouped[index] += weight * exact[index] }
    }
    return grouped
  }
}

extension GroupedCells {
  /// The cells of a population as it is at the start of a run.
  init(_ population: Population, groups: GroupLayout) {
    let geography = population.geography
    self.init(
      groups: groups, weights: geography.weights,
      cellOfHousehold: Column(repeating: 0, count: population.households))
    for settlement in 0..<geography.settlementCount {
      let place = geography.place(ofSettlement: settlement)
      for household in geography.members(ofSettlement: settlement) {
        let traits = population.traits[household]
        let cell = layout.cell(
          place: place, band: Observer.bandIndex(population.score[household]),
          femaleHead: traits.contains(.femaleHead), minority: traits.contains(.minority))
        cellOfHousehold[household] = UInt16(cell)
      }
    }
  }
}
