internal import Notation

/// Parts that colour, dash and shape tell apart in charts where these do not stand for scenarios.
struct Parts: Sendable {
  /// The key in rows that holds the part.
  let field: String
  let names: [String]
  /// The place in the palette of the first part.
  var firstSeries = 0

  /// What colours, dashes and shapes stand for.
  var key: [Chart.KeyEntry] {
    names.enumerated().map {
      Chart.KeyEntry(series: firstSeries + $0, symbol: ChartTheme.symbols[$0 % ChartTheme.symbols.count], name: $1)
    }
  }

  /// The colour of a part.
  func color(_ palette: Palette) -> JSONValue { channel { .text(palette.series(firstSeries + $0)) } }

  /// The dash of a part.
  var dash: JSONValue { channel { ChartTheme.dashes[$0 % ChartTheme.dashes.count] } }

  /// The shape of a part.
  var shape: JSONValue { channel { .text(ChartTheme.shapes[$0 % ChartTheme.shapes.count]) } }

  private func channel(_ value: (Int) -> JSONValue) -> JSONValue {
    Encodings.categories(field, ["scale": ["domain": .texts(names), "range": .list(names.indices.map(value))]])
  }
}
