import Testing

@testable import Experiments
@testable import Households

@Suite("Which groups are summed up when")
struct ObservedCellsTests {
  private static let groups = [
    GroupLevel(group: "all", level: "all"), GroupLevel(group: "band", level: "1"),
    GroupLevel(group: "band", level: "2"),
  ]

  private static func cells(_ quarters: Int, _ detail: Detail) -> ObservedCells {
    ObservedCells(quarters: quarters, detail: detail, groupLevels: groups, measures: 2)
  }

  /// Values that tell their place: 100 x quarter + 10 x group + measure.
  private static func observations(_ quarters: Int) -> [Observation] {
    (0..<quarters).map { quarter in
      Observation(
        quarter: quarter,
        values: groups.indices.flatMap { group in (0..<2).map { Double(100 * quarter + 10 * group + $0) } })
    }
  }

  @Test("each cell stands where its value does", arguments: Detail.allCases, 1...4)
  func positions(detail: Detail, quarters: Int) {
    let cells = Self.cells(quarters, detail)
    let values = cells.values(of: Self.observations(quarters))
    #expect(values.count == cells.count)
    var expected = 0
    for quarter in 0..<quarters {
      for group in cells.groups(at: quarter) {
        for measure in 0..<2 {
          #expect(cells.position(quarter: quarter, group: group) + measure == expected)
          #expect(values[expected] == Double(100 * quarter + 10 * group + measure))
          expected += 1
        }
      }
    }
    #expect(expected == values.count)
  }

  @Test("without detail groups are told of at the start and at the end alone")
  func ends() {
    let cells = Self.cells(4, .population)
    #expect((0..<4).map { cells.groups(at: $0) } == [0..<3, 0..<1, 0..<1, 0..<3])
    #expect((0..<4).map { Self.cells(4, .groups).groups(at: $0) } == Array(repeating: 0..<3, count: 4))
  }
}
