import Designs
import Testing

@Suite struct DesignTests {
  @Test("only methods of sensitivity analysis are analysed")
  func methods() {
    #expect(Design.Method.tornado(low: 0.1).isSensitivityAnalysis)
    #expect(!Design.Method.factorial(levels: 2).isSensitivityAnalysis)
  }

  static let faultyDesigns: [(Design, [Design.Problem])] = [
    (Design(.factorial(levels: 2), []), [.noVariables]),
    (Design(.factorial(levels: 0), [.unit]), [.tooFewLevels(minimum: 1)]),
    (Design(.factorial(levels: 1 << 13), [.unit, .unit]), [.tooManyPoints(maximum: 1 << 20)]),
    (Design(.factorial(levels: .max), [.unit]), [.tooManyPoints(maximum: 1 << 20)]),
    (Design(.latinHypercube(points: 0), [.unit]), [.tooFewPoints(minimum: 1)]),
    (Design(.latinHypercube(points: .max), [.unit]), [.tooManyPoints(maximum: 1 << 20)]),
    (Design(.sobolSequence(points: 1), .init(repeating: .unit, count: 129)), [.tooManyVariables(maximum: 128)]),
    (Design(.sobolIndices(points: 2), .init(repeating: .unit, count: 65)), [.tooManyVariables(maximum: 64)]),
    (Design(.sobolIndices(points: 1), [.unit]), [.tooFewPoints(minimum: 2)]),
    (Design(.morris(trajectories: 1, levels: 5), [.unit]), [.tooFewPoints(minimum: 2), .oddLevels]),
    (Design(.morris(trajectories: 2, levels: 0), [.unit]), [.tooFewLevels(minimum: 2)]),
    (Design(.tornado(low: 0.5), [.unit]), [.lowOutsideRange]),
    (Design(.tornado(low: .nan), [.unit]), [.lowOutsideRange]),
    (Design(.tornado(low: 0.1), [.unit], resamples: -1), [.negativeResamples]),
    (
      Design(.tornado(low: 0.1), [.unit, Variable(.values(["only"]))]), [.tooFewValues(variable: 1, minimum: 2)]
    ),
    (Design(.factorial(levels: 2), [Variable(.values([]))]), [.tooFewValues(variable: 0, minimum: 1)]),
    (
      Design(
        .factorial(levels: 2),
        [Variable(.number(.uniform(low: 2, high: 1), whole: false)), Variable(.values([]))]),
      [.distribution(variable: 0, .lowNotBelowHigh), .tooFewValues(variable: 1, minimum: 1)]
    ),
  ]

  @Test("all that is wrong with a design is told", arguments: faultyDesigns)
  func problems(design: Design, expected: [Design.Problem]) {
    #expect(design.problems == expected)
  }

  @Test("the largest designs have nothing wrong")
  func noProblems() {
    #expect(Design(.factorial(levels: 1 << 10), [.unit, .unit]).problems.isEmpty)
    #expect(Design(.factorial(levels: 1), [Variable(.values(["only"]))]).problems.isEmpty)
    #expect(Design(.sobolIndices(points: 2), .init(repeating: .unit, count: 64)).problems.isEmpty)
    #expect(Design(.sobolSequence(points: 1 << 15), .init(repeating: .unit, count: 128)).problems.isEmpty)
    #expect(Design(.morris(trajectories: 2, levels: 2), [.unit]).problems.isEmpty)
  }
}
