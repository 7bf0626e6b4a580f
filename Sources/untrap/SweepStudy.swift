internal import ArgumentParser
internal import Designs
internal import Experiments
internal import Households
internal import Reporting
internal import Scenarios

/// What `sweep` and `sensitivity` compute, be it from a call or from the record of an earlier one.
struct SweepStudy {
  let command: String
  let design: LoadedDesign
  let survey: SurveySource
  let households: [SurveyHousehold]

  /// What is reported where a design does not say.
  private static let standardMeasures =
    HeadlineMeasure.allCases.map(\.rawValue) + [Measure.programmeCost.name, Measure.discountedCost.name]

  /// Reads what a call names; problems are printed.
  init(_ purpose: DesignPurpose, file: String, scenarioOptions: ScenarioOptions, console: Console) throws {
    command = purpose.rawValue
    survey = SurveySource(path: scenarioOptions.survey)
    design = try Self.reporting(console) { () throws(ScenarioError) in
      try DesignLoader.load(
        path: file, overrides: scenarioOptions.overrides, purpose: purpose, measures: Self.standardMeasures)
    }
    try ScenarioSet(design).requireOneReading(console)
    households = try survey.households(console: console)
    try ScenarioSet.checkRows(of: households, for: design.scenarios, console: console)
  }

  /// Reads what a record holds; problems are printed.
  init(_ record: StoredRecord, survey: String?, console: Console) throws {
    let files = [record.designFile].compactMap(\.self) + record.scenarioFiles.flatMap(\.self)
    guard let file = record.designFile, let text = record.texts[file], files.allSatisfy({ record.texts[$0] != nil })
    else {
      console.fail("the record lacks the text of a file")
      throw ExitCode.failure
    }
    let scenarios = record.scenarioFiles.map { files in
      files.map { ScenarioSource(path: $0, text: record.texts[$0] ?? "") }
    }
    command = record.command
    self.survey = try SurveySource(record: record, path: survey, console: console)
    design = try Self.reporting(console) { () throws(ScenarioError) in
      try DesignLoader.load(
        design: ScenarioSource(path: file, text: text), scenarios: scenarios,
        overrides: record.overrides.map(ScenarioOverride.init), measures: Self.standardMeasures)
    }
    households = try self.survey.households(console: console)
    try ScenarioSet.checkRows(of: households, for: design.scenarios, console: console)
  }

  private static func reporting(
    _ console: Console, _ load: () throws(ScenarioError) -> LoadedDesign
  ) throws -> LoadedDesign {
    do {
      let design = try load()
      ScenarioSet(design).tellWarnings(console)
      return design
    } catch {
      console.diagnose(error.rendered(color: console.colorsErrors))
      throw ExitCode.badInput
    }
  }

  // MARK: - What is run

  /// The scenarios without the variables.
  var scenarios: ScenarioSet { ScenarioSet(design) }

  /// The baseline without the variables.
  var baseline: Scenario { design.scenarios[0].scenario }

  /// What a sweep makes of it.
  var plan: SweepPlan {
    let known = Model.measures + [.programmeCost, .discountedCost]
    return SweepPlan(
      points: design.points.count, scenarioNames: design.scenarios.map(\.scenario.name),
      replications: baseline.replications,
      measures: design.design.measures.compactMap { name in known.first { $0.name == name } },
      households: realHouseholds, willingnessToPay: baseline.parameters.evaluation.willingnessToPay)
  }

  /// Real households of every scenario at every point; nil where they differ, or may since a variable changes a place.
  private var realHouseholds: Double? {
    let numbers = design.scenarios.map(\.scenario.population.realHouseholds)
    let isFixed = !design.design.variables.contains { $0.path.hasPrefix("population.") }
    return isFixed && numbers.allSatisfy { $0 == numbers[0] } ? numbers[0] : nil
  }

  /// How often the scale of consumption is solved: at every point, unless the first and the last share it.
  var solvedScales: Int {
    get throws {
      let scales = SolvedScales()
      var solved = 0
      for point in Set([0, plan.points - 1]) {
        _ = try scales.scale(of: try design.scenarios(at: point)[0]) {
          solved += 1
          return [:]
        }
      }
      return solved == 1 ? 1 : plan.points
    }
  }

  /// Names of the variables that are drawn from a wide prior.
  var assumedVariables: [String] {
    zip(design.design.variables, design.bases).filter { $1 == .assumption }.map(\.0.name)
  }
}
