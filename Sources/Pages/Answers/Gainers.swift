internal import Charts
internal import Notation

/// Which bands of the poverty scorecard gain from a scenario, by the share of households out of dependency at the end.
struct Gainers {
  /// A clause: who gains and who loses, by intervals for all scenarios together.
  let words: String

  init(_ source: ResultSource, scenario: String) throws {
    let table = try source.results.table(
      "comparison.csv",
      [
        "quarter": ["\(source.results.quarters)"], "group": ["band"], "measure": ["out_of_dependency"],
        "scenario": [scenario],
      ])
    let bands = table?.rows() ?? []
    let name = Wording.name(scenario)
    let gaining = bands.filter { $0.number("ci_low_family") > 0 }
    let losing = bands.filter { $0.number("ci_high_family") < 0 }.map { Wording.words($0["level"]) }
    guard let most = gaining.max(by: { $0.number("difference") < $1.number("difference") }) else {
      words =
        bands.isEmpty
        ? "The results do not tell which bands of the poverty scorecard gain in \(name)"
        : "In \(name) no band of the poverty scorecard can be told to gain" + Self.losers(losing)
      return
    }
    let share = gaining.count == bands.count ? "all" : "\(gaining.count) of"
    let unit = DisplayUnit(measure: "out_of_dependency", unit: most["unit"])
    let interval = unit.differenceInterval(most.number("ci_low_family"), most.number("ci_high_family"))
    words =
      """
      In \(name) \(share) \(bands.count) bands of the poverty scorecard gain, most those that were \
      \(Wording.words(most["level"])) by it at the start (\(unit.difference(most.number("difference"))) points out of \
      dependency, \(interval))
      """ + (losing.isEmpty ? "" : "," + Self.losers(losing))
  }

  private static func losers(_ names: [String]) -> String {
    names.isEmpty ? "" : " and \(Wording.list(names)) \(names.count == 1 ? "loses" : "lose")"
  }
}
