import Designs
import Testing

@testable import Experiments

@Suite("Rounds of halving")
struct HalvingScheduleTests {
  @Test("64 mixes are halved to 4 in four rounds that double")
  func usual() {
    let schedule = HalvingSchedule(mixes: 64, effort: SearchEffort())
    #expect(schedule.rounds.map(\.mixes) == [64, 32, 16, 8])
    #expect(schedule.rounds.map(\.kept) == [32, 16, 8, 4])
    // 40 / 2^4 = 2.5, rounded up.
    #expect(schedule.rounds.map(\.replications) == [1..<4, 4..<10, 10..<22, 22..<46])
    #expect(schedule.finalReplications == 46..<86)
  }

  @Test("more mixes than are to be kept have a first look in two replications")
  func look() {
    let (all, few) = (134, 64)
    let schedule = HalvingSchedule(mixes: all, effort: SearchEffort())
    let rest = HalvingSchedule(mixes: few, effort: SearchEffort())
    #expect(schedule.rounds[0] == HalvingSchedule.Round(mixes: all, kept: few, replications: 1..<3))
    #expect(schedule.rounds.dropFirst().map(\.mixes) == rest.rounds.map(\.mixes))
    #expect(schedule.rounds.dropFirst().map(\.replications.count) == rest.rounds.map(\.replications.count))
    #expect(schedule.finalReplications == 48..<88)
  }

  @Test("odd numbers keep the larger half, and never fewer than the finalists")
  func odd() {
    let schedule = HalvingSchedule(mixes: 11, effort: SearchEffort(screened: 11, replications: 8, finalists: 4))
    #expect(schedule.rounds.map(\.mixes) == [11, 6])
    #expect(schedule.rounds.map(\.kept) == [6, 4])
    #expect(schedule.rounds.map(\.replications.count) == [2, 4])
  }

  @Test("few mixes are compared at once", arguments: [1, 3, 4])
  func few(mixes: Int) {
    let schedule = HalvingSchedule(mixes: mixes, effort: SearchEffort())
    #expect(schedule.rounds.isEmpty)
    #expect(schedule.finalReplications == 1..<41)
  }
}

@Suite("Rank correlation")
struct SpearmanCoefficientTests {
  @Test("known answers, ties included")
  func known() {
    #expect(spearmanCoefficient([1, 2, 3, 4], [10, 20, 25, 90]) == 1)
    #expect(spearmanCoefficient([1, 2, 3, 4], [9, 7, 1, 0]) == -1)
    // Ranks 1 2.5 2.5 4 against 1 2 3 4: 4.5 / sqrt(4.5 x 5).
    #expect(abs(spearmanCoefficient([1, 5, 5, 7], [1, 2, 3, 4]) - 4.5 / (22.5).squareRoot()) < 1e-15)
    // 1 - 6 x (1 + 0 + 1 + 0 + 0) / (5 x 24).
    #expect(abs(spearmanCoefficient([2, 1, 3, 4, 5], [1, 2, 3, 4, 5]) - 0.9) < 1e-15)
  }

  @Test("it is undefined for fewer than three numbers, for equal ones and with NaN")
  func undefined() {
    #expect(spearmanCoefficient([1, 2], [1, 2]).isNaN)
    #expect(spearmanCoefficient([1, 1, 1], [1, 2, 3]).isNaN)
    #expect(spearmanCoefficient([1, .nan, 1], [1, 2, 3]).isNaN)
  }
}
