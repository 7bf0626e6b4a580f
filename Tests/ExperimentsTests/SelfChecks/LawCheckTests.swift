@testable import Experiments
@testable import Households
import Simulation
import Testing

@Suite("Self-checks of luck, probabilities, conservation and engines")
struct LawCheckTests {
  private let scenario = SmallWorld.scenario

  // MARK: One household left out

  /// The verdict where what the futures with a household left out start from is changed.
  private func exclusion(_ spoil: @escaping (Population) -> Void = { _ in }) throws -> SelfCheckVerdict {
    let model = try SmallWorld.model()
    return try SelfCheck.exclusion(scenario: scenario) { scenario in
      let settled = model.settled(replication: 1)
      if scenario.programmes.contains(where: { !$0.targeting.excludedHouseholds.isEmpty }) { spoil(settled) }
      return model.future(of: scenario, from: settled, replication: 1)
    }.verdict()
  }

  @Test("nobody else's luck moves, and nothing in other settlements")
  func exclusionKept() throws {
    let verdict = try exclusion()
    #expect(verdict.isKept, "\(verdict)")
    #expect(verdict.evidence.count == 3)
    #expect(verdict.evidence[0] == .count(0, of: 799 * 4, "quarters of others' income luck differ"))
  }

  @Test("luck that moves is found out")
  func movedLuck() throws {
    let verdict = try exclusion { $0.labourDeviation[3] += 0.5 }
    #expect(!verdict.isKept)
    #expect(verdict.evidence[0].isGood == false)
  }

  @Test("somebody far away who is touched is found out")
  func touched() throws {
    let verdict = try exclusion { $0.savings[799] += 1 }
    #expect(!verdict.isKept)
    #expect(verdict.evidence[0].isGood == true)
    #expect(verdict.evidence[1].isGood == false)
  }

  @Test("an exclusion that does nothing is found out")
  func noExclusion() throws {
    let model = try SmallWorld.model()
    let settled = model.settled(replication: 1)
    let verdict = try SelfCheck.exclusion(scenario: scenario) { scenario in
      var scenario = scenario
      for index in scenario.programmes.indices { scenario.programmes[index].targeting.excludedHouseholds = [] }
      return model.future(of: scenario, from: settled, replication: 1)
    }.verdict()
    #expect(!verdict.isKept)
    #expect(verdict.evidence[2].isGood == false)
  }

  // MARK: Probabilities

  private func chances() throws -> (
    moves: MoveProbabilities, reference: MoveProbabilities, matrix: TransitionMatrix
  ) {
    let settled = try SmallWorld.model().settled(replication: 1)
    let profile = settled.profiles(of: [400], parameters: scenario.parameters)[0]
    let kernel = TransitionKernel(scenario.parameters.dependency)
    return (
      kernel.moveProbabilities(of: profile),
      MoveProbabilities(termByTerm: profile, scenario.parameters.dependency), kernel.matrix(of: profile)
    )
  }

  @Test("probabilities sum to one")
  func probabilitiesKept() throws {
    let (moves, reference, matrix) = try chances()
    let verdict = try SelfCheck.probabilities(moves: [moves], references: [reference], matrices: [matrix]).verdict()
    #expect(verdict.isKept, "\(verdict)")
  }

  @Test(
    "probabilities that do not are found out, in moves or in the matrix",
    arguments: [1e-9, -1e-9, .nan], ["moves", "matrix"])
  func probabilitiesBroken(change: Double, place: String) throws {
    let known = try chances()
    var (moves, matrix) = (known.moves, known.matrix)
    if place == "moves" { moves.values[64] += change } else { matrix.values[64 * 21 + 21] += change }
    let check = SelfCheck.probabilities(moves: [moves], references: [known.reference], matrices: [matrix])
    #expect(try !check.verdict().isKept)
  }

  @Test("a negative chance that another one makes up for is found out")
  func negative() throws {
    let known = try chances()
    var (moves, matrix) = (known.moves, known.matrix)
    matrix.values[21] -= 2
    matrix.values[21 + 64] += 2
    let check = SelfCheck.probabilities(moves: [moves], references: [known.reference], matrices: [matrix])
    #expect(try !check.verdict().isKept)
    moves.values[0] = -0.5
    #expect(try !SelfCheck.probabilities(moves: [moves], references: [moves], matrices: []).verdict().isKept)
  }

  @Test("chances that sum to one and are not those of the coefficients are found out")
  func otherCoefficients() throws {
    let (moves, _, matrix) = try chances()
    let settled = try SmallWorld.model().settled(replication: 1)
    let profile = settled.profiles(of: [400], parameters: scenario.parameters)[0]
    var other = scenario.parameters.dependency
    other.coefficients[0] += 0.01
    let reference = MoveProbabilities(termByTerm: profile, other)
    let verdict = try SelfCheck.probabilities(moves: [moves], references: [reference], matrices: [matrix]).verdict()
    #expect(!verdict.isKept)
    #expect(verdict.evidence.count { $0.isGood == false } == 1)
  }

