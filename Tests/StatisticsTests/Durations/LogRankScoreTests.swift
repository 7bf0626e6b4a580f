import Randomness
import Statistics
import Testing

@Suite("Log-rank score")
struct LogRankScoreTests {
  @Test("the remissions of 42 children, as published")
  func knownAnswer() {
    let untreated = LogRankScore(Remission.riskSets(Remission.untreated), Remission.riskSets(Remission.treated))
    #expect(untreated.events == 21)
    #expect((untreated.expected - 10.75).magnitude <= 0.005)
    #expect((untreated.score - 10.25).magnitude <= 0.005)
    #expect((untreated.chiSquare - 16.79).magnitude <= 0.005)
    let treated = LogRankScore(Remission.riskSets(Remission.treated), Remission.riskSets(Remission.untreated))
    #expect(treated.events == 9)
    #expect((treated.expected - 19.25).magnitude <= 0.005)
  }

  @Test("the score of one group is minus that of the other, and the variance the same")
  func symmetry() {
    let (first, second) = (Remission.riskSets(Remission.untreated), Remission.riskSets(Remission.treated))
    let (there, back) = (LogRankScore(first, second), LogRankScore(second, first))
    #expect((there.score + back.score).magnitude < 1e-13)
    #expect((there.variance - back.variance).magnitude < 1e-13)
  }

  @Test("agrees with the tables of each week, one by one")
  func slowReference() {
    var (difference, variance) = (0.0, 0.0)
    for week in 1...35 {
      let atRisk = [Remission.untreated, Remission.treated].map { Double($0.count { $0.weeks >= week }) }
      let events = [Remission.untreated, Remission.treated].map {
        Double($0.count { $0.weeks == week && $0.isRelapse })
      }
      let (all, relapses) = (atRisk[0] + atRisk[1], events[0] + events[1])
      guard relapses > 0, atRisk[0] > 0, atRisk[1] > 0 else { continue }
      difference += events[0] - relapses * atRisk[0] / all
      variance += all < 2 ? 0 : atRisk[0] * atRisk[1] * relapses * (all - relapses) / (all * all * (all - 1))
    }
    let score = LogRankScore(Remission.riskSets(Remission.untreated), Remission.riskSets(Remission.treated))
    #expect((score.score - difference).magnitude < 1e-13)
    #expect((score.variance - variance).magnitude < 1e-13)
  }

  @Test("a weight that is the same for all scales the score and not the statistic")
  func weights() {
    let plain = LogRankScore(Remission.riskSets(Remission.untreated), Remission.riskSets(Remission.treated))
    let weighted = LogRankScore(
      Remission.riskSets(Remission.untreated, weight: 4), Remission.riskSets(Remission.treated, weight: 4))
    #expect((weighted.score - 4 * plain.score).magnitude < 1e-12)
    #expect((weighted.chiSquare - plain.chiSquare).magnitude < 1e-12)
  }

  @Test("a group against itself has no score; nobody has no statistic")
  func nothing() {
    let group = Remission.riskSets(Remission.treated)
    #expect(LogRankScore(group, group).score == 0)
    #expect(LogRankScore(group, group).events == 9)
    #expect(LogRankScore(group, []).chiSquare.isNaN)
    #expect(LogRankScore.probability(ofExceeding: .nan).isNaN)
  }

  @Test("probabilities of chi-square numbers from tables")
  func probabilities() {
    for (value, probability) in [(0.0, 1.0), (2.705543, 0.1), (3.841459, 0.05), (6.634897, 0.01), (10.827566, 0.001)] {
      #expect((LogRankScore.probability(ofExceeding: value) - probability).magnitude < 1e-7)
    }
  }

  @Test("with the same hazards the statistic exceeds its 5% point in about 5% of trials")
  func level() {
    let stream = RandomStream(seed: 11, replication: 0)
    let purpose = Purpose(label: "log-rank trial")
    let trials = 2000
    let rejected = (0..<trials).count { trial in
      let groups = (0..<2).map { group in
        (0..<60).map { member -> (weeks: Int, isRelapse: Bool) in
          let words = stream.draw(entity: UInt32(member + 60 * group), quarter: Int32(trial), purpose: purpose)
          // A chance of 1/5 a week, seen for at most 8 weeks.
          var (week, left) = (1, words.wideUniform1)
          while week < 8, left > 0.2 { (week, left) = (week + 1, (left - 0.2) / 0.8) }
          return (week, left <= 0.2)
        }
      }
      return LogRankScore(Remission.riskSets(groups[0]), Remission.riskSets(groups[1])).chiSquare > 3.841459
    }
    // Four binomial standard errors, and 0.5 points for the discreteness of 60 members.
    #expect(
      (Double(rejected) / Double(trials) - 0.05).magnitude < 4 * (0.05 * 0.95 / Double(trials)).squareRoot() + 0.005)
  }
}
