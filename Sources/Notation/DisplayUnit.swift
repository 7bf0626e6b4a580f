/// The unit in which a figure is shown to a reader.
public struct DisplayUnit: Sendable {
  /// What is shown, with its unit.
  public let label: String
  /// The unit of differences, where it has another name.
  public let differenceLabel: String
  /// What a value of the output files is multiplied by.
  public let factor: Double
  /// Decimals of a level.
  public let decimals: Int
  /// Decimals of a difference: differences are smaller than what differs.
  public let differenceDecimals: Int

  /// What is shown, without its unit.
  public var name: String { String(label.prefix { $0 != "," }) }

  /// The undiscounted cost of a scenario's programmes.
  public static let programmeCost = DisplayUnit("programme cost, PKR million", factor: 1e-6, decimals: 2)
  /// The discounted cost of a scenario's programmes.
  public static let discountedCost = DisplayUnit("programme cost, discounted, PKR million", factor: 1e-6, decimals: 2)

  private init(
    _ label: String, differenceLabel: String? = nil, factor: Double, decimals: Int, differenceDecimals: Int? = nil
  ) {
    self.label = label
    self.differenceLabel = differenceLabel ?? label
    self.factor = factor
    self.decimals = decimals
    self.differenceDecimals = differenceDecimals ?? decimals
  }

  /// The unit of a measure.
  /// - Parameters:
  ///   - name: its name in the output files, such as `headcount_ratio`.
  ///   - unit: its unit there, such as `share of persons`; shares are shown as percentages.
  public init(measure name: String, unit: String) {
    let words = name.replacing("_", with: " ")
    switch name {
    case "programme_cost": self = .programmeCost
    case "discounted_cost": self = .discountedCost
    case _ where unit.hasPrefix("share"): self.init(share: words)
    case _ where unit == "real households": self = .households(words)
    default: self.init("\(words), \(unit)", factor: 1, decimals: 3)
    }
  }

  /// Numbers of real households.
  public static func households(_ name: String) -> DisplayUnit {
    DisplayUnit(name + ", households", factor: 1, decimals: 0)
  }

  /// Welfare in hundredths of a household's need.
  public static func needs(_ name: String) -> DisplayUnit {
    DisplayUnit(name + ", % of its need", factor: 100, decimals: 2)
  }

  private init(share name: String) {
    self.init(
      name + ", %", differenceLabel: name + ", points", factor: 100, decimals: 2, differenceDecimals: 3)
  }

  /// A level.
  public func text(_ value: Double) -> String { ReadableNumber.text(value * factor, decimals: decimals) }

  /// A difference, with its sign.
  public func difference(_ value: Double) -> String {
    ReadableNumber.signed(value * factor, decimals: differenceDecimals)
  }

  /// An interval; a dash where there is none.
  public func interval(_ low: Double, _ high: Double) -> String { interval(low, high, decimals: decimals) }

  /// An interval of a difference; a dash where there is none.
  public func differenceInterval(_ low: Double, _ high: Double) -> String {
    interval(low, high, decimals: differenceDecimals)
  }

  private func interval(_ low: Double, _ high: Double, decimals: Int) -> String {
    low.isNaN || high.isNaN ? "-" : ReadableNumber.range(low * factor, high * factor, decimals: decimals)
  }
}
