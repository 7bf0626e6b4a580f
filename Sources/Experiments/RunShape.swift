public import Households
internal import Statistics

/// What every run of an experiment gives, so that runs can be summed up: how many numbers of each kind, and of which
/// quarters.
///
/// What a simulator gives has this shape. What is read from a file need not have it.
public struct RunShape: Sendable {
  private let quarters: Int
  private let observed: [Int]
  private let programmes: [[ProgrammeForm]]
  private let groupLevels: Int
  private let measures: Int

  /// A programme as the results of a run show it.
  public struct ProgrammeForm: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Whether it has something for households, so that its reach is told.
    public let hasPackage: Bool

    /// Creates a form.
    public init(name: String, hasPackage: Bool) {
      self.name = name
      self.hasPackage = hasPackage
    }
  }

  /// The shape of the runs of a plan.
  /// - Parameters:
  ///   - plan: what is run.
  ///   - groupLevels: the order of groups in `Observation.values`.
  ///   - measures: the order of measures in `Observation.values`.
  public init(_ plan: ExperimentPlan, groupLevels: [GroupLevel], measures: [Measure]) {
    self.init(
      quarters: plan.quarters, observeEvery: plan.observeEvery,
      programmes: plan.scenarios.map { scenario in
        scenario.programmes.map { ProgrammeForm(name: $0.name, hasPackage: !$0.package.isEmpty) }
      },
      groupLevels: groupLevels.count, measures: measures.count)
  }

  /// A shape by its numbers.
  /// - Parameters:
  ///   - quarters: length of each run.
  ///   - observeEvery: quarters between observations, at least 1.
  ///   - programmes: the programmes of each scenario.
  ///   - groupLevels: how many groups there are.
  ///   - measures: how many measures a group has.
  public init(quarters: Int, observeEvery: Int, programmes: [[ProgrammeForm]], groupLevels: Int, measures: Int) {
    self.quarters = quarters
    observed = (0...max(0, quarters)).filter { $0 % observeEvery == 0 || $0 == quarters }
    self.programmes = programmes
    self.groupLevels = groupLevels
    self.measures = measures
  }

  /// What a run has not as it should.
  /// - Parameters:
  ///   - result: the run; parts that not every simulator gives may be missing.
  ///   - scenario: index of its scenario.
  /// - Returns: words that follow "it has not"; nil where it has all.
  public func fault(of result: RunResult, scenario: Int) -> String? {
    if result.observations.map(\.quarter) != observed { return "the observations of its quarters" }
    if result.observations.contains(where: { $0.values.count != groupLevels * measures }) {
      return "each measure of each group"
    }
    let programmeValues = programmes[scenario].count * Model.programmeMeasures.count
    if result.observations.contains(where: { ![0, programmeValues].contains($0.programmeValues.count) })
      || Set(result.observations.map(\.programmeValues.count)).count > 1
    {
      return "each measure of each programme"
    }
    if ![0, JointMoves.states * JointMoves.states].contains(result.transitions.count) { return "all moves" }
    if !result.costs.allSatisfy({ (1...max(1, quarters)).contains($0.quarter) }) { return "its costs within its time" }
    if !result.course.isEmpty, result.course.map(\.quarter) != Array(0...quarters) { return "a course of all quarters" }
    let reached = programmes[scenario].filter(\.hasPackage).map(\.name)
    if result.dynamics != nil || !result.reach.isEmpty, result.reach.map(\.programme) != reached {
      return "the reach of each programme"
    }
    let attribution = groupLevels * EndState.treatments.count * EndState.measures.count
    if ![0, attribution].contains(result.attribution.count) { return "all who changed" }
    return result.dynamics.flatMap(fault)
  }

  private func fault(of dynamics: HouseholdDynamics) -> String? {
    if dynamics.spells.count != SpellEvent.allCases.count * groupLevels
      || dynamics.spells.contains(where: { $0.count > quarters })
    {
      return "spells within its time"
    }
    if dynamics.spells.joined().contains(where: { $0.events > $0.atRisk }) { return "events among those at risk" }
    if dynamics.panel.count != groupLevels * HouseholdDynamics.panelMeasures.count {
      return "each measure of the panel"
    }
    if dynamics.yearlyMoves.count != YearlyMatrix.count { return "all moves from year to year" }
    if dynamics.quantiles.map(\.quarter) != [0, quarters]
      || dynamics.quantiles.contains(where: { $0.means.count != WelfareQuantiles.count })
    {
      return "the twentieths of its start and its end"
    }
    return nil
  }
}
