import Statistics
import Testing

@Suite("What an interval tells of a difference")
struct VerdictTests {
  @Test(
    "it is told from none where there are enough replications and it leaves 0 out",
    arguments: [
      (0.1, 0.3, 10, Verdict.higher), (-0.3, -0.1, 10, .lower), (-0.1, 0.3, 10, .undecided), (0, 0.3, 10, .undecided),
      (-0.3, 0, 10, .undecided), (0.1, 0.3, 9, .undecided), (0, 0, 2, .equal), (0, 0, 10, .equal),
      (.nan, .nan, 1, .unknown), (-.infinity, .infinity, 10, .unknown),
    ])
  func judged(low: Double, high: Double, replications: Int, verdict: Verdict) {
    #expect(Verdict(low: low, high: high, replications: replications) == verdict)
    #expect(verdict.isTold == [.higher, .lower].contains(verdict))
  }
}
