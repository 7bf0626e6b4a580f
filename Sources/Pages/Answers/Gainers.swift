internal import Charts
internal import Experiments
internal import Notation
internal import Reporting
internal import Statistics

/// Which bands of the poverty scorecard gain from a scenario, by the share of households out of dependency at the end.
struct Gainers {
  /// A clause: who gains and who loses, by intervals for all scenarios together.
  let words: String

  init(_ source: ResultSource, scenario: String) throws {
    let bands = try source.results.rows(
      of: ComparisonRow.self, .only(\.scenario, scenario), .only(\.quarter, source.results.quarters),
      .only(\.group, "band"), .only(\.measure, "out_of_dependency"))
    let name = Wording.name(scenario)
    let gaining = bands.filter { $0.comparison.verdict == .higher }
    let losing = bands.filter { $0.comparison.verdict == .lower }.map { Wording.words($0.level) }
    guard let most = gaining.max(by: { $0.comparison.difference.mean < $1.comparison.difference.mean }) else {
      words =
        bands.isEmpty
        ? "The results do not tell which bands of the poverty scorecard gain in \(name)"
        : "In \(name) no band of the poverty scorecard can be told to gain" + Self.losers(losing)
      return
    }
    let share = gaining.count == bands.count ? "all" : "\(gaining.count) of"
    let unit = DisplayUnit(measure: most.measure, unit: most.unit)
    let interval = unit.differenceInterval(most.comparison.familyLow, most.comparison.familyHigh)
    words =
      """
      In \(name) \(share) \(bands.count) bands of the poverty scorecard gain, most those that were \
      \(Wording.words(most.level)) by it at the start (\(unit.difference(most.comparison.difference.mean)) points out of \
      dependency, \(interval))
      """ + (losing.isEmpty ? "" : "," + Self.losers(losing))
  }

  private static func losers(_ names: [String]) -> String {
    names.isEmpty ? "" : " and \(Wording.list(names)) \(names.count == 1 ? "loses" : "lose")"
  }
}
