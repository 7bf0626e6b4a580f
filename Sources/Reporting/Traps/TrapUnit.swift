internal import Experiments
internal import Notation

/// How a number of a chain is shown to a reader: quarters as years, shares as percent.
struct TrapUnit {
  let label: String
  let factor: Double
  let decimals: Int

  static let years = TrapUnit(label: "years", factor: 0.25, decimals: 1)
  static let share = TrapUnit(label: "%", factor: 100, decimals: 1)
  static let change = TrapUnit(label: "%", factor: 100, decimals: 2)

  private init(label: String, factor: Double, decimals: Int) {
    self.label = label
    self.factor = factor
    self.decimals = decimals
  }

  /// The unit of a number of a scenario.
  init(_ quantity: TrapQuantity) {
    switch quantity {
    case .quartersToExit: self.init(label: "mean time to a durable exit, years", factor: 0.25, decimals: 1)
    case .deviationOfQuartersToExit:
      self.init(label: "standard deviation between households, years", factor: 0.25, decimals: 1)
    case .exitWithin(let quarters):
      let years = quarters == 4 ? "a year" : "\(quarters / 4) years"
      self.init(label: "durable exit within \(years), %", factor: 100, decimals: 1)
    case .exitEver: self.init(label: "durable exit ever, %", factor: 100, decimals: 1)
    case .outInTheLongRun: self.init(label: "out of dependency in the long run, %", factor: 100, decimals: 1)
    case .halfLife: self.init(label: "slowest shift halves in, years", factor: 0.25, decimals: 1)
    case .set(_, _, .quartersOfStay), .set(_, _, .quartersToExit): self = .years
    case .set: self = .share
    case .opening: self = .change
    }
  }

  func text(_ value: Double) -> String {
    value == .infinity ? "never" : ReadableNumber.text(value * factor, decimals: decimals)
  }

  func signed(_ value: Double) -> String { ReadableNumber.signed(value * factor, decimals: decimals) }

  func interval(_ estimate: Estimate) -> String {
    estimate.hasInterval ? "\(text(estimate.low)) to \(text(estimate.high))" : "-"
  }
}
