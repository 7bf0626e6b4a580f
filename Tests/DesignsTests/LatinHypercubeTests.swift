@testable import Designs
import Testing

@Suite struct LatinHypercubeTests {
  @Test("one point in each part of each variable", arguments: [1, 2, 7, 100, 1000])
  func oneInEachPart(points: Int) {
    let hypercube = LatinHypercube(points: points, variables: 5, seed: 3)
    for variable in 0..<5 {
      let parts = (0..<points).map { Int(hypercube.unit(point: $0, variable: variable) * Double(points)) }
      #expect(parts.sorted() == Array(0..<points))
    }
  }

  @Test("every order of three points comes as often")
  func orders() {
    var counts: [[Int]: Int] = [:]
    for seed in 0..<6000 as Range<UInt64> {
      let hypercube = LatinHypercube(points: 3, variables: 2, seed: seed)
      counts[(0..<3).map { Int(hypercube.unit(point: $0, variable: 1) * 3) }, default: 0] += 1
    }
    #expect(counts.count == 6)
    for count in counts.values {
      #expect(plausibleSuccesses(of: 6000, probability: 1 / 6).contains(Double(count)))
    }
  }

  @Test("positions in the parts are uniform, and variables are not related")
  func uniform() {
    let hypercube = LatinHypercube(points: 4000, variables: 2, seed: 12)
    let within = (0..<4000).map { point in
      let scaled = hypercube.unit(point: point, variable: 0) * 4000
      return scaled - scaled.rounded(.down)
    }
    let mean = within.reduce(0, +) / 4000
    #expect((mean - 0.5).magnitude < 5 * (1 / 12.0 / 4000).squareRoot())
    let covariance = (0..<4000).reduce(0.0) {
      $0 + (hypercube.unit(point: $1, variable: 0) - 0.5) * (hypercube.unit(point: $1, variable: 1) - 0.5) / 4000
    }
    #expect(covariance.magnitude < 5 * (1 / 144.0 / 4000).squareRoot())
  }

  @Test("seeds differ, the same seed does not")
  func seeds() {
    #expect(LatinHypercube(points: 9, variables: 2, seed: 1) == LatinHypercube(points: 9, variables: 2, seed: 1))
    #expect(LatinHypercube(points: 9, variables: 2, seed: 1) != LatinHypercube(points: 9, variables: 2, seed: 2))
  }
}
