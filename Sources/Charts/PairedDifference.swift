internal import Experiments
internal import Notation
internal import Reporting

/// The difference of a scenario from the baseline, as `comparison.csv` has it.
struct PairedDifference {
  /// What an interval tells of a difference.
  enum Finding: String {
    case higher, lower
    /// The interval includes no difference, or there are too few replications for a verdict.
    case doubtful
    /// It is 0 in every replication.
    case equal
    /// There is no interval.
    case unknown
  }

  let scenario: String
  let group: String
  let level: String
  let difference: Double
  /// The ends of the interval for all scenarios together.
  let low: Double
  let high: Double
  /// Whether there are enough replications for a verdict.
  private let isJudged: Bool

  /// Reads a row of `comparison.csv`; nil where its difference is undefined.
  /// - Parameters:
  ///   - row: the row.
  ///   - isJudged: whether there are enough replications for a verdict.
  init?(_ row: ComparisonRow, isJudged: Bool) {
    self.isJudged = isJudged
    difference = row.comparison.difference.mean
    guard difference.isFinite else { return nil }
    (scenario, group, level) = (row.scenario, row.group, row.level)
    (low, high) = (row.comparison.familyLow, row.comparison.familyHigh)
  }

  /// What the interval tells.
  var finding: Finding {
    if low.isNaN || high.isNaN { return .unknown }
    if low == 0, high == 0 { return .equal }
    guard isJudged else { return .doubtful }
    return low > 0 ? .higher : high < 0 ? .lower : .doubtful
  }

  /// The difference with its interval, such as `+1.078 points (95% interval 0.661 to 1.494)`.
  func text(_ unit: DisplayUnit) -> String {
    unit.differencePhrase(difference) + " " + Wording.interval(unit.differenceInterval(low, high))
  }

  /// The largest difference in words: of those that are told from none, where there are some; others that are as large
  /// are counted.
  /// - Parameters:
  ///   - differences: those of one measure.
  ///   - unit: their unit.
  ///   - place: where a difference is, in words.
  /// - Returns: the clause; nil where all are exactly 0.
  static func largest(
    _ differences: [PairedDifference], _ unit: DisplayUnit, place: (PairedDifference) -> String
  ) -> String? {
    let told = differences.filter(\.isTold)
    let untold = differences.filter { $0.finding != .equal }
    guard let largest = (told.isEmpty ? untold : told).max(by: { abs($0.difference) < abs($1.difference) }) else {
      return nil
    }
    let words =
      switch largest.finding {
      case .doubtful: "the largest mean difference, which is not told apart, is"
      case .unknown: "the largest mean difference is"
      default: told.count == differences.count ? "the largest difference is" : "the largest difference told apart is"
      }
    let equals = differences.count { $0.text(unit) == largest.text(unit) } - 1
    let others = equals == 0 ? "" : " and \(equals) other\(equals == 1 ? "" : "s")"
    return "\(words) \(largest.text(unit)) \(place(largest))\(others)"
  }

  /// Whether the interval tells it from none.
  private var isTold: Bool { finding == .higher || finding == .lower }

  /// Which points are hollow, as the end of a sentence.
  static func hollow(_ results: ResultSet) -> String {
    results.hasEnoughReplications
      ? "where it crosses 0 the point is hollow"
      : "all points are hollow, since \(results.replications) replications are too few"
  }

  /// Members of a row: the difference, its interval and whether that tells it from none.
  func members(_ unit: DisplayUnit) -> [(key: String, value: JSONValue)] {
    [
      ("difference", unit.shown(difference)), (Encodings.low, unit.shown(low)), (Encodings.high, unit.shown(high)),
      ("told from none", isTold ? "yes" : "no"),
    ]
  }

  /// Layers of points with their intervals along x: filled where they are told from none, hollow elsewhere.
  /// - Parameters:
  ///   - unit: the unit of the differences.
  ///   - palette: the colours.
  ///   - shape: the channel of shapes.
  ///   - names: keys in rows that are shown over points before the numbers.
  ///   - down: pixels by which they lie below the middle of their place.
  /// - Returns: the layers, the intervals first.
  static func layers(
    _ unit: DisplayUnit, _ palette: Palette, _ shape: JSONValue, names: [String], down: Int = 0
  ) -> [JSONValue] {
    let number = Encodings.format(decimals: unit.differenceDecimals, isSigned: true)
    let tooltip = Encodings.tooltip(
      names.map { ($0, "") } + ["difference", Encodings.low, Encodings.high].map { ($0, number) })
    func points(_ told: String, _ fill: (key: String, value: JSONValue)) -> JSONValue {
      [
        "transform": [["filter": .text("datum['told from none'] == '\(told)'")]],
        "mark": .object(
          [("type", "point"), ("size", 70), ("opacity", 1), ("strokeWidth", 2), fill]
            + (down == 0 ? [] : [("yOffset", .whole(down))])),
        "encoding": [
          "x": Encodings.quantity("difference", [("scale", ["zero": true])]), "shape": shape, "tooltip": tooltip,
        ],
      ]
    }
    return [
      [
        "mark": .object(
          [("type", "rule"), ("strokeWidth", 2)] + (down == 0 ? [] : [("yOffset", .whole(down))])),
        "encoding": [
          "x": Encodings.quantity(Encodings.low, [("axis", ["tickCount": 5])]), "x2": ["field": .text(Encodings.high)],
        ],
      ],
      points("yes", ("filled", true)), points("no", ("fill", .text(palette.surface))),
    ]
  }
}
