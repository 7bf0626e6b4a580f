internal import ArgumentParser
internal import Experiments
internal import Households

/// Until when replications are added.
struct PrecisionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Add replications until the 95% interval of this measure reaches no farther than so much to each side, such as \
      headcount_ratio:0.002: of the difference, or of the mean of a single scenario.
      """, valueName: "measure:half-width"),
    transform: PrecisionGoal.init)
  var precision: PrecisionGoal?

  @Option(help: ArgumentHelp("Replications at most with --precision (default: 1000).", valueName: "replications"))
  var maximumReplications: Int?

  func validate() throws {
    guard let maximumReplications else { return }
    if precision == nil {
      throw ValidationError("--maximum-replications \(maximumReplications): it limits --precision, which is not given")
    }
    if maximumReplications < 2 {
      throw ValidationError("--maximum-replications \(maximumReplications): an interval needs at least 2 replications")
    }
    if maximumReplications > Scenario.replicationsAtMost {
      throw ValidationError("--maximum-replications \(maximumReplications): use at most \(Scenario.replicationsAtMost)")
    }
  }

  /// Checks that replications are not given twice.
  func validate(besides options: ScenarioOptions) throws {
    guard precision != nil, let replications = options.replications else { return }
    throw ValidationError("--replications \(replications): --precision decides how many; give one of them")
  }

  /// The goal; nil where replications are given by number.
  var goal: Precision? {
    guard let precision else { return nil }
    var goal = Precision(measure: precision.measure, halfWidth: precision.halfWidth)
    if let maximumReplications {
      goal.maximum = maximumReplications
      goal.pilot = min(goal.pilot, maximumReplications)
    }
    return goal
  }
}

/// A measure and half the width of its interval, as they are typed: `headcount_ratio:0.002`.
struct PrecisionGoal {
  let measure: String
  let halfWidth: Double

  init(_ text: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let halfWidth = Double(parts[1]) else {
      throw ValidationError("write measure:half-width, such as headcount_ratio:0.002")
    }
    guard halfWidth > 0, halfWidth.isFinite else {
      throw ValidationError("half the width of an interval is above 0")
    }
    let known = Model.measures.map(\.name)
    guard known.contains(parts[0]) else {
      throw ValidationError("there is no measure '\(parts[0])'\(Spelling.question(after: parts[0], among: known))")
    }
    measure = parts[0]
    self.halfWidth = halfWidth
  }
}
