internal import Notation

/// What charts of gains against costs share: a plane with the baseline at its origin.
struct CostPlane: Sendable {
  /// A scenario in the plane.
  struct Point: Sendable {
    let scenario: String
    let gain: Double
    /// PKR million.
    let cost: Double
  }

  /// What costs in the output files are multiplied by.
  static let million = 1e-6
  /// The key of gains in rows.
  static let gain = "gain"
  /// The key of costs in rows.
  static let cost = "cost, PKR million"

  private static let height = 250.0

  private let points: [Point]
  private let gains: AxisRange
  private let costs: AxisRange
  private let title: String

  /// Creates a plane of scenarios, with the baseline, that holds all ends of intervals too; costs are PKR million.
  init(_ points: [Point], title: String, gains: [Double] = [], costs: [Double] = []) {
    self.points = points
    self.gains = AxisRange(gains + points.map(\.gain))
    self.costs = AxisRange(costs + points.map(\.cost))
    self.title = title
  }

  func x(_ field: String = gain) -> JSONValue { channel(field, "difference in " + title, gains) }

  func y(_ field: String = cost) -> JSONValue { channel(field, "difference in cost, PKR million", costs) }

  private func channel(_ field: String, _ title: String, _ range: AxisRange) -> JSONValue {
    Encodings.quantity(field, title: title, ["scale": range.scale, "axis": ["tickCount": 5, "format": ",~r"]])
  }

  /// The specification of a panel: lines at zero, the marks, and the names of the points.
  func specification(_ palette: Palette, marks: [JSONValue]) -> JSONValue {
    let names = points.map { point in
      LabelPlacement.Point(
        name: point.scenario, x: gains.position(point.gain), y: costs.position(point.cost),
        row: [Self.gain: .real(point.gain), Self.cost: .real(point.cost)])
    }
    let labels = LabelPlacement(names, height: Self.height).layers(x: x(), y: y(), palette)
    let zero = [Encodings.line(at: 0, on: "x", palette), Encodings.line(at: 0, on: "y", palette)]
    return ["height": .real(Self.height), "layer": .list(zero + marks + labels)]
  }

  /// Filled or open symbols of the scenarios.
  func symbols(
    _ results: ResultSet, _ palette: Palette, isFilled: Bool = true, tooltip: JSONValue,
    where filter: String? = nil
  ) -> JSONValue {
    let transform = filter.map { [(key: "transform", value: [["filter": .text($0)]] as JSONValue)] } ?? []
    return .object(
      transform + [
        ("mark", ["type": "point", "filled": .truth(isFilled), "size": 90, "opacity": 1, "strokeWidth": 2]),
        (
          "encoding",
          ["x": x(), "y": y(), "color": results.parts.color(palette), "shape": results.parts.shape, "tooltip": tooltip]
        ),
      ])
  }
}
