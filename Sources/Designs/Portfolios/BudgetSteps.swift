/// Sums of money at which a portfolio asks for the best mix.
public struct BudgetSteps: Hashable, Sendable {
  /// Steps up to which each sum that a mix costs is one.
  static let most = 10

  /// The sums in ascending order, whole PKR of 2015-16; at most ten, 0 not among them.
  public let limits: [Double]

  /// The sums that mixes cost or, where those are more than ten, tenths of the whole budget, PKR of 2015-16, rounded up
  /// to a rupee.
  public init(mixes: [Mix], budget: Double) {
    let sums = Set(mixes.map(\.budget)).subtracting([0]).sorted()
    guard sums.count > Self.most, let largest = sums.last else {
      limits = sums
      return
    }
    let tenths = (1..<Self.most).map { (budget * Double($0) / Double(Self.most)).rounded(.up) }
    limits = tenths + [max(budget, largest)]
  }
}
