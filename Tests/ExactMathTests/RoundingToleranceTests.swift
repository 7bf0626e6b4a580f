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

  @Test("what differs by the tolerated share is nothing, and by the next number more is not")
  func border() {
    let share = RoundingTolerance.share
    #expect(RoundingTolerance.isNothing(share, beside: 1) && !RoundingTolerance.isNothing(share.nextUp, beside: 1))
    #expect(!RoundingTolerance.isNothing(.nan, beside: 1) && !RoundingTolerance.isNothing(.infinity, beside: .infinity))
  }

  @Test(
    "a count that is exactly a share of another reaches it, and one fewer does not",
    arguments: [(55, 0.55, 100), (14, 0.56, 25), (7, 0.07, 100), (7, 0.28, 25), (3, 0.6, 5)])
  func shares(count: Int, share: Double, all: Int) {
    let required = share * Double(all)
    #expect(RoundingTolerance.reaches(Double(count), required))
    #expect(!RoundingTolerance.reaches(Double(count - 1), required))
    #expect(!RoundingTolerance.reaches(.nan, required) && !RoundingTolerance.reaches(1, .nan))
  }

  @Test("what is left of an amount reaches its last part")
  func rests() {
    var left = 33.0
    for _ in 0..<29 { left -= 1.1 }
    #expect(left != 1.1 && RoundingTolerance.reaches(left, 1.1, beside: 33))
    #expect(!RoundingTolerance.reaches(left - 1.1, 1.1, beside: 33))
  }

  @Test("whole units are counted but for rounding")
  func wholeUnits() {
    #expect((33 / 1.1).rounded(.down) == 29 && RoundingTolerance.wholeUnits(33 / 1.1) == 30)
    #expect(RoundingTolerance.wholeUnits(2.999) == 2 && RoundingTolerance.wholeUnits(0) == 0)
    #expect(RoundingTolerance.wholeUnits(.infinity) == .infinity && RoundingTolerance.wholeUnits(.nan).isNaN)
  }
}
