internal import Charts
internal import Notation

/// Which welfare bands gain from a scenario, by the share of households out of dependency at the end.
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
        ? "The results do not tell which welfare bands gain in \(name)"
        : "In \(name) no welfare band can be told to gain" + Self.losers(losing)
      return
    }
    let share = gaining.count == bands.count ? "all" : "\(gaining.count) of"
    let ends = ["ci_low_family", "ci_high_family"].map { ReadableNumber.text(100 * most.number($0), decimals: 1) }
    words = """
      In \(name) \(share) \(bands.count) welfare bands gain\(Self.losers(losing)), most those that were \
      \(Wording.words(most["level"])) at the start (\(ReadableNumber.signed(100 * most.number("difference"), decimals: 1)) \
      points out of dependency, \(ends.joined(separator: " to ")))
      """
  }

  private static func losers(_ names: [String]) -> String {
    names.isEmpty ? "" : " and \(Wording.list(names)) \(names.count == 1 ? "loses" : "lose")"
  }
}
