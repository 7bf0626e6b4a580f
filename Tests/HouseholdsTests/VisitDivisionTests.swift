import Testing

@testable import Households

@Suite struct VisitDivisionTests {
  @Test("visits that are exactly enough for all who wait reach the last of them")
  func exactVisits() {
    // 33 less 1.1 twenty-nine times leaves 1.0999999999999823.
    let calls = (0..<30).map { Call(neighbourhood: $0, settlement: 0, weight: 1, visits: 1.1, key: 0, lot: 0) }
    var division = VisitDivision()
    var visited = 0
    division.divide(33, formationShare: 1, formations: calls, supports: []) { _ in
      visited += 1
      return true
    }
    #expect(visited == 30)
  }

  @Test("visits that are too few for one more are carried over")
  func tooFew() {
    let calls = (0..<30).map { Call(neighbourhood: $0, settlement: 0, weight: 1, visits: 1.1, key: 0, lot: 0) }
    var division = VisitDivision()
    var visited = 0
    division.divide(32.9, formationShare: 1, formations: calls, supports: []) { _ in
      visited += 1
      return true
    }
    #expect(visited == 29 && (division.carried.formation - 1).magnitude < 1e-9)
  }
}
