import ExactMath
import Testing

@Suite("Rounding that decides nothing")
struct RoundingToleranceTests {
  @Test("sums of the same numbers in another order do not differ")
  func orders() {
    let numbers = (1...8_000).map { 1 / Double($0) }
    let (up, down) = (numbers.reduce(0, +), numbers.reversed().reduce(0, +))
    #expect(up != down)
    #expect(RoundingTolerance.difference(up, down) == 0)
    #expect(RoundingTolerance.difference(0.1 + 0.2, 0.3) == 0)
  }

  @Test("a rupee of a trillion and a household of ten billion are differences")
  func smallest() {
    #expect(RoundingTolerance.difference(1e12, 1e12 - 1) == 1)
    #expect(RoundingTolerance.difference(1e10 - 1, 1e10) == -1)
    #expect(RoundingTolerance.difference(1e-300, 0) == 1e-300)
  }

  @Test("the difference changes its sign with the sides")
  func antisymmetry() {
    for (left, right) in [(1.0, 3.0), (-2, 2), (1, 1 + 0x1p-41), (1, 1 + 0x1p-39), (0, 0)] {
      #expect(RoundingTolerance.difference(left, right) == -RoundingTolerance.difference(right, left))
    }
  }

  @Test("what is undefined stays undefined, and what is infinite is not nothing")
  func edges() {
    #expect(RoundingTolerance.difference(.nan, 1).isNaN)
    #expect(RoundingTolerance.difference(.infinity, .infinity).isNaN)
    #expect(RoundingTolerance.difference(.infinity, 1) == .infinity)
    #expect(RoundingTolerance.isNothing(0, beside: 0))
    #expect(!RoundingTolerance.isNothing(.nan, beside: 1))
    #expect(!RoundingTolerance.isNothing(1, beside: 0))
  }

  @Test("figures that differ by rounding become the first of them, others stay as they are")
  func settled() {
    #expect(RoundingTolerance.settled([0.3, 5, 0.1 + 0.2, 5.1]) == [0.3, 5, 0.3, 5.1])
    #expect(RoundingTolerance.settled([0.1 + 0.2, 0.3]) == [0.1 + 0.2, 0.1 + 0.2])
    // Beside the million that they are differences of, 1e-9 is rounding.
    #expect(RoundingTolerance.settled([0, 1e-9, 2], beside: 1e6) == [0, 0, 2])
    let withNaN = RoundingTolerance.settled([.nan, 1, .infinity])
    #expect(withNaN[0].isNaN && withNaN[1] == 1 && withNaN[2] == .infinity)
    #expect(RoundingTolerance.settled([]).isEmpty)
  }

  @Test("a chain of small steps does not join what is apart")
  func chain() {
    let steps = (0..<8).map { 1 + Double($0) * 0x1p-41 }
    let settled = RoundingTolerance.settled(steps)
    #expect(settled.first != settled.last)
    #expect(zip(steps, settled).allSatisfy { RoundingTolerance.difference($0, $1) == 0 })
  }
}
