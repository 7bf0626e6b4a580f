public import Designs
public import Experiments
internal import Households

/// What a sweep or a sensitivity analysis found.
public struct SweepResults: Sendable {
  /// What varied and how.
  public let design: Design
  /// The points.
  public let points: PointSet
  /// What all points gave.
  public let outcomes: SweepOutcomes
  /// How much each variable matters for each quantity, in the order of the plan's quantities; empty for a sweep.
  public let analyses: [(quantity: SweepQuantity, analysis: SensitivityAnalysis)]
  /// Which scenario to choose by what a durable exit is worth; nil where the sweep does not tell.
  public let acceptability: SweepAcceptability?

  /// Analyses what all points gave.
  ///
  /// Complexity: O(quantities x resamples x points).
  /// - Parameters:
  ///   - design: what varied and how.
  ///   - points: its points.
  ///   - outcomes: what all points gave.
  ///   - seed: the seed of the bootstrap.
  public init(design: Design, points: PointSet, outcomes: SweepOutcomes, seed: UInt64) {
    self.design = design
    self.points = points
    self.outcomes = outcomes
    acceptability = SweepAcceptability(in: outcomes, design: design)
    analyses = outcomes.plan.quantities.compactMap { quantity in
      SensitivityAnalysis(of: quantity, in: outcomes, design: design, points: points, seed: seed)
        .map { (quantity, $0) }
    }
  }

  /// What was run.
  var plan: SweepPlan { outcomes.plan }
}

extension TableColumn {
  static let point = TableColumn("point", .integer, "Number of the point, from 1; design.csv has its values.")
  static let variable = TableColumn("variable", .string, "Name of the variable, a column of design.csv.")
  static let of = TableColumn(
    "of", .string, "What is analysed: value, the scenario's own; difference, from the baseline in the same replication."
  )

  static func inUnit(_ name: String, mayBeEmpty: Bool = true, _ summary: String) -> TableColumn {
    TableColumn(name, .number, unit: "as in column unit", mayBeEmpty: mayBeEmpty, summary)
  }

  /// The columns that tell which quantity a row is about.
  static let quantity: [TableColumn] = [.scenario, .measure, .of]
}

extension CSVBuffer {
  /// Appends the cells that tell which quantity a row is about.
  mutating func append(_ quantity: SweepQuantity, of plan: SweepPlan) {
    append(plan.scenarioNames[quantity.scenario])
    append(plan.measures[quantity.measure].name)
    append(quantity.isDifference ? "difference" : "value")
  }

  /// Appends an estimate: value, lower and upper end.
  mutating func append(_ estimate: BootstrapEstimate) {
    append(estimate.value)
    append(estimate.lower)
    append(estimate.upper)
  }
}
