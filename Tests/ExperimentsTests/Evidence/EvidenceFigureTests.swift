import Households
import Testing

@testable import Experiments

@Suite("Figures of the evidence")
struct EvidenceFigureTests {
  private static let figures = EvidenceFigure.all(survey: SurveyDistribution([], of: Scenario.made("None")))

  /// Two treated households and two recipients of cash, all rural, of one person each.
  private static var sample: EvidenceSample {
    func wave(
      _ consumption: [Double], welfare: [Double], assets: [Double], debt: [Double], served: Set<Int> = []
    ) -> SurveyWave {
      SurveyWave(
        consumption: consumption, welfare: welfare, assets: assets, trueAssets: assets, debt: debt,
        isServed: (0..<4).map(served.contains))
    }
    let usual = wave([1, 3, 2, 2], welfare: [0.7, 2, 0.7, 0.9], assets: [0, 2, 5, 5], debt: [0.03, 0, 0, 0])
    let early = wave([1, 3, 2, 2], welfare: [0.7, 2, 0.7, 0.9], assets: [0, 1.5, 5, 5], debt: [0, 0, 0, 0])
    let later = wave([1, 3, 2, 2], welfare: [2, 2, 0.7, 0.9], assets: [2, 6, 5, 5], debt: [0.03, 0.03, 0, 0])
    let push = wave(
      [2, 3, 2, 2], welfare: [1, 2, 1, 1], assets: [1, 3, 5, 5], debt: [0, 0, 0, 0], served: [0, 1])
    let pushLater = wave(
      [2, 3, 2, 2], welfare: [1, 2, 1, 1], assets: [2, 3.6, 5, 5], debt: [0, 0, 0, 0], served: [0, 1])
    let cash = wave(
      [1, 3, 2.03, 2.03], welfare: [1, 2, 0.8, 1.1], assets: [0, 2, 5, 5], debt: [0, 0, 0, 0], served: [2, 3])
    let baseline = [0: usual, 4: early, 8: usual, 12: later, 16: usual, 20: usual, 28: usual, 40: usual]
    return EvidenceSample(
      weights: [1, 1, 1, 1], persons: [1, 1, 1, 1], isRural: [true, true, true, true], scores: [10, 16.17, 16.18, 50],
      assetThreshold: 2,
      waves: [
        .baseline: baseline, .push: [4: push, 8: push, 12: push, 20: pushLater, 28: push, 40: push], .cash: [20: cash],
      ])
  }

  @Test(
    "each is what it says, on four households worked out by hand",
    arguments: [
      // Consumption of 5 for 4; assets 2 for 1, with a deviation of 1.
      ("C7a", 25), ("C7b", 1), ("H1a", 25), ("H1b", -1), ("H6a", 25), ("H6b", 25),
      // Both own less than 2 without the push, one owns 3 with it; then 1 becomes 2, and 3 becomes 3.6.
      ("H7a", 0.5), ("H7b", 100), ("H7c", 20),
      // PKR 30 more a quarter; one of two leaves the food line of 0.7384; gaps of 0.3 and 0.1 become 0.2 and 0.
      ("C8a", 10), ("C8b", -0.5), ("C8c", -0.1),
      // One owed and still does, the other begins: half, then all.
      ("C4a", 1), ("C4b", 1), ("C4c", 0.75),
      ("C3", 0.75), ("C9a", 1), ("C9b", 0), ("C10a", 0.5),
    ] as [(String, Double)])
  func values(id: String, expected: Double) throws {
    let figure = try #require(Self.figures.first { $0.published.id == id })
    #expect((figure.simulate(Self.sample) - expected).magnitude < 1e-9, "\(figure.simulate(Self.sample))")
  }

  @Test("rows have names of their own, sources, and errors where they are counted")
  func rows() {
    let published = Self.figures.map(\.published)
    #expect(Set(published.map(\.id)).count == published.count)
    #expect(published.count == 37)
    #expect(published.allSatisfy { !$0.source.isEmpty && !$0.quantity.isEmpty })
    #expect(published.filter { $0.role == .calibration }.allSatisfy { $0.standardError > 0 })
    #expect(published.filter { $0.role == .validation }.map(\.id) == ["H1a", "H1b", "H6a", "H6b", "H7a", "H7b", "H7c"])
  }

  @Test("a theory without a threshold has nothing to say of who is over it")
  func withoutThreshold() {
    var sample = Self.sample
    sample.assetThreshold = nil
    for figure in Self.figures where figure.published.id.hasPrefix("H7") { #expect(figure.simulate(sample).isNaN) }
  }
}
