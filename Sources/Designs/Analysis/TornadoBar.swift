/// One bar of a tornado diagram: an output where one variable is low or high and all others are usual.
public struct TornadoBar: Hashable, Sendable {
  /// The variable, from 0.
  public let variable: Int
  /// The output where all variables are usual.
  public let usual: Double
  /// The output where the variable is low.
  public let low: Double
  /// The output where the variable is high.
  public let high: Double

  /// The length of the bar, |high - low|; NaN if either is.
  public var swing: Double { (high - low).magnitude }

  /// The bars of all variables, from the outputs at the points of `OneAtATime`, both in their order.
  /// - Precondition: There is an output for the usual point and two for each variable.
  /// - Complexity: O(variables).
  public static func bars(outputs: [Double]) -> [TornadoBar] {
    precondition(outputs.count % 2 == 1, "a tornado has a usual point and two for each variable")
    return (0..<outputs.count / 2).map { variable in
      TornadoBar(
        variable: variable, usual: outputs[0], low: outputs[1 + 2 * variable], high: outputs[2 + 2 * variable])
    }
  }
}
