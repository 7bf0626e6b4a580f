import Statistics
import Testing

@Suite struct RunningMomentsTests {
  /// Student's interval, exact for independent normal values.
  private static func interval(of moments: RunningMoments, level: Double) -> ConfidenceInterval {
    let freedom = moments.count - 1
    let factor = freedom > 0 ? studentQuantile(probability: (1 + level) / 2, degreesOfFreedom: freedom) : .nan
    return .symmetric(about: moments.mean, standardError: moments.standardError, factor: factor)
  }

  @Test("the numbers from 1 to 10")
  func knownAnswer() {
    let moments = RunningMoments((1...10).map(Double.init))
    #expect(moments.count == 10)
    #expect(moments.mean == 5.5)
    #expect((moments.variance - 55 / 6.0).magnitude < 1e-14)
    #expect((moments.standardDeviation - 3.0276503540974917).magnitude < 1e-14)
    #expect((moments.standardError - 0.9574271077563381).magnitude < 1e-14)
    let interval = Self.interval(of: moments, level: 0.95)
    #expect((interval.lower - 3.334149410331831).magnitude < 1e-13)
    #expect((interval.upper - 7.665850589668169).magnitude < 1e-13)
  }

  @Test("a small variance about a large mean is kept")
  func largeMean() {
    let moments = RunningMoments([4, 7, 13, 16].map { 1e9 + $0 })
    #expect(moments.mean == 1e9 + 10)
    #expect(moments.variance == 30)
  }

  @Test("agrees with two passes")
  func slowReference() {
    let values = (0..<5000).map { Double($0 * 7919 % 10_007) / 100 }
    let moments = RunningMoments(values)
    let mean = values.reduce(0, +) / 5000
    let variance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 4999
    #expect((moments.mean - mean).magnitude < 1e-12 * mean)
    #expect((moments.variance - variance).magnitude < 1e-12 * variance)
  }

  @Test("scaling by a power of two scales the results, to the bit")
  func invariants() {
    let values = (0..<100).map { Double($0 * 31 % 101) / 7 }
    let moments = RunningMoments(values)
    let scaled = RunningMoments(values.map { $0 * -4 })
    #expect(scaled.mean == -4 * moments.mean)
    #expect(scaled.variance == 16 * moments.variance)
    #expect(scaled.standardError == 4 * moments.standardError)
    var one = RunningMoments(values.dropLast())
    one.add(values[99])
    #expect(one == moments)
  }

  @Test("a higher level gives a wider interval about the mean")
  func nesting() {
    let moments = RunningMoments([3, 1, 4, 1, 5, 9, 2, 6])
    let narrow = Self.interval(of: moments, level: 0.9)
    let wide = Self.interval(of: moments, level: 0.99)
    #expect(wide.lower < narrow.lower && narrow.lower < moments.mean)
    #expect(moments.mean < narrow.upper && narrow.upper < wide.upper)
  }

  @Test("none or one value leave what cannot be known NaN")
  func edges() {
    var moments = RunningMoments()
    #expect(moments.count == 0 && moments.mean.isNaN && moments.variance.isNaN)
    #expect(moments.standardError.isNaN)
    moments.add(5)
    #expect(moments.count == 1 && moments.mean == 5 && moments.variance.isNaN)
    #expect(moments.standardDeviation.isNaN && moments.standardError.isNaN)
    let interval = Self.interval(of: moments, level: 0.95)
    #expect(interval.lower.isNaN && interval.upper.isNaN)
    moments.add(.nan)
    #expect(moments.mean.isNaN && moments.variance.isNaN)
  }

  @Test("what rounding leaves of a mean or of a deviation is 0")
  func rounding() {
    // Thrice 3.1 less 6.2: no value is near 0, and the mean is none.
    let cancelling = RunningMoments([3.1, 3.1, -6.2])
    #expect(cancelling.mean == 0 && cancelling.standardDeviation > 5)
    let alike = RunningMoments([0.3, 0.1 + 0.2, 0.3])
    #expect(alike.variance == 0 && alike.standardError == 0)
    #expect(RunningMoments([1e6, 1e6 + 0.01]).variance > 0)
    #expect(RunningMoments([1e-9, -1e-9, 1e-12]).mean > 0)
  }
}
