internal import Charts
package import Foundation

/// A chart of some results as a file of its own, for papers and slides.
package struct PictureFile: Sendable {
  /// The names of all charts, with what they show.
  package static var charts: [(name: String, summary: String)] { ChartCatalogue.names }

  package let data: Data

  /// Draws a chart.
  /// - Throws: `OutputError` where results cannot be read; `PageError` where they have no such chart or nothing draws.
  package init(chart name: String, of directory: String, as format: Drawing.Format, isDark: Bool, drawing: Drawing)
    throws
  {
    let names = ChartCatalogue.names.map(\.name)
    guard names.contains(name) else { throw PageError.unknownChart(name: name, known: names) }
    let source = try ResultSource(directory: directory)
    guard let chart = try ChartCatalogue.chart(named: name, of: source.results) else {
      let available = try ChartCatalogue.charts(of: source.results).map(\.name)
      throw PageError.noChart(name: name, directory: directory, available: available)
    }
    let picture = try drawing.picture(of: chart.specification(palette: isDark ? .dark : .light), as: format)
    data = PictureMark.marked(picture, as: format)
  }
}
