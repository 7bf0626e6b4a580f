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
    var inequality = [GiniSums](repeating: GiniSums(), count: cells.groups.levels.count)
    var poverty = [SenShorrocksThon](repeating: SenShorrocksThon(), count: cells.groups.levels.count)
    for household in order.positions(byWelfare: { population.welfare[$0] }) {
      let cell = Int(cellOfHousehold[household])
      let persons = Double(population.persons[household]) * cells.weights[cells.place(of: cell)]
      let welfare = Double(population.welfare[household])
      for level in cells.groups.levelsOfCell[cell] {
        inequality[level].add(welfare, weight: persons)
        poverty[level].add(welfareRatio: welfare, weight: persons)
      }
    }
    return zip(inequality, poverty).map { [$0.coefficient, $1.index] }
  }
}
