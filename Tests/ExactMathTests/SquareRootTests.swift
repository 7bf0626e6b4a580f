import ExactMath
import Testing

@Suite struct SquareRootTests {
  @Test("squares have exact roots, and the sign does not matter")
  func squares() {
    for root in 0..<2000 {
      #expect(squareRootOfMagnitude(Double(root * root)) == Double(root))
      #expect(squareRootOfMagnitude(-Double(root * root)) == Double(root))
    }
    #expect(squareRootOfMagnitude(.infinity) == .infinity)
    #expect(squareRootOfMagnitude(.nan).isNaN)
  }

  @Test("the root is the nearest number, by exact squares of its neighbours' midpoints")
  func correctlyRounded() {
    for x in grid(from: 0.001, to: 50, count: 2001) {
      let root = squareRootOfMagnitude(x)
      // x lies between the squares of root -+ ulp / 2.
      let half = DoubleDouble(root.ulp / 2)
      let below = DoubleDouble(root) - half
      let above = DoubleDouble(root) + half
      #expect((DoubleDouble(x) - below * below).high >= 0)
      #expect((above * above - DoubleDouble(x)).high >= 0)
    }
  }
}
