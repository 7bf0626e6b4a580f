import CostEffectiveness
import Testing

@Suite("Discounting")
struct DiscountingTests {
  private static let five = Discounting(yearlyRate: 0.05)

  @Test("a year is worth 1 / (1 + rate), and ten years their power")
  func years() {
    let value = { (quarters: Int) in
      Self.five.presentValue(of: Array(repeating: 0, count: quarters - 1) + [1])
    }
    #expect(abs(value(4) - 1 / 1.05) < 1e-15)
    let tenYears = (0..<10).reduce(1.0) { product, _ in product / 1.05 }
    #expect(abs(value(40) - tenYears) < 1e-14)
  }

  @Test("a level flow is worth what the annuity formula says")
  func annuity() {
    let factor = Self.five.quarterFactor
    let power = (0..<60).reduce(1.0) { product, _ in product * factor }
    let formula = factor * (1 - power) / (1 - factor)
    #expect(abs(Self.five.presentValue(of: Array(repeating: 1, count: 60)) - formula) < 1e-12)
  }

  @Test("without a rate amounts are only added up")
  func noRate() {
    let none = Discounting(yearlyRate: 0)
    #expect(none.presentValue(of: [1, 2, 3.5]) == 6.5)
    #expect(none.presentValue(of: [1, 2], following: .persists, for: 3) == 9)
    #expect(none.presentValue(of: []) == 0)
    #expect(none.presentValue(of: [], following: .persists, for: 8) == 0)
  }

  @Test("what persists is a longer flow, what stops is the flow alone")
  func persistence() {
    let longer = Self.five.presentValue(of: [4, 2] + Array(repeating: 2, count: 12))
    #expect(abs(Self.five.presentValue(of: [4, 2], following: .persists, for: 12) - longer) < 1e-13)
    #expect(
      Self.five.presentValue(of: [4, 2], following: .stops, for: 12) == Self.five.presentValue(of: [4, 2]))
  }

  @Test("what halves each year has halved after four quarters")
  func halving() {
    let none = Discounting(yearlyRate: 0)
    let halves = Continuation.fades(shareLeftEachYear: 0.5)
    let value = { (quarters: Int) in none.presentValue(of: [16], following: halves, for: quarters) }
    #expect(abs(value(4) - value(3) - 8) < 1e-12)
    #expect(abs(value(8) - value(7) - 4) < 1e-12)
    // The last amount and all that follows it: a geometric series of the fourth root of a half.
    let root = 0.5.squareRoot().squareRoot()
    #expect(abs(value(400) - 16 / (1 - root)) < 1e-9)
  }

  @Test("a share left of all is persistence, of nothing a stop")
  func extremeShares() {
    let value = { (following: Continuation) in Self.five.presentValue(of: [3], following: following, for: 9) }
    #expect(value(.fades(shareLeftEachYear: 1)) == value(.persists))
    #expect(value(.fades(shareLeftEachYear: 0)) == value(.stops))
  }

  @Test("more is left the slower it fades, and the longer it is counted")
  func order() {
    let value = { (following: Continuation) in Self.five.presentValue(of: [1], following: following, for: 20) }
    #expect(value(.stops) < value(.fades(shareLeftEachYear: 0.5)))
    #expect(value(.fades(shareLeftEachYear: 0.5)) < value(.persists))
  }
}
