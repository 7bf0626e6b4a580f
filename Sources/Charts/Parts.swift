internal import Notation

/// Scenarios, or what else colour, dash and shape tell apart in a chart.
struct Parts: Sendable {
  /// The key in rows that holds the part.
  let field: String
  let names: [String]
  /// The place in the palette of the first part.
  var firstSeries = 0
  var hasLegend = true

  /// What colours, dashes and shapes stand for.
  var key: [Chart.KeyEntry] {
    names.enumerated().map {
      Chart.KeyEntry(series: firstSeries + $0, symbol: ChartTheme.style($0, of: ChartTheme.symbols), name: $1)
    }
  }

  func color(_ palette: Palette) -> JSONValue { channel { .text(palette.series(firstSeries + $0)) } }

  var dash: JSONValue { channel { ChartTheme.style($0, of: ChartTheme.dashes) } }

  var shape: JSONValue { channel { .text(ChartTheme.style($0, of: ChartTheme.shapes)) } }

  private func channel(_ value: (Int) -> JSONValue) -> JSONValue {
    let scale: JSONValue = ["domain": .texts(names), "range": .list(names.indices.map(value))]
    return Encodings.categories(field, hasLegend ? ["scale": scale] : ["scale": scale, "legend": Encodings.none])
  }
}

extension ResultSet {
  /// The scenarios as they are told apart in charts.
  var parts: Parts { Parts(field: "scenario", names: scenarios) }
}
