import Households
import Testing

@testable import Experiments

@Suite("The distance from the evidence")
struct EvidenceFindingsTests {
  private static func figure(
    _ id: String, _ value: Double, error: Double, role: PublishedFigure.Role = .calibration
  ) -> PublishedFigure {
    PublishedFigure(
      id: id, quantity: id, unit: .share, value: value, standardError: error, role: role, source: "a book")
  }

  @Test("errors add up by their squares, and what has none is not judged")
  func deviations() {
    let simulated = SimulatedFigure(mean: 0.75, standardError: 0.04)
    #expect((Self.figure("A", 0.5, error: 0.03).deviation(of: simulated) - 5).magnitude < 1e-12)
    #expect(Self.figure("B", .nan, error: .nan).deviation(of: simulated).isNaN)
  }

  @Test("the sum is over calibration rows with a deviation, and the largest is by magnitude")
  func verdict() {
    let figures = [
      Self.figure("A", 0, error: 1), Self.figure("B", 0, error: 1), Self.figure("C", 0, error: 1, role: .validation),
      Self.figure("D", .nan, error: .nan),
    ]
    let theory = TheoryFindings(
      regime: .clubs, simulated: [2, -3, 50, 7].map { SimulatedFigure(mean: $0, standardError: 0) })
    let verdict = EvidenceFindings(figures: figures, theories: [theory]).verdict(on: theory)
    #expect(verdict.rows == 2)
    #expect(verdict.sumOfSquares == 13)
    #expect(verdict.largest?.id == "B")
    #expect(verdict.largest?.deviation == -3)
  }
}
