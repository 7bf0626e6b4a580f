internal import CostEffectiveness
internal import Designs
internal import Experiments
internal import Households
internal import Notation

/// What a sweep found, as tables for the terminal: for each measure the points that give the most and the least.
package struct SweepReport: Sendable {
  /// Points up to which all are shown.
  static let fewPoints = 8
  /// Points that are shown from either end of a longer list.
  static let shownEnds = 3
  /// Steps of what an exit may be worth that are shown.
  static let shownAmounts = 5

  private let results: SweepResults
  private let isColored: Bool

  package init(_ results: SweepResults, isColored: Bool = false) {
    self.results = results
    self.isColored = isColored
  }

  package var text: String {
    let plan = results.plan
    let what = plan.isComparison ? "Differences from \(plan.scenarioNames[0])" : plan.scenarioNames[0]
    let shown = plan.points <= Self.fewPoints ? "all points" : "the highest and lowest of \(plan.points) points"
    let runs = ReadableNumber.count(plan.replications, "replication")
    let heading = "\(results.design.name): \(what) at the end, \(shown), \(runs) each"
    let tables = results.shownQuantities.map { Self.table(of: $0, results).text }
    return Heading.text(heading, isColored: isColored) + tables.joined(separator: "\n") + results.constantsNote
      + acceptability
  }

  /// Which scenario to choose by what a durable exit is worth, at a few amounts; nothing where the sweep does not tell.
  private var acceptability: String {
    guard let acceptability = results.acceptability else { return "" }
    var table = AlignedTable(
      .numbers("a durable exit is worth, PKR"), .words("best buy"),
      .numbers("probability", "value of certainty, PKR million"))
    let judgements = acceptability.judgements
    let step = max(1, (judgements.count - 1) / Self.shownAmounts)
    table.rows = stride(from: 0, to: judgements.count, by: step).map { index in
      let judgement = judgements[index]
      return [
        ReadableNumber.text(judgement.willingnessToPay, decimals: 0), results.plan.scenarioNames[judgement.choice],
        ReadableNumber.text(100 * judgement.probabilities[judgement.choice], decimals: 0) + "%",
        ReadableNumber.text(judgement.valueOfPerfectInformation / 1e6, decimals: 2),
      ]
    }
    let heading = "The best buy of durable exits, over \(acceptability.points) draws of the parameters"
    return "\n" + Heading.text(heading, isColored: isColored) + table.text
  }

  private static func table(of quantity: SweepQuantity, _ results: SweepResults) -> AlignedTable {
    let unit = DisplayUnit(results.plan.measures[quantity.measure])
    let label = quantity.isDifference ? unit.differenceLabel : unit.label
    let variables = results.design.variables.map(\.name)
    var table = AlignedTable(
      .numbers(results.plan.title(of: quantity, label), "95% interval", "point"), .numbers(variables))
    let order = ranked(quantity, results)
    for (place, point) in order.enumerated() {
      if order.count > fewPoints, place >= shownEnds, place < order.count - shownEnds {
        if place == shownEnds { table.rows.append(Array(repeating: "...", count: table.width)) }
        continue
      }
      let estimate = results.outcomes.estimate(of: quantity, point: point)
      let cells =
        quantity.isDifference
        ? [unit.difference(estimate.mean), unit.differenceInterval(estimate.low, estimate.high)]
        : [unit.text(estimate.mean), unit.interval(estimate.low, estimate.high)]
      table.rows.append(
        cells + ["\(point + 1)"] + variables.indices.map { results.points.readable(point: point, variable: $0) })
    }
    return table
  }

  /// The points from the highest mean to the lowest; those without one are left out.
  private static func ranked(_ quantity: SweepQuantity, _ results: SweepResults) -> [Int] {
    let means = results.outcomes.means(of: quantity)
    return means.indices.filter { !means[$0].isNaN }.sorted { (-means[$0], $0) < (-means[$1], $1) }
  }
}

extension SweepResults {
  /// What a reader is shown: differences from the baseline where there are any, else the one scenario's measures, as far
  /// as they are not the same at all points.
  var shownQuantities: [SweepQuantity] { firstQuantities.filter { constant($0) == nil } }

  /// What is the same at all points, in a line of its own; empty where nothing is.
  var constantsNote: String {
    let constants = firstQuantities.compactMap { quantity in
      constant(quantity).map { value in
        let unit = DisplayUnit(plan.measures[quantity.measure])
        return quantity.isDifference
          ? "\(plan.title(of: quantity, unit.differenceLabel)) \(unit.difference(value))"
          : "\(plan.title(of: quantity, unit.label)) \(unit.text(value))"
      }
    }
    return constants.isEmpty ? "" : "\nthe same at all points: \(constants.joined(separator: "; "))\n"
  }

  private var firstQuantities: [SweepQuantity] { plan.quantities.filter { $0.isDifference == plan.isComparison } }

  /// The value of a quantity that does not vary from point to point; nil where it does, or is defined nowhere.
  private func constant(_ quantity: SweepQuantity) -> Double? {
    let means = outcomes.means(of: quantity).filter { !$0.isNaN }
    return means.count > 1 && means.allSatisfy { $0 == means[0] } ? means[0] : nil
  }
}

extension SweepPlan {
  /// A quantity with its unit; the scenario is named where there are several to be told apart.
  func title(of quantity: SweepQuantity, _ label: String) -> String {
    scenarioNames.count > 2 ? "\(scenarioNames[quantity.scenario]): \(label)" : label
  }
}

extension PointSet {
  /// The value of a variable as a person reads it: four digits are enough to find the point in design.csv.
  func readable(point: Int, variable: Int) -> String {
    let text = text(point: point, variable: variable)
    guard let number = number(point: point, variable: variable), number != number.rounded() else { return text }
    var decimals = 3
    var size = abs(number)
    while size < 1, decimals < 9 {
      size *= 10
      decimals += 1
    }
    return ReadableNumber.text(number, decimals: decimals)
  }
}
