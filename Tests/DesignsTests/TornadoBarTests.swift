import Designs
import Testing

@Suite struct TornadoBarTests {
  @Test("bars are low and high of each variable around the usual output")
  func bars() {
    let bars = TornadoBar.bars(outputs: [5, 4, 7, 9, 1])
    #expect(bars.map(\.variable) == [0, 1])
    #expect(bars.map(\.usual) == [5, 5])
    #expect(bars.map(\.low) == [4, 9])
    #expect(bars.map(\.high) == [7, 1])
    #expect(bars.map(\.swing) == [3, 8])
    #expect(TornadoBar.bars(outputs: [5, .nan, 7])[0].swing.isNaN)
  }

  @Test("a linear function's bars are its slopes times the distance of the quantiles")
  func linear() {
    let points = PointSet(Design(.tornado(low: 0.25), [.unit, .unit, .unit]), seed: 1)
    let slopes = [2.0, -8, 0]
    let outputs = (0..<points.count).map { point in
      (0..<3).reduce(1.0) { $0 + slopes[$1] * (points.number(point: point, variable: $1) ?? .nan) }
    }
    let bars = TornadoBar.bars(outputs: outputs)
    #expect(bars.map(\.swing) == [1, 4, 0])
    #expect(bars.map(\.usual) == [-2, -2, -2])
    #expect(bars.map { $0.high - $0.low } == [1, -4, 0])
  }
}
