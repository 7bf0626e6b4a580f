internal import Designs
internal import Experiments
internal import Notation

/// What a sensitivity analysis found, as tables for the terminal: for each quantity its variables by influence.
package struct SensitivityReport: Sendable {
  /// Variables that are shown for each quantity.
  static let shownVariables = 10

  private let results: SweepResults
  private let isColored: Bool

  package init(_ results: SweepResults, isColored: Bool = false) {
    self.results = results
    self.isColored = isColored
  }

  package var text: String {
    let plan = results.plan
    let what = plan.isComparison ? "what moves the difference from \(plan.scenarioNames[0])" : "what moves the results"
    let runs = "\(plan.points) points, \(ReadableNumber.count(plan.replications, "replication")) each"
    let heading = Heading.text("\(results.design.name): \(what) at the end; \(runs)", isColored: isColored)
    let shown = Set(results.shownQuantities)
    let tables = results.analyses.filter { shown.contains($0.quantity) }.map {
      table($0.analysis, of: $0.quantity).text
    }
    return heading + tables.joined(separator: "\n") + "\n" + note + results.constantsNote
  }

  private var note: String {
    switch results.design.method {
    case .sobolIndices:
      "alone: share of the variance that one variable explains; in all: with what it does together with others\n"
    case .morris:
      "size and mean of what the whole range of a variable changes; spread: how far that depends on the others\n"
    default: "low and high: with that value of the variable, all others being usual\n"
    }
  }

  // MARK: - Tables

  private func table(_ analysis: SensitivityAnalysis, of quantity: SweepQuantity) -> AlignedTable {
    let unit = DisplayUnit(results.plan.measures[quantity.measure])
    let title = results.plan.title(of: quantity, quantity.isDifference ? unit.differenceLabel : unit.label)
    switch analysis {
    case .indices(let indices): return table(indices, title)
    case .elementaryEffects(let effects): return table(effects, title, unit)
    case .tornado(let bars): return table(bars, title, unit, quantity)
    }
  }

  private func table(_ indices: SobolIndices, _ title: String) -> AlignedTable {
    var table = AlignedTable(.words(title), .numbers("alone", "95% interval", "in all", "95% interval"))
    for variable in ranked(indices.total.map(\.value)) {
      table.rows.append(
        [name(variable)] + share(indices.firstOrder[variable]) + share(indices.total[variable]))
    }
    return table
  }

  private func table(_ effects: ElementaryEffects, _ title: String, _ unit: DisplayUnit) -> AlignedTable {
    var table = AlignedTable(.words(title), .numbers("size", "95% interval", "mean", "spread"))
    for variable in ranked(effects.influences.map(\.meanMagnitude.value)) {
      let influence = effects.influences[variable]
      let size = influence.meanMagnitude
      table.rows.append([
        name(variable), ReadableNumber.text(size.value * unit.factor, decimals: unit.differenceDecimals),
        unit.differenceInterval(size.lower, size.upper), unit.difference(influence.mean.value),
        ReadableNumber.text(influence.standardDeviation.value * unit.factor, decimals: unit.differenceDecimals),
      ])
    }
    return table
  }

  private func table(
    _ bars: [TornadoBar], _ title: String, _ unit: DisplayUnit, _ quantity: SweepQuantity
  ) -> AlignedTable {
    var table = AlignedTable(.words(title), .numbers("low", "high", "high less low", "95% interval"))
    for variable in ranked(bars.map(\.swing)) {
      let swing = results.swing(of: quantity, variable: variable)
      table.rows.append([
        name(variable), unit.text(bars[variable].low), unit.text(bars[variable].high), unit.difference(swing.mean),
        unit.differenceInterval(swing.low, swing.high),
      ])
    }
    return table
  }

  // MARK: - Cells

  private func name(_ variable: Int) -> String { results.design.variables[variable].name }

  private func share(_ estimate: BootstrapEstimate) -> [String] {
    [
      ReadableNumber.text(estimate.value, decimals: 2),
      estimate.lower.isNaN ? "-" : ReadableNumber.range(estimate.lower, estimate.upper, decimals: 2),
    ]
  }

  /// The variables with the largest numbers, those without one last.
  private func ranked(_ sizes: [Double]) -> [Int] {
    let order = sizes.indices.sorted { left, right in
      let (first, second) = (sizes[left].isNaN ? -1 : sizes[left], sizes[right].isNaN ? -1 : sizes[right])
      return (-first, left) < (-second, right)
    }
    return Array(order.prefix(Self.shownVariables))
  }
}
