import ExactMath
import Testing

@testable import Statistics

@Suite("Intervals on the scale of what is possible")
struct IntervalScaleTests {
  private func share(_ share: Double, _ error: Double, _ factor: Double, number: Double = 20) -> ConfidenceInterval {
    .share(share, standardError: error, factor: factor, effectiveNumber: number, level: 0.95)
  }

  private func positive(_ value: Double, _ error: Double, _ factor: Double) -> ConfidenceInterval {
    .positive(about: value, standardError: error, factor: factor)
  }

  @Test("log-odds: values worked out in forty digits")
  func logOdds() {
    let known: [(share: Double, error: Double, factor: Double, lower: Double, upper: Double)] = [
      (0.3, 0.05, 2, 0.21023851062661838, 0.40827346562963651),
      (0.004, 0.003, 2.262157162740992, 0.00073062123185370733, 0.021583183587913842),
      (0.5, 0.5, 12.706204736432095, 9.1945566737522682e-12, 0.99999999999080544),
    ]
    for (value, error, factor, lower, upper) in known {
      let interval = share(value, error, factor)
      #expect((interval.lower / lower - 1).magnitude < 1e-12 && (interval.upper / upper - 1).magnitude < 1e-12)
    }
  }

  @Test("logarithms: values worked out in forty digits, and an upper end beyond all numbers is infinite")
  func logarithms() {
    let interval = positive(10, 4, 2)
    #expect((interval.lower / 4.4932896411722159 - 1).magnitude < 1e-14)
    #expect((interval.upper / 22.255409284924676 - 1).magnitude < 1e-14)
    #expect(positive(1, 100, 12.7).upper == .infinity)
    #expect(positive(1, 100, 12.7).lower >= 0)
  }

  @Test(
    "a share of none or all is exact: with its end as the truth, that happens in one of forty samples",
    arguments: [(1.0, 0.975), (3, 0.7075982261787133), (20, 0.1684334709830853), (37.5, 0.0936866019366273)])
  func exact(number: Double, upper: Double) {
    let (none, all) = (share(0, 0, 2, number: number), share(1, 0, 2, number: number))
    #expect(none.lower == 0 && all.upper == 1)
    #expect((none.upper / upper - 1).magnitude < 1e-12)
    #expect((all.lower - (1 - upper)).magnitude < 1e-12)
    guard number == number.rounded() else { return }
    // By multiplying: the chance that so many independent answers are all "no".
    let chance = (0..<Int(number)).reduce(1.0) { product, _ in product * (1 - none.upper) }
    #expect((chance - 0.025).magnitude < 1e-12)
  }

  @Test("one rule tells what is at an end of a range: nearer than rounding, in its unit")
  func ends() {
    for bound in [1.0, 100] {
      let range = ValueRange.upTo(bound)
      for value in [0, bound, -0x1p-50, bound * (1 + 0x1p-50), bound * (1 - 0x1p-41), bound * 0x1p-41] {
        #expect(range.isAtEnd(value) && range.effectiveNumber(of: value, standardError: 0.1) == nil, "\(value)")
      }
      for value in [bound * 0x1p-39, bound / 2, bound * (1 - 0x1p-39)] { #expect(!range.isAtEnd(value), "\(value)") }
    }
    #expect(!ValueRange.notNegative.isAtEnd(0) && !ValueRange.anyNumber.isAtEnd(0) && !ValueRange.share.isAtEnd(.nan))
  }

  @Test("intervals hold the estimate, stay within what is possible, and grow with the error")
  func properties() {
    for percent in 1..<100 {
      let value = Double(percent) / 100
      var last = (share(value, 0, 2), positive(value, 0, 2))
      #expect(last.0.lower == value && last.0.upper == value && last.1.lower == value && last.1.upper == value)
      for step in 1...60 {
        let error = 0.01 * Double(step)
        let next = (share(value, error, 3), positive(value, error, 3))
        #expect(0 <= next.0.lower && next.0.lower <= last.0.lower)
        #expect(next.0.upper >= last.0.upper && next.0.upper <= 1)
        #expect(0 <= next.1.lower && next.1.lower < last.1.lower && next.1.upper > last.1.upper)
        // What is a share of the one is the rest of the other.
        let rest = share(1 - value, error, 3)
        #expect((rest.lower - (1 - next.0.upper)).magnitude < 1e-12)
        last = next
      }
    }
  }

  @Test("with a small error they are the plain interval, nearly")
  func smallErrors() {
    for value in [0.1, 0.5, 0.8] {
      let error = 1e-5
      for interval in [share(value, error, 2), positive(value, error, 2)] {
        #expect((interval.lower - (value - 2 * error)).magnitude < 1e-8)
        #expect((interval.upper - (value + 2 * error)).magnitude < 1e-8)
      }
    }
  }

  @Test("what is undefined has no interval, and shares that rounding has moved off 0 or 1 are there")
  func undefined() {
    for interval in [
      share(.nan, 0.1, 2), share(0.5, .nan, 2), share(0, 0, .nan), positive(.nan, 1, 2), positive(1, .nan, 2),
    ] {
      #expect(interval.lower.isNaN && interval.upper.isNaN)
    }
    #expect(share(-1e-17, 1e-18, 2) == share(0, 0, 2))
    #expect(share(1 + 0x1p-52, 1e-18, 2) == share(1, 0, 2))
    #expect(positive(0, 0, 2).upper == 0)
  }

  @Test("a bound scales a share, what is not positive turns the sign, and anything else is symmetric")
  func ranges() {
    func interval(_ range: ValueRange, _ value: Double, _ error: Double) -> ConfidenceInterval {
      range.interval(about: value, standardError: error, factor: 2, effectiveNumber: 20)
    }
    #expect(interval(.share, 0.3, 0.05) == share(0.3, 0.05, 2))
    #expect((interval(.upTo(200), 60, 10).upper - 200 * share(0.3, 0.05, 2).upper).magnitude < 1e-12)
    #expect((interval(.upTo(200), 0, 0).upper - 200 * share(0, 0, 2).upper).magnitude < 1e-12)
    #expect(interval(.upTo(3), 1, 0).lower == 1 && interval(.upTo(3), 1, 0).upper == 1)
    let (down, up) = (interval(.notPositive, -10, 4), interval(.notNegative, 10, 4))
    #expect(down.lower == -up.upper && down.upper == -up.lower)
    #expect(interval(.notPositive, 0, 0).lower.sign == .plus)
    #expect(interval(.anyNumber, 1, 4).lower == -7 && interval(.anyNumber, 1, 4).upper == 9)
  }

  @Test("the effective sample size of a binomial share is its size")
  func effectiveNumbers() throws {
    let error = (0.2 * 0.8 / 50).squareRoot()
    #expect((try #require(ValueRange.share.effectiveNumber(of: 0.2, standardError: error)) - 50).magnitude < 1e-12)
    let scaled = try #require(ValueRange.upTo(1000).effectiveNumber(of: 200, standardError: 1000 * error))
    #expect((scaled - 50).magnitude < 1e-9)
    #expect(ValueRange.share.effectiveNumber(of: 0, standardError: 0) == nil)
    // And the other way round.
    let back = try #require(ValueRange.upTo(1000).standardError(of: 200, effectiveNumber: 50))
    #expect((back / (1000 * error) - 1).magnitude < 1e-12)
    #expect(ValueRange.share.standardError(of: 1, effectiveNumber: 50) == nil)
    #expect(ValueRange.notNegative.standardError(of: 0.2, effectiveNumber: 50) == nil)
    #expect(ValueRange.notNegative.effectiveNumber(of: 0.2, standardError: error) == nil)
  }
}
