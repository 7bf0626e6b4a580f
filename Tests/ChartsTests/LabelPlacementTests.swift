import Testing

@testable import Charts

@Suite struct LabelPlacementTests {
  private static func names(_ points: [(name: String, x: Double, y: Double)]) -> [String] {
    LabelPlacement(points.map { .init(name: $0.name, x: $0.x, y: $0.y) }, height: 250).names
  }

  @Test("points far from each other all have their names")
  func apart() {
    #expect(Self.names([("one", 0.1, 0.1), ("two", 0.9, 0.9)]) == ["one", "two"])
  }

  @Test("where points crowd, names that would cover others are left out")
  func crowded() {
    let points = (0..<8).map { (name: "scenario \($0)", x: 0.5, y: 0.5 + 0.001 * Double($0)) }
    #expect(Self.names(points).count < points.count)
  }

  @Test("a name longer than the plot is left out, and so is that of a point without a place")
  func impossible() {
    #expect(Self.names([(String(repeating: "x", count: 80), 0.5, 0.5), ("gone", .nan, 0.5)]) == [])
  }
}
