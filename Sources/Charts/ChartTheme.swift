package import Notation

/// What all charts look like.
enum ChartTheme {
  static func configuration(_ palette: Palette, showsLegends: Bool) -> JSONValue {
    let axis: JSONValue = [
      "labelColor": .text(palette.quiet), "titleColor": .text(palette.ink), "gridColor": .text(palette.grid),
      "domainColor": .text(palette.quiet), "tickColor": .text(palette.quiet), "labelFontSize": 12, "titleFontSize": 12,
      "titleFontWeight": "normal", "labelLimit": 220, "labelOverlap": "greedy",
    ]
    return [
      "background": "transparent", "font": "Helvetica, Arial, sans-serif", "aria": false,
      "view": ["stroke": .literal("null")],
      "axis": axis,
      "legend": [
        "disable": .truth(!showsLegends),
        "labelColor": .text(palette.ink), "titleColor": .text(palette.ink), "labelFontSize": 12, "titleFontSize": 12,
        "titleFontWeight": "normal", "orient": "top", "direction": "vertical", "labelLimit": 600, "symbolSize": 90,
        "symbolOpacity": 1, "symbolStrokeWidth": 0,
      ],
      "title": [
        "color": .text(palette.ink), "fontSize": 13, "fontWeight": "bold", "anchor": "start", "frame": "group",
      ],
      "text": ["color": .text(palette.ink), "fontSize": 12],
    ]
  }

  /// Dashes of parts, so that colour is not alone.
  static let dashes: [JSONValue] = [
    [1, 0], [8, 3], [2, 2], [8, 3, 2, 3], [12, 4], [5, 2], [1, 3], [10, 2, 2, 2, 2, 2],
  ]

  /// Shapes of parts, so that colour is not alone.
  static let shapes = [
    "circle", "square", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right", "triangle-left",
  ]

  /// The same shapes as characters.
  static let symbols = ["●", "■", "▲", "◆", "✚", "▼", "▶", "◀"]

  /// The dash, shape or symbol of a part: those that have the same colour differ in it.
  static func style<Style>(_ index: Int, of styles: [Style]) -> Style {
    styles[(index + index / styles.count) % styles.count]
  }
}

extension Chart {
  /// The complete Vega-Lite specification of one panel, as wide as its place on a page, which shows the key; its data
  /// are named `rows`.
  package func specification(of panel: Panel, palette: Palette) -> JSONValue {
    Self.document(
      palette,
      [("datasets", ["rows": .list(panel.rows)])] + panel.members(palette, width: "container"),
      showsLegends: key.isEmpty)
  }

  /// The complete Vega-Lite specification of all panels together with their data, for a file of its own.
  package func specification(palette: Palette) -> JSONValue {
    let panels = panels.enumerated().map { index, panel -> JSONValue in
      let data: (key: String, value: JSONValue) = ("data", ["values": .list(panel.rows)])
      let title: (key: String, value: JSONValue) = ("title", .text(panel.title))
      let members = panel.members(palette, width: panel.isWide ? 720 : 340).filter { $0.key != "data" }
      return .object([title, data] + members)
    }
    let isWide = self.panels.contains(where: \.isWide)
    return Self.document(
      palette,
      [
        ("background", .text(palette.surface)), ("concat", .list(panels)), ("columns", .whole(isWide ? 1 : 2)),
        ("spacing", 30),
      ])
  }

  private static func document(
    _ palette: Palette, _ members: [(key: String, value: JSONValue)], showsLegends: Bool = true
  ) -> JSONValue {
    .object(
      [
        ("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
        ("config", ChartTheme.configuration(palette, showsLegends: showsLegends)),
      ] + members)
  }
}

extension Chart.Panel {
  fileprivate func members(_ palette: Palette, width: JSONValue) -> [(key: String, value: JSONValue)] {
    guard case .object(let own) = specification(palette) else {
      preconditionFailure("the specification of a panel is an object")
    }
    return [("data", ["name": "rows"]), ("width", width)] + own.filter { $0.key != "data" && $0.key != "width" }
  }
}
