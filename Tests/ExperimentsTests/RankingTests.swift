import Statistics
import Testing

@testable import Experiments

@Suite("Ranking")
struct RankingTests {
  /// Ranks scenarios by values of each, one for each replication; lower is better unless told otherwise.
  private func ranking(_ values: [[Double]], by measure: RankedMeasure = .headline(.headcountRatio)) -> Ranking {
    var differences = JointMoments(dimension: values.count - 1)
    for replication in values[0].indices {
      differences.add(values.dropFirst().map { $0[replication] - values[0][replication] })
    }
    return Ranking(measure, estimates: values.map { Estimate(RunningMoments($0)) }, differences: differences)
  }

  private func probabilities(_ ranking: Ranking) -> [Double] { ranking.standings.map(\.probabilityOfBest) }

  /// Four standard errors of a share of 10,000 draws.
  private static let tolerance = 4 * 0.005

  @Test(
    "of two scenarios, the probability is Student's at the paired t statistic",
    arguments: [
      [0.3, -0.1], [0.1, -0.2, 0.4, 0.3, 0.05], [-1, -2, -0.5, -1.5], [0, 0.1, -0.1],
      [0.2, 0.1, -0.3, 0.4, 0.1, 0, 0.2, -0.1, 0.3, 0.05, 0.1, -0.2],
    ])
  func twoScenarios(differences: [Double]) {
    let baseline = differences.indices.map { 10 + 0.7 * Double($0) }
    let moments = RunningMoments(differences)
    let statistic = moments.mean / moments.standardError
    let central = studentCentralProbability(
      distance: statistic.magnitude, degreesOfFreedom: differences.count - 1)
    let higher = 0.5 + (statistic < 0 ? -0.5 : 0.5) * central
    let values = [baseline, zip(baseline, differences).map(+)]
    let lowerIsBetter = probabilities(ranking(values))
    #expect(abs(lowerIsBetter[0] - higher) < Self.tolerance)
    #expect(abs(lowerIsBetter[0] + lowerIsBetter[1] - 1) < 1e-12)
    let higherIsBetter = probabilities(ranking(values, by: .headline(.durableExits)))
    #expect(abs(higherIsBetter[1] - higher) < Self.tolerance)
  }

  @Test("of three that differ by nothing but chance, each is as likely")
  func symmetry() {
    let ranking = ranking([[1, 1, 2, 2, 3, 3], [2, 3, 1, 3, 1, 2], [3, 2, 3, 1, 2, 1]])
    for probability in probabilities(ranking) { #expect(abs(probability - 1.0 / 3) < Self.tolerance) }
    #expect(ranking.standings.map(\.rank) == [1, 1, 1])
  }

  @Test("probabilities do not depend on which scenario is the baseline")
  func baseline() {
    let values = [
      [5, 6, 7, 5.5, 6.2], [5.2, 5.7, 6.6, 5.6, 6.4], [5.1, 6.3, 6.9, 5.0, 6.0], [5.3, 6.1, 7.1, 5.7, 6.1],
    ]
    let plain = probabilities(ranking(values))
    let turned = probabilities(ranking(Array(values.dropFirst() + values.prefix(1))))
    for scenario in 0..<4 { #expect(abs(plain[scenario] - turned[(scenario + 3) % 4]) < 2 * Self.tolerance) }
    #expect(abs(plain.reduce(0, +) - 1) < 1e-12)
    // What is common to all scenarios of a replication tells nothing of who is best.
    let shifted = values.map { zip($0, [100, -50, 3, 7, 1000]).map(+) }
    for (probability, other) in zip(plain, probabilities(ranking(shifted))) {
      #expect(abs(probability - other) < 0.002)
    }
  }

  @Test("identical scenarios share the probability evenly, wherever they stand")
  func identical() {
    let (good, bad) = ([1.0, 1.1, 0.9, 1.05], [2.0, 2.2, 1.9, 2.1])
    for values in [[good, good, bad], [bad, good, good], [good, bad, good]] {
      let shares = probabilities(ranking(values))
      let best = zip(values, shares).filter { $0.0 == good }.map(\.1)
      #expect(best[0] == best[1])
      #expect(abs(best[0] - 0.5) < 0.01)
    }
    #expect(probabilities(ranking([good, good])) == [0.5, 0.5])
    #expect(ranking([good, good, good]).standings.map(\.rank) == [1, 1, 1])
  }

  @Test("a difference that is the same in every replication leaves no doubt")
  func constantDifference() {
    let values = [[3.0, 7, 5], [2.0, 6, 4], [4.0, 8, 6]]
    #expect(probabilities(ranking(values)) == [0, 1, 0])
    #expect(ranking(values).standings.map(\.rank) == [2, 1, 3])
    #expect(ranking(values, by: .headline(.durableExits)).standings.map(\.rank) == [2, 3, 1])
  }

  @Test("ranks are shared by those that cannot be told apart, and count those clearly better")
  func ties() {
    // The second and third differ by chance from each other, and clearly from the first.
    let values = [[10.0, 11, 12, 13], [5.0, 6.2, 7.1, 7.9], [5.1, 5.9, 7.2, 8.0]]
    #expect(ranking(values).standings.map(\.rank) == [3, 1, 1])
    #expect(ranking(values, by: .headline(.outOfDependency)).standings.map(\.rank) == [1, 2, 2])
  }

  @Test("intervals of all pairs are wider than those of one")
  func family() {
    // Of one pair: mean 1, standard error 0.3, t(3) = 3.18; of three pairs t = 4.86.
    let differences = [1 - 0.3 * 3.0.squareRoot(), 1 + 0.3 * 3.0.squareRoot()].flatMap { [$0, $0] }
    let (baseline, noise) = ([0.0, 0, 0, 0], [5.0, -5, 5, -5])
    #expect(ranking([baseline, differences]).standings.map(\.rank) == [1, 2])
    #expect(ranking([baseline, differences, noise]).standings.map(\.rank) == [1, 1, 1])
  }

  @Test("one replication ranks nobody")
  func oneReplication() {
    let standings = ranking([[1], [2]]).standings
    #expect(standings.map(\.rank) == [nil, nil])
    #expect(standings.allSatisfy { $0.probabilityOfBest.isNaN })
    #expect(standings[1].estimate.mean == 2)
  }

  @Test("scenarios that differ by rounding alone share rank and probability")
  func rounding() {
    var differences = JointMoments(dimension: 2)
    let values = [[0.3, 0.7, 0.2], [0.1 + 0.2, 0.7, 0.2], [0.4, 0.9, 0.35]]
    for replication in 0..<3 { differences.addDifferencesFromFirst([values.map { $0[replication] }]) }
    let ranking = Ranking(
      .headline(.headcountRatio), estimates: values.map { Estimate(RunningMoments($0)) }, differences: differences)
    #expect(ranking.standings[0].probabilityOfBest == ranking.standings[1].probabilityOfBest)
    #expect(ranking.standings[0].rank == 1 && ranking.standings[1].rank == 1)
  }

  @Test("a replication in which a scenario is undefined is left out")
  func undefined() {
    var differences = JointMoments(dimension: 1)
    differences.addDifferencesFromFirst([[1, .nan]])
    differences.addDifferencesFromFirst([[1, 3]])
    #expect(differences.count == 1 && differences.mean(0) == 2)
  }
}
