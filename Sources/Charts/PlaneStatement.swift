internal import Experiments
internal import Notation
internal import Reporting

/// What scenarios gain and cost against the baseline, in words.
struct PlaneStatement {
  /// Scenarios that a statement names one by one.
  private static let named = 4

  let effect: CostedEffect
  /// Rows with a gain and a cost.
  let rows: [EffectivenessRow]
  let baseline: String

  /// The sentence: scenarios with the largest gains first, those with equal gains in the order of the rows.
  var text: String {
    let ranked = rows.enumerated().sorted { left, right in
      (-left.element.gain.mean, left.offset) < (-right.element.gain.mean, right.offset)
    }.map(\.element)
    let parts = ranked.prefix(Self.named).map { "\(Wording.name($0.scenario)) \(gain($0.gain)) \(cost($0.cost))" }
    let left = rows.count - parts.count
    let rest =
      switch left {
      case 0: ""
      case 1: "; the other one gains no more, by means"
      default: "; the other \(left) gain no more, by means"
      }
    return "Against \(Wording.name(baseline)), " + parts.joined(separator: "; ") + rest + "."
  }

  private func gain(_ gain: Estimate) -> String {
    let values = [gain.mean, gain.low, gain.high]
    let isSmall = values.filter(\.isFinite).allSatisfy { abs($0) < 10 }
    return clause(
      values, decimals: isSmall ? 1 : 0, none: "has as many \(effect.units)",
      untold: ("cannot be told apart in \(effect.units)", { "\($0) more" }),
      more: { "has \($0) more \(effect.units)" }, less: { "has \($0) fewer \(effect.units)" })
  }

  private func cost(_ cost: Estimate) -> String {
    let values = [cost.mean, cost.low, cost.high].map { $0 * CostPlane.million }
    let isLarge = values.filter(\.isFinite).allSatisfy { abs($0) >= 100 }
    return clause(
      values, decimals: isLarge ? 0 : 1, none: "at the same cost",
      untold: ("for a cost that cannot be told apart", { "PKR \($0) million more" }),
      more: { "for PKR \($0) million more" }, less: { "for PKR \($0) million less" })
  }

  /// A mean difference with both ends of its interval, in words for each of what it may tell.
  private func clause(
    _ values: [Double], decimals: Int, none: String, untold: (words: String, range: (String) -> String),
    more: (String) -> String, less: (String) -> String
  ) -> String {
    let (mean, low, high) = (values[0], values[1], values[2])
    let size = ReadableNumber.text(mean.magnitude, decimals: decimals)
    let interval = Wording.interval(low, high, decimals: decimals)
    let hasInterval = low.isFinite && high.isFinite
    if hasInterval, low <= 0, high >= 0, low != high {
      return untold.words + " " + Wording.interval(untold.range(ReadableNumber.range(low, high, decimals: decimals)))
    }
    if mean == 0 { return hasInterval ? none : "\(none) \(interval)" }
    return mean > 0 ? "\(more(size)) \(interval)" : "\(less(size)) \(Wording.interval(-high, -low, decimals: decimals))"
  }
}
