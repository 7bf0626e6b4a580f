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
    let (value, low, high) = (gain.mean, gain.low, gain.high)
    let decimals = [value, low, high].filter(\.isFinite).allSatisfy { abs($0) < 10 } ? 1 : 0
    func text(_ value: Double) -> String { ReadableNumber.text(value, decimals: decimals) }
    let hasInterval = low.isFinite && high.isFinite
    if hasInterval, low <= 0, high >= 0, low != high {
      return "cannot be told apart in \(effect.units) "
        + Wording.interval("\(text(low)) to \(text(high)) more")
    }
    if value == 0 {
      return "has as many \(effect.units)" + (hasInterval ? "" : " " + Wording.interval(low, high, decimals: decimals))
    }
    return value > 0
      ? "has \(text(value)) more \(effect.units) \(Wording.interval(low, high, decimals: decimals))"
      : "has \(text(-value)) fewer \(effect.units) \(Wording.interval(-high, -low, decimals: decimals))"
  }

  private func cost(_ cost: Estimate) -> String {
    let value = cost.mean * CostPlane.million
    let (low, high) = (cost.low * CostPlane.million, cost.high * CostPlane.million)
    let decimals = [value, low, high].filter(\.isFinite).allSatisfy { abs($0) >= 100 } ? 0 : 1
    func text(_ value: Double) -> String { ReadableNumber.text(value, decimals: decimals) }
    let hasInterval = low.isFinite && high.isFinite
    if hasInterval, low <= 0, high >= 0, low != high {
      return "for a cost that cannot be told apart "
        + Wording.interval("PKR \(text(low)) to \(text(high)) million more")
    }
    if value == 0 {
      return "at the same cost" + (hasInterval ? "" : " " + Wording.interval(low, high, decimals: decimals))
    }
    return value > 0
      ? "for PKR \(text(value)) million more \(Wording.interval(low, high, decimals: decimals))"
      : "for PKR \(text(-value)) million less \(Wording.interval(-high, -low, decimals: decimals))"
  }
}
