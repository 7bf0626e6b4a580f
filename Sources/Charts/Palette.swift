/// The colours of charts by their role.
///
/// Eight series that people with normal and with any dichromatic vision tell apart, each with a contrast of at least
/// 4.5:1 to the surface; scenarios differ in dash and shape too.
package struct Palette: Sendable {
  /// Colours of scenarios or parts.
  let series: [String]
  /// Words and axes.
  let ink: String
  /// Less important words.
  let quiet: String
  /// Lines of the grid.
  let grid: String
  /// What charts lie on.
  let surface: String

  /// The colour of a scenario or part; colours come again after the last.
  package func series(_ index: Int) -> String { series[index % series.count] }

  /// Properties of a style sheet, so that a page changes colours without drawing again.
  package static let page = Palette(
    series: (1...8).map { "var(--series-\($0))" }, ink: "var(--ink)", quiet: "var(--quiet)", grid: "var(--grid)",
    surface: "var(--surface)")

  /// On white.
  package static let light = Palette(
    series: ["#595959", "#3f77ba", "#c45213", "#107043", "#ac368b", "#734500", "#3a51d3", "#6a4cb9"],
    ink: "#1c1c1c", quiet: "#595959", grid: "#dedede", surface: "#ffffff")

  /// On black.
  package static let dark = Palette(
    series: ["#b3b3b3", "#73c2ff", "#ef8f50", "#3fb483", "#df8dca", "#e4cc53", "#8df1e1", "#a188d5"],
    ink: "#ececec", quiet: "#b0b0b0", grid: "#3d3d3d", surface: "#16181a")

  /// The properties of `page` for a style sheet, in light or dark.
  package var properties: [(name: String, value: String)] {
    series.enumerated().map { ("--series-\($0 + 1)", $1) }
      + [("--ink", ink), ("--quiet", quiet), ("--grid", grid), ("--surface", surface)]
  }
}
