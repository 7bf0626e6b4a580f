internal import Charts
internal import Notation
internal import Reporting

/// What a page shows of one directory of results.
struct Chapter {
  /// What stands above a chapter where there are several.
  struct Heading {
    let name: String
    let setting: String
  }

  /// A chart with its words.
  struct Figure {
    let id: String
    let chart: Chart
    let key: [KeyEntry]
    let panels: [Panel]
  }

  /// What a colour stands for.
  struct KeyEntry {
    let symbol: String
    let color: String
    let name: String
  }

  struct Panel {
    let id: String
    /// The name of a file with its numbers, without ending.
    let file: String
    let panel: Chart.Panel
    let specification: String
  }

  let id: String
  let level: Int
  let heading: Heading?
  let answer: [String]
  let table: ScenarioTable?
  let caution: Caution
  /// The assumed values as JSON, from which a table is made when it is opened.
  let assumed: String
  let assumedCount: Int
  let hasAssumed: Bool
  let figures: [Figure]
  let directory: String

  init(_ source: ResultSource, number: Int, isAlone: Bool) throws {
    let id = "results-\(number)"
    let assumed = AssumedValues(source.simulation.scenarios)
    self.id = id
    level = isAlone ? 2 : 3
    heading = isAlone ? nil : Heading(name: Self.title(of: source), setting: try Self.setting(of: source))
    answer = try Answer(source).sentences
    table = try ScenarioTable(source)
    caution = Caution(source)
    self.assumed = Self.embedded(.list(assumed.rows))
    assumedCount = assumed.values.count
    hasAssumed = !assumed.rows.isEmpty
    figures = try ChartCatalogue.charts(of: source.results).map { Figure($0, prefix: id, results: source.name) }
    directory = source.name
  }

  /// Data in a page: nothing in them may end the element that holds them.
  static func embedded(_ data: JSONValue) -> String { data.compact.replacing("<", with: "\\u003c") }

  /// What the results are of.
  static func title(of source: ResultSource) -> String {
    let names = source.results.scenarios
    guard source.results.isComparison, let baseline = names.first else { return Wording.list(names) }
    let others =
      names.count > 3
      ? "\(Wording.name(names[1])) and \(names.count - 2) others" : Wording.list(Array(names.dropFirst()))
    return "\(others) against \(Wording.name(baseline))"
  }

  /// Households, time, luck and survey in a line.
  static func setting(of source: ResultSource) throws -> String {
    let simulation = source.simulation
    let real = ReadableNumber.text(try source.realHouseholds, decimals: 0)
    let simulated = ReadableNumber.text(simulation.households)
    return [
      simulated == real || real == "-"
        ? "\(simulated) households" : "\(simulated) simulated households for \(real)",
      "\(source.results.span) from \(source.results.start)",
      ReadableNumber.count(simulation.replications, "replication"),
      "seed \(simulation.seed)", "households from \(simulation.survey)",
    ].joined(separator: ", ")
  }
}

extension Chapter.Figure {
  init(_ chart: Chart, prefix: String, results: String) {
    let id = "\(prefix)-\(chart.name)"
    self.id = id
    self.chart = chart
    key = chart.key.map {
      Chapter.KeyEntry(symbol: $0.symbol, color: Palette.page.series($0.series), name: $0.name)
    }
    panels = chart.panels.enumerated().map { index, panel in
      Chapter.Panel(
        id: "\(id)-\(index + 1)", file: "\(results)-\(chart.name)-\(index + 1)", panel: panel,
        specification: Chapter.embedded(chart.specification(of: panel, palette: .page)))
    }
  }
}
