@testable import Designs
import Testing

@Suite struct PointSetTests {
  static let mixed = [
    Variable(.values(["none", "joint", "1_000"]), usual: "joint"),
    Variable(.number(.uniform(low: 0, high: 10), whole: true), usual: "4"),
    Variable(.number(.normal(mean: 2, standardDeviation: 1), whole: false)),
  ]
  static let methods: [Design.Method] = [
    .factorial(levels: 3), .latinHypercube(points: 20), .sobolSequence(points: 20),
    .morris(trajectories: 5, levels: 4), .sobolIndices(points: 8), .tornado(low: 0.1),
  ]

  func texts(_ points: PointSet) -> [[String]] {
    (0..<points.count).map { point in (0..<points.variables.count).map { points.text(point: point, variable: $0) } }
  }

  // MARK: - Methods

  @Test("a factorial has every combination, the last variable fastest")
  func factorial() {
    let points = PointSet(
      Design(
        .factorial(levels: 3),
        [Variable(.values(["a", "b"])), Variable(.number(.uniform(low: 1, high: 2), whole: false))]),
      seed: 1)
    #expect(
      texts(points) == [["a", "1"], ["a", "1.5"], ["a", "2"], ["b", "1"], ["b", "1.5"], ["b", "2"]])
  }

  @Test("levels of an unbounded distribution are the middles of equal parts")
  func unboundedLevels() {
    let points = PointSet(
      Design(.factorial(levels: 4), [Variable(.number(.normal(mean: 0, standardDeviation: 1), whole: false))]), seed: 1)
    #expect((0..<4).map { points.unit(point: $0, variable: 0) } == [0.125, 0.375, 0.625, 0.875])
  }

  @Test("levels that round to the same whole number count once")
  func wholeLevels() {
    let points = PointSet(
      Design(.factorial(levels: 9), [Variable(.number(.uniform(low: 1, high: 3), whole: true))]), seed: 1)
    #expect(texts(points) == [["1"], ["2"], ["3"]])
  }

  @Test("a tornado has usual values, or medians where none are given, and each variable low and high")
  func tornado() {
    let points = PointSet(Design(.tornado(low: 0.1), Self.mixed), seed: 1)
    let (low, high) = ("0.7184484344553998", "3.2815515655446004")
    let columns = [
      ["joint", "none", "1_000", "joint", "joint", "joint", "joint"],
      ["4", "4", "4", "1", "9", "4", "4"],
      ["2", "2", "2", "2", "2", low, high],
    ]
    for (variable, column) in columns.enumerated() {
      let found = (0..<points.count).map { points.text(point: $0, variable: variable) }
      if variable < 2 {
        #expect(found == column)
      } else {
        let errors = zip(found, column).map { ((Double($0) ?? .nan) - (Double($1) ?? .nan)).magnitude }
        #expect(errors.allSatisfy { $0 < 1e-14 })
      }
    }
    #expect(points.number(point: 0, variable: 0) == nil)
    #expect(points.number(point: 2, variable: 0) == 1000)
    #expect(points.number(point: 0, variable: 1) == 4)
    #expect(points.unit(point: 0, variable: 1).isNaN)
    #expect(points.unit(point: 4, variable: 1) == 0.9)
  }

  @Test("the points of Saltelli's matrices come row by row and differ where they should")
  func saltelli() {
    let points = PointSet(Design(.sobolIndices(points: 16), [.unit, .unit, .unit]), seed: 6)
    let sequence = SobolSequence(dimensions: 6, seed: 6)
    #expect(points.count == 80)
    #expect(points.blockLength == 5)
    for row in 0..<16 {
      for variable in 0..<3 {
        let a = sequence.unit(point: row, dimension: variable)
        let b = sequence.unit(point: row, dimension: 3 + variable)
        let column = (0..<5).map { points.unit(point: row * 5 + $0, variable: variable) }
        #expect(column == [a, b] + (0..<3).map { $0 == variable ? b : a })
      }
    }
  }

  @Test("Morris steps are those of the points, whatever the variable")
  func morrisSteps() {
    let points = PointSet(Design(.morris(trajectories: 30, levels: 4), Self.mixed), seed: 2)
    #expect(points.count == 120)
    #expect(points.blockLength == 4)
    #expect(points.steps.count == 90)
    for step in points.steps {
      for variable in 0..<3 {
        let before = points.text(point: step.point - 1, variable: variable)
        let after = points.text(point: step.point, variable: variable)
        #expect((before != after) == (variable == step.variable))
      }
      // Of three values one moves by one place of two; of 0 to 10, 0 to 7 or 3 to 10; an unbounded number by half.
      #expect((step.change.magnitude - [0.5, 0.7, 0.5][step.variable]).magnitude < 1e-15)
    }
  }

  @Test("the effect of a switch is the difference it makes")
  func switchStep() {
    let points = PointSet(Design(.morris(trajectories: 10, levels: 4), [Variable(.values(["off", "on"]))]), seed: 2)
    for step in points.steps {
      #expect(step.change == (points.text(point: step.point, variable: 0) == "on" ? 1 : -1))
    }
  }

  @Test("the effect of a whole number that is 0 or 1 is the difference it makes")
  func wholeSwitchStep() {
    let variable = Variable(.number(.uniform(low: 0, high: 1), whole: true))
    let points = PointSet(Design(.morris(trajectories: 10, levels: 4), [variable]), seed: 2)
    for step in points.steps {
      #expect(step.change == (points.text(point: step.point, variable: 0) == "1" ? 1 : -1))
    }
  }

  @Test("a whole number that rounding leaves as it is has a step, which changes nothing")
  func wholeConstant() {
    let variable = Variable(.number(.uniform(low: 0.1, high: 0.3), whole: true))
    let points = PointSet(Design(.morris(trajectories: 5, levels: 4), [variable]), seed: 2)
    #expect(points.steps.allSatisfy { $0.change.isFinite && $0.change != 0 })
  }

  @Test(
    "values are all as likely", arguments: [Design.Method.latinHypercube(points: 300), .sobolSequence(points: 300)])
  func likelihood(method: Design.Method) {
    let points = PointSet(Design(method, [.unit, Variable(.values(["x", "y", "z"]))]), seed: 2)
    for value in ["x", "y", "z"] {
      let count = (0..<300).count { points.text(point: $0, variable: 1) == value }
      // Strata of 300 give exactly 100; 300 points of a Sobol' sequence are not a whole block.
      #expect((95...105).contains(count))
    }
  }

  // MARK: - Invariants

  @Test("the same design and seed give the same points", arguments: methods)
  func repeatable(method: Design.Method) {
    let design = Design(method, Self.mixed)
    #expect(texts(PointSet(design, seed: 3)) == texts(PointSet(design, seed: 3)))
    let dependsOnSeed = texts(PointSet(design, seed: 3)) != texts(PointSet(design, seed: 4))
    switch method {
    case .factorial, .tornado: #expect(!dependsOnSeed)
    case .latinHypercube, .sobolSequence, .morris, .sobolIndices: #expect(dependsOnSeed)
    }
  }

  @Test("numbers, texts and positions agree", arguments: methods)
  func agreement(method: Design.Method) {
    let points = PointSet(Design(method, Self.mixed), seed: 3)
    for point in 0..<points.count {
      for variable in [1, 2] {
        let number = points.number(point: point, variable: variable)
        #expect(number == Double(points.text(point: point, variable: variable)))
        let unit = points.unit(point: point, variable: variable)
        guard case .number(let distribution, let whole) = Self.mixed[variable].domain, !unit.isNaN else { continue }
        #expect(number == (whole ? distribution.quantile(unit).rounded() : distribution.quantile(unit)))
      }
    }
  }

  @Test("more points begin with the same ones, where that is promised")
  func prefixes() {
    let pairs: [(Design.Method, Design.Method)] = [
      (.sobolSequence(points: 10), .sobolSequence(points: 50)), (.sobolIndices(points: 4), .sobolIndices(points: 9)),
      (.morris(trajectories: 3, levels: 4), .morris(trajectories: 5, levels: 4)),
    ]
    for (few, many) in pairs {
      let start = texts(PointSet(Design(few, Self.mixed), seed: 3))
      #expect(Array(texts(PointSet(Design(many, Self.mixed), seed: 3)).prefix(start.count)) == start)
    }
  }
}
