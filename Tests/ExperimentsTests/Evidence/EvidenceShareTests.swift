import Statistics
import Testing

@testable import Experiments

@Suite("Shares that the evidence counts")
struct EvidenceShareTests {
  /// All courses of a chain of two states over five waves, and their probabilities.
  private static func courses(entry: Double, exit: Double) -> (waves: [[Double]], probabilities: [Double]) {
    var waves: [[Double]] = Array(repeating: [], count: 5)
    var probabilities: [Double] = []
    for course in 0..<32 {
      let isPoor = (0..<5).map { course >> $0 & 1 == 1 }
      var probability = (isPoor[0] ? entry : exit) / (entry + exit)
      for (before, after) in zip(isPoor, isPoor.dropFirst()) {
        let leaves = before ? exit : entry
        probability *= before == after ? 1 - leaves : leaves
      }
      probabilities.append(probability)
      for wave in 0..<5 { waves[wave].append(isPoor[wave] ? 0.5 : 2) }
    }
    return (waves, probabilities)
  }

  @Test("a chain of two states with the published moves has the published spells")
  func spells() {
    let (waves, probabilities) = Self.courses(entry: 0.13664, exit: 0.41111)
    let spells = PovertySpells(waves: waves, weights: probabilities, line: 1)
    #expect((spells.always - 0.0300).magnitude < 0.00005)
    #expect((spells.never - 0.4170).magnitude < 0.00005)
    #expect((spells.totalWeight - 1).magnitude < 1e-12)
  }

  @Test("the line is where a share of all households of all waves is below it")
  func line() {
    // Of eight observations a half lies up to 4, and those below are 1, 2 and 3.
    let spells = PovertySpells(waves: [[1, 4, 5, 6], [2, 3, 7, 8]], weights: [1, 1, 1, 1], headcount: 0.5)
    #expect(spells.always == 0.25)
    #expect(spells.never == 0.5)
  }

  @Test("debtors that stay, others that enter, and those that owe")
  func debt() {
    let moves = DebtMoves(
      owesFirst: [true, true, false, false], owesSecond: [true, false, true, false], weights: [3, 1, 1, 3])
    #expect(moves.stay == 0.75)
    #expect(moves.enter == 0.25)
    #expect(moves.prevalence == 0.5)
    #expect(DebtMoves(owesFirst: [false], owesSecond: [true], weights: [1]).stay.isNaN)
  }

  @Test("the published moves into and out of debt imply more debtors than were published")
  func contradiction() {
    let (stay, enter) = (0.861, 0.556)
    #expect((enter / (enter + 1 - stay) - 0.80).magnitude < 0.0005)
  }

  @Test("of the lowest scores the poorest fifth of persons is counted by households")
  func targeting() {
    // Ten households; two are served, and the fifth of persons ends at a welfare of 2.
    let scores: [Double] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    let welfare: [Double] = [1, 9, 2, 4, 5, 6, 7, 8, 3, 10]
    let ones = Array(repeating: 1.0, count: 10)
    #expect(EvidenceFigure.shareOfPoorest(scores: scores, welfare: welfare, weights: ones, persons: ones) == 0.5)
  }
}
