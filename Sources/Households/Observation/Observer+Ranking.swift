import Simulation
import Statistics

extension Observer {
  /// The measures that need all households in the order of their welfare, after those that follow from sums.
  static let rankedMeasures: [Measure] = [
    Measure(
      name: "gini", unit: "coefficient, 0-1", summary: "Gini coefficient of the welfare ratio over persons."),
    Measure(
      name: "sen_shorrocks_thon", unit: "share of the poverty line",
      summary: "Headcount ratio x mean gap of the poor x (1 + Gini coefficient of the gaps of all)."),
  ]

  /// The values of `rankedMeasures` in every group, in their order.
  func rankedValues(_ population: Population) -> [[Double]] {
    for household in 0..<population.households {
      order[household] = UInt64(population.welfare[household].bitPattern) << 32 | UInt64(household)
    }
    sortByKey(order.elements, spare: spare.elements, counts: counts.elements)
    var inequality = [GiniSums](repeating: GiniSums(), count: groups.levels.count)
    var poverty = [SenShorrocksThon](repeating: SenShorrocksThon(), count: groups.levels.count)
    for entry in order.elements {
      let household = Int(entry & 0xFFFF_FFFF)
      let cell = Int(cellOfHousehold[household])
      let persons = Double(population.persons[household]) * weights[cells.place(of: cell)]
      let welfare = Double(population.welfare[household])
      for level in groups.levelsOfCell[cell] {
        inequality[level].add(welfare, weight: persons)
        poverty[level].add(welfareRatio: welfare, weight: persons)
      }
    }
    return zip(inequality, poverty).map { [$0.coefficient, $1.index] }
  }
}
