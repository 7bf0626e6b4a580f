import Statistics
import Testing

@testable import Experiments

@Suite("Jackknife")
struct JackknifeTests {
  @Test("of a mean it is the usual standard error, with Student's interval")
  func mean() {
    let values = [3.0, 5, 4, 8, 1]
    let mean = values.reduce(0, +) / 5
    let omitting = values.map { (values.reduce(0, +) - $0) / 4 }
    let estimate = Jackknife.estimate(mean, omitting: omitting)
    let usual = Estimate(RunningMoments(values))
    #expect(estimate.mean == usual.mean)
    #expect((estimate.standardError / usual.standardError - 1).magnitude < 1e-14)
    #expect((estimate.standardDeviation / usual.standardDeviation - 1).magnitude < 1e-14)
    #expect((estimate.low - usual.low).magnitude < 1e-13)
    #expect((estimate.high - usual.high).magnitude < 1e-13)
  }

  @Test("one replication, or one undefined number, gives no interval")
  func undefined() {
    #expect(!Jackknife.estimate(1, omitting: []).hasInterval)
    #expect(!Jackknife.estimate(1, omitting: [.nan, 1]).hasInterval)
    #expect(!Jackknife.estimate(.infinity, omitting: [1, 2]).hasInterval)
  }

  @Test("a share that is 0 or 1 but for rounding has no interval")
  func ends() {
    for share in [0, 1, 1 - 0x1p-52, 1 + 0x1p-52, 0x1p-41] {
      #expect(!Jackknife.estimate(share, omitting: [share, share], range: .share).hasInterval, "\(share)")
    }
    #expect(Jackknife.estimate(1 - 0x1p-30, omitting: [1, 1 - 0x1p-29], range: .share).hasInterval)
  }
}
