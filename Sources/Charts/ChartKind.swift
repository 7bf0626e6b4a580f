/// A kind of chart: how some tables of results become a picture.
protocol ChartKind: Sendable {
  /// The name by which it is asked for.
  static var name: String { get }
  /// What it shows, for lists of charts.
  static var summary: String { get }
  /// The chart of some results; nil where they do not hold what it shows.
  static func chart(of results: ResultSet) throws -> Chart?
}

/// The charts of untrap, in the order in which a report shows them.
package enum ChartCatalogue {
  static let kinds: [any ChartKind.Type] = [
    PathsChart.self, DifferencesChart.self, FlowsChart.self, TransitionsChart.self, SurvivalChart.self, GainsChart.self,
    PlaneChart.self, AcceptabilityChart.self, FrontierChart.self, InstitutionsChart.self, CoverageChart.self,
    TargetingChart.self, TornadoChart.self,
  ]

  /// Names and summaries of all charts.
  package static let names: [(name: String, summary: String)] = kinds.map { ($0.name, $0.summary) }

  package static func charts(of results: ResultSet) throws -> [Chart] {
    try kinds.compactMap { try $0.chart(of: results) }
  }

  /// One chart; nil where the results do not hold what it shows.
  package static func chart(named name: String, of results: ResultSet) throws -> Chart? {
    try kinds.first { $0.name == name }?.chart(of: results)
  }
}
