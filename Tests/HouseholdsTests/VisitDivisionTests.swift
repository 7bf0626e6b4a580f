import Testing

@testable import Households

@Suite struct VisitDivisionTests {
  /// How many of thirty calls of 1.1 visits each are reached, and what is carried over.
  private func divide(_ visits: Double) -> (visited: Int, carried: Double) {
    let calls = (0..<30).map { Call(neighbourhood: $0, settlement: 0, weight: 1, visits: 1.1, key: 0, lot: 0) }
    var division = VisitDivision()
    var visited = 0
    division.divide(visits, formationShare: 1, formations: calls, supports: []) { _ in
      visited += 1
      return true
    }
    return (visited, division.carried.formation)
  }

  @Test("visits that are exactly enough for all who wait reach the last of them")
  func exactVisits() {
    // 33 less 1.1 twenty-nine times leaves 1.0999999999999823.
    #expect(divide(33).visited == 30)
  }

  @Test("visits that are too few for one more are carried over")
  func tooFew() {
    let (visited, carried) = divide(32.9)
    #expect(visited == 29 && (carried - 1).magnitude < 1e-9)
  }
}
