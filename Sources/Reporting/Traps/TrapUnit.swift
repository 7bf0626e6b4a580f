internal import Experiments
internal import Notation

/// How a number of a chain is shown to a reader: quarters as years, shares as percent.
struct TrapUnit {
  let label: String
  let factor: Double
  let decimals: Int

  static let years = years("years")
  static let share = share("%")
  static let change = TrapUnit(label: "%", factor: 100, decimals: 2)

  private static func years(_ label: String) -> TrapUnit { TrapUnit(label: label, factor: 0.25, decimals: 1) }
  private static func share(_ label: String) -> TrapUnit { TrapUnit(label: label, factor: 100, decimals: 1) }
}

extension TrapUnit {
  /// The unit of a number of a scenario.
  init(_ quantity: TrapQuantity) {
    self =
      switch quantity {
      case .quartersToExit: .years("mean time to a durable exit, years")
      case .deviationOfQuartersToExit: .years("standard deviation between households, years")
      case .exitWithin(let quarters):
        .share("durable exit within \(quarters == 4 ? "a year" : "\(quarters / 4) years"), %")
      case .exitEver: .share("durable exit ever, %")
      case .outInTheLongRun: .share("out of dependency in the long run, %")
      case .halfLife: .years("slowest shift halves in, years")
      case .set(_, _, .quartersOfStay), .set(_, _, .quartersToExit): .years
      case .set: .share
      case .opening: .change
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