  // MARK: Conservation

  @Test("money and people are conserved")
  func conserved() throws {
    let model = try SmallWorld.model()
    let future = model.future(of: scenario, from: model.settled(replication: 1), replication: 1)
    let verdict = try SelfCheck.conservation(engine: model, scenario: scenario, future: future).verdict()
    #expect(verdict.isKept, "\(verdict)")
    #expect(future.quarter == 4)
  }

  @Test("the smallest amount of money that appears from nowhere is found out")
  func money() throws {
    let model = try SmallWorld.model()
    let settled = model.settled(replication: 1)
    settled.savings[7] += 0x1p-20
    let future = model.future(of: scenario, from: settled, replication: 1)
    let verdict = try SelfCheck.conservation(engine: model, scenario: scenario, future: future).verdict()
    #expect(!verdict.isKept)
    #expect(verdict.evidence[0].isGood == false)
    #expect(verdict.evidence[1].isGood == true)
  }

  @Test("a person who disappears is found out", arguments: [0, 3])
  func people(quarter: Int) throws {
    let model = try SmallWorld.model()
    var engine = SpoiltModel(model)
    let persons = try #require(Model.measures.firstIndex { $0.name == "persons" })
    let group = try #require(engine.groupLevels.firstIndex { $0.group == "minority" })
    engine.spoilResult = { result, _, _ in
      // At every quarter the group is as it was; that it is not the whole is told by the sum over the groups.
      for index in quarter..<result.observations.count {
        let cell = persons + Model.measures.count * group
        result.observations[index] = result.observations[index].with(
          result.observations[index].values[cell] - 1, at: cell)
      }
    }
    let future = model.future(of: scenario, from: model.settled(replication: 1), replication: 1)
    let verdict = try SelfCheck.conservation(engine: engine, scenario: scenario, future: future).verdict()
    #expect(!verdict.isKept)
    #expect(verdict.evidence[0].isGood == true)
  }

  // MARK: The transition matrix

  private func kernel(_ change: (inout DependencyParameters) -> Void = { _ in }) throws -> SelfCheckVerdict {
    let settled = try SmallWorld.model().settled(replication: 1)
    var other = scenario.parameters.dependency
    change(&other)
    return try SelfCheck.kernel(
      TransitionKernel(scenario.parameters.dependency),
      frozen: [100, 700].map {
        FrozenHouseholds(copiesOf: $0, in: settled, count: 20_000, parameters: scenario.parameters)
      },
      individualCoefficients: other.coefficients, seed: 1, threads: 2
    ).verdict()
  }

  @Test("levels move as their transition matrix says, and the verdict tells what was not tested")
  func kernelAgrees() throws {
    let verdict = try kernel()
    #expect(verdict.isKept, "\(verdict)")
    #expect(verdict.evidence.last == .note("circumstances held fast"))
  }

  @Test(
    "a matrix of other coefficients than those by which households move is found out",
    arguments: [Feature.sheltered, .patronPower, .skill])
  func kernelDiffers(feature: Feature) throws {
    let verdict = try kernel { parameters in
      for move in 0..<Move.count { parameters.coefficients[feature.rawValue + Feature.count * move] += 1 }
    }
    #expect(!verdict.isKept, "\(verdict)")
  }

  @Test("households where none can be are found out")
  func impossible() {
    let errors = SelfCheck.standardErrors([99, 1], [1, 0])
    #expect(errors.contains { $0 > SelfCheck.kernelLimit })
    #expect(SelfCheck.standardErrors([100, 0], [1, 0]).allSatisfy { $0 == 0 })
  }

  @Test("a share that is no number is found out")
  func undefinedShare() {
    let errors = SelfCheck.standardErrors([99, 1], [.nan, 0.5])
    #expect(errors.contains { $0.isNaN })
    #expect(errors.reduce(0) { $0.largerError($1) }.isNaN)
  }

  @Test("a count's error is binomial, and rare states count as one")
  func binomial() {
    let errors = SelfCheck.standardErrors([540, 450, 6, 4], [0.5, 0.44, 0.03, 0.03])
    #expect(errors.count == 3)
    #expect((errors[0] - 40 / 250.0.squareRoot()).magnitude < 1e-12)
    #expect((errors[2] - 50 / (60 * 0.94).squareRoot()).magnitude < 1e-12)
  }

  @Test("a sample is never larger than the scenario")
  func sample() {
    let sample = scenario.sample(households: 5000, years: 10)
    #expect(sample.population.simulatedHouseholds == 800 && sample.years == 1)
    var large = scenario
    large.population.simulatedHouseholds = nil
    large.years = 30
    #expect(large.sample(households: 500).population.simulatedHouseholds == 500)
    #expect(large.sample().population.simulatedHouseholds == 800)
    #expect(large.sample().years == 10)
  }
}
