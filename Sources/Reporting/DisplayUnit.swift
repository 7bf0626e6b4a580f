internal import Experiments
internal import Households

/// The unit in which a headline figure is shown to a reader.
struct DisplayUnit {
  /// What is shown, with its unit.
  let label: String
  /// The unit of differences, where it has another name.
  let differenceLabel: String
  let factor: Double
  let decimals: Int
  /// Differences are smaller than what differs.
  let differenceDecimals: Int

  static let programmeCost = DisplayUnit("programme cost, PKR million", factor: 1e-6, decimals: 2)
  static let discountedCost = DisplayUnit("programme cost, discounted, PKR million", factor: 1e-6, decimals: 2)

  private init(
    _ label: String, differenceLabel: String? = nil, factor: Double, decimals: Int, differenceDecimals: Int? = nil
  ) {
    self.label = label
    self.differenceLabel = differenceLabel ?? label
    self.factor = factor
    self.decimals = decimals
    self.differenceDecimals = differenceDecimals ?? decimals
  }

  /// The unit of any measure.
  init(_ measure: Measure) {
    if measure == .programmeCost {
      self = .programmeCost
    } else if measure == .discountedCost {
      self = .discountedCost
    } else if let headline = HeadlineMeasure(rawValue: measure.name) {
      self.init(headline)
    } else {
      self.init("\(measure.name), \(measure.unit)", factor: 1, decimals: 3)
    }
  }

  /// The unit of a headline measure.
  init(_ headline: HeadlineMeasure) {
    switch headline {
    case .headcountRatio: self.init(share: "headcount ratio")
    case .povertyGap: self.init(share: "poverty gap")
    case .outOfDependency: self.init(share: "out of dependency")
    case .organised: self.init(share: "organised")
    case .unmetNeed: self.init(share: "unmet need")
    case .servedTwice: self.init(share: "served twice")
    case .durableExits: self.init("durable exits, households", factor: 1, decimals: 0)
    }
  }

  /// The unit of a figure by which scenarios are ranked.
  init(_ ranked: RankedMeasure) {
    switch ranked {
    case .headline(let headline): self.init(headline)
    case .programmeCost: self = .programmeCost
    }
  }

  /// Numbers of real households.
  static func households(_ name: String) -> DisplayUnit { DisplayUnit(name + ", households", factor: 1, decimals: 0) }

  /// Welfare in hundredths of a household's need.
  static func needs(_ name: String) -> DisplayUnit { DisplayUnit(name + ", % of need", factor: 100, decimals: 2) }

  private init(share name: String) {
    self.init(
      name + ", %", differenceLabel: name + ", points", factor: 100, decimals: 2, differenceDecimals: 3)
  }

  func text(_ value: Double) -> String { ReadableNumber.text(value * factor, decimals: decimals) }

  func difference(_ value: Double) -> String { ReadableNumber.signed(value * factor, decimals: differenceDecimals) }

  /// An interval; a dash where there is none.
  func interval(_ low: Double, _ high: Double) -> String { interval(low, high, decimals: decimals) }

  /// An interval of a difference; a dash where there is none.
  func differenceInterval(_ low: Double, _ high: Double) -> String {
    interval(low, high, decimals: differenceDecimals)
  }

  private func interval(_ low: Double, _ high: Double, decimals: Int) -> String {
    guard !low.isNaN, !high.isNaN else { return "-" }
    let ends = [low, high].map { ReadableNumber.text($0 * factor, decimals: decimals) }
    return ends.joined(separator: " to ")
  }
}
