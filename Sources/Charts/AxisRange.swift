internal import Notation

/// The part of an axis that is drawn: zero and all that there is to see, with some room around.
struct AxisRange: Sendable {
  private let low: Double
  private let high: Double

  /// Creates a range around zero and the finite ones of the values.
  init(_ values: [Double]) {
    let ends = values.filter(\.isFinite) + [0]
    let (least, greatest) = (ends.min() ?? 0, ends.max() ?? 0)
    let room = least == greatest ? 1 : 0.08 * (greatest - least)
    low = least - room
    high = greatest + room
  }

  var scale: JSONValue { ["domain": [.real(low), .real(high)], "nice": false, "zero": false] }

  /// Where a value lies, from 0 at the low end to 1 at the high one.
  func position(_ value: Double) -> Double { (value - low) / (high - low) }
}
