internal import Notation

/// Parts of specifications that several charts share.
enum Encodings {
  /// Nothing, where Vega-Lite would otherwise choose something of its own.
  static let none: JSONValue = .literal("null")

  /// The key of the lower end of an interval in rows.
  static let low = "95% low"
  /// The key of the upper end of an interval in rows.
  static let high = "95% high"

  /// A number on an axis: the channel of a key in rows, with more members such as `scale`.
  static func quantity(
    _ field: String, title: String? = nil, _ members: KeyValuePairs<String, JSONValue> = [:]
  ) -> JSONValue { channel(field, "quantitative", title, members) }

  /// Categories without a title: the channel of a key in rows, with more members such as `sort`.
  static func categories(_ field: String, _ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    channel(field, "nominal", nil, members)
  }

  private static func channel(
    _ field: String, _ type: String, _ title: String?, _ members: KeyValuePairs<String, JSONValue>
  ) -> JSONValue {
    let named: [(key: String, value: JSONValue)] = [
      ("field", .text(field)), ("type", .text(type)), ("title", title.map { .text($0) } ?? none),
    ]
    return .object(named + members.map { ($0, $1) })
  }

  /// A filled point of some square pixels.
  static func point(size: Int) -> JSONValue {
    ["type": "point", "filled": true, "size": .whole(size), "opacity": 1]
  }

  /// What is shown while a mark is pointed at: keys in rows, which are its headings too, each with the d3 format of its
  /// numbers, empty for text.
  static func tooltip(_ formats: [(field: String, format: String)]) -> JSONValue {
    .list(
      formats.map { field, format in
        let named: [(key: String, value: JSONValue)] = [("field", .text(field)), ("title", .text(field))]
        return .object(named + (format.isEmpty ? [("type", "nominal")] : [("format", .text(format))]))
      })
  }

  /// Layers of lines with points over them that dash and shape tell apart; their places and colours are left to what
  /// holds the layers.
  static func pointedLines(dash: JSONValue, shape: JSONValue, tooltip: JSONValue) -> JSONValue {
    [
      ["mark": ["type": "line", "strokeWidth": 2], "encoding": ["strokeDash": dash]],
      ["mark": point(size: 45), "encoding": ["shape": shape, "tooltip": tooltip]],
    ]
  }

  /// The d3 format of numbers with commas between thousands.
  static func format(decimals: Int, isSigned: Bool = false) -> String { (isSigned ? "+" : "") + ",.\(decimals)f" }

  /// A number as rows hold it: to millionths, so that files stay small and pictures round as sentences do.
  static func rounded(_ value: Double) -> JSONValue { .real(ReadableNumber.millionths(value)) }

  /// The expression of a label of an expression that gives a number: with a sign, which zero has not, as
  /// `ReadableNumber.signed` writes it.
  static func signedLabel(_ number: String, decimals: Int) -> String {
    let plain = "format(abs(\(number)), '\(format(decimals: decimals))')"
    return "+\(plain) === 0 ? \(plain) : format(\(number), '\(format(decimals: decimals, isSigned: true))')"
  }

  /// The layer of a thin line through the whole picture at a value of an axis: `x` for a vertical line, `y` for a
  /// horizontal one.
  static func line(at value: Double, on channel: String, _ palette: Palette) -> JSONValue {
    let (across, length) = channel == "x" ? ("y", "height") : ("x", "width")
    let encoding: [(key: String, value: JSONValue)] = [
      (channel, ["datum": .real(value)]), (across, ["value": 0]), (across + "2", ["value": .text(length)]),
      (across + "Offset", none), ("color", ["value": .text(palette.quiet)]),
    ]
    return ["data": ["values": [[:]]], "mark": "rule", "encoding": .object(encoding)]
  }
}

extension ResultSet {
  /// Calendar time from the opening to the end, with labels at whole years.
  var yearAxis: JSONValue {
    let (first, last) = (year(ofQuarter: 0), year(ofQuarter: quarters))
    return Encodings.quantity(
      "year",
      [
        "scale": ["domain": [.real(first), .real(last)], "nice": false], "axis": Self.wholeYears(first, last),
      ])
  }

  /// Years since something began, which the title tells, with labels at whole years.
  static func waitingAxis(to last: Double, title: String) -> JSONValue {
    Encodings.quantity(
      "years", title: title, ["scale": ["domain": [0, .real(last)], "nice": false], "axis": wholeYears(0, last)])
  }

  private static func wholeYears(_ first: Double, _ last: Double) -> JSONValue {
    let step = last - first <= 6 ? 1 : last - first <= 14 ? 2 : 5
    let years = stride(from: Int(first.rounded(.up)), through: Int(last.rounded(.down)), by: step)
    return ["values": .list(years.map { .whole($0) }), "format": "d", "grid": false, "labelFlush": false]
  }
}
