internal import ExactMath

/// The present value of what comes later, by a yearly rate, quarter by quarter.
///
///     factor(q) = (1 + rate)^(-q / 4)
///
/// The quarter's factor is an exact fourth root, two square roots, and later ones are its products: no power function is
/// called. Quarter q counts at its end, so that a whole year is worth `1 / (1 + rate)` up to rounding.
///
/// Source: Drummond et al. 2015, Methods for the Economic Evaluation of Health Care Programmes, 4th edition, 7.2.
public struct Discounting: Hashable, Sendable {
  /// The worth now of a unit of the next quarter.
  public let quarterFactor: Double

  /// Creates a way to discount.
  /// - Parameter yearlyRate: the rate, above -1; 0.05 is 5% a year, 0 leaves everything as it is.
  /// - Precondition: the rate is above -1.
  public init(yearlyRate: Double) {
    precondition(yearlyRate > -1, "a discount rate is above -1")
    quarterFactor = Self.quarterly(1 / (1 + yearlyRate))
  }

  /// What is left after a quarter of what a factor leaves after a year: its fourth root.
  static func quarterly(_ yearlyFactor: Double) -> Double {
    squareRootOfMagnitude(squareRootOfMagnitude(yearlyFactor))
  }

  /// The present value of a flow and of what follows it.
  ///
  ///     value = sum over q of factor(q) x_q + x_Q sum over k of share(k) factor(Q + k)
  ///
  /// - Parameters:
  ///   - flow: x, the amounts of quarters 1 to Q, in any unit.
  ///   - following: what becomes of the last amount after quarter Q.
  ///   - quarters: for how many quarters k that goes on, at least 0.
  /// - Returns: the value at quarter 0, in the unit of the flow; 0 without any.
  /// - Complexity: O(Q + k).
  public func presentValue(of flow: [Double], following: Continuation = .stops, for quarters: Int = 0) -> Double {
    var (value, factor) = (0.0, 1.0)
    for amount in flow {
      factor *= quarterFactor
      value += factor * amount
    }
    guard var left = flow.last, following != .stops else { return value }
    for _ in 0..<quarters {
      factor *= quarterFactor
      left *= following.quarterShare
      value += factor * left
    }
    return value
  }
}
