import ExactMath
import Testing

@testable import Households

@Suite("Search for the scale of consumption")
struct ScaleSearchTests {
  /// How many headcounts a search takes; nil if it is not done within the steps allowed.
  private static func steps(official: Double, _ headcount: (Double) -> Double) -> Int? {
    var search = ScaleSearch(official: official)
    for step in 1...ConsumptionScaleSolver.steps {
      search.learn(headcount(search.logarithm))
      if search.isDone { return step }
    }
    return nil
  }

  /// A number in 0..<1 for each index, evenly spread.
  private static func spread(_ index: Int, _ irrational: Double) -> Double {
    let product = Double(index) * irrational
    return product - product.rounded(.down)
  }

  @Test("where log-odds are a straight line, the third step finds it", arguments: [0.25, 0.4, 0.6], [-0.2, 0.6, 1.2])
  func smooth(width: Double, middle: Double) throws {
    for official in [0.3, 0.5] {
      let steps = Self.steps(official: official) { 1 / (1 + exponential(($0 - middle) / width)) }
      #expect(try #require(steps) <= 3)
    }
  }

  @Test("of few households, whose headcount goes down in steps, all are found", arguments: [100, 200, 400, 800])
  func stairs(households: Int) {
    for curve in 1...100 {
      let middle = -0.3 + 0.8 * Self.spread(curve, 0.7548776662466927)
      let width = 0.25 + 0.3 * Self.spread(curve, 0.5698402909980532)
      let official = 0.05 + 0.5 * Self.spread(curve, 0.3819660112501051)
      // Where each household comes out of poverty; no two at the same place.
      let thresholds = (0..<households).map { household in
        let luck = 0.25 + 0.5 * Self.spread(household, 0.6180339887498949)
        let share = (Double(household) + luck) / Double(households)
        return middle + width * (naturalLogarithm(share) - naturalLogarithm(1 - share))
      }
      let steps = Self.steps(official: official) { logarithm in
        Double(thresholds.count { $0 > logarithm }) / Double(households)
      }
      #expect(steps != nil, "curve \(curve)")
    }
  }

  @Test("a headcount that no scale gives is never found", arguments: [0, 0.02, 0.95, 1, 1.5])
  func unreachable(official: Double) {
    #expect(Self.steps(official: official) { 0.5 - 0.2 * $0 } == nil)
  }
}
