internal import Experiments
internal import Notation
internal import Statistics

/// What tells scenarios apart at the end: differences from the baseline, who changed, and ranks.
struct DifferenceReport {
  let summary: ExperimentSummary
  let isColored: Bool

  var text: String {
    [differences, changes, ranks].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: - Differences

  private var differences: String {
    let baseline = summary.scenarioNames[0]
    let count = summary.comparedScenarios
    let together = count > 1 ? ", intervals for all \(count) scenarios together" : ""
    return heading("Differences from \(baseline) at the end, paired within replications\(together)")
      + differenceTable.text + luckNote
  }

  private var differenceTable: AlignedTable {
    var table = AlignedTable(
      .words("scenario", "measure"), .numbers("difference", "95% interval"), .words("reading"))
    for scenario in compared {
      let rows = HeadlineDifference.all(of: summary, scenario: scenario).map { difference in
        let (unit, comparison) = (difference.unit, difference.comparison)
        return [
          unit.differenceLabel, unit.difference(comparison.difference.mean),
          unit.differenceInterval(comparison.familyLow, comparison.familyHigh), difference.reading,
        ]
      }
      table.addRows(rows, of: summary.scenarioNames[scenario])
    }
    return table
  }

  /// What pairing has saved; nothing where no difference varies.
  private var luckNote: String {
    let factors = compared.flatMap { scenario in
      HeadlineDifference.all(of: summary, scenario: scenario).map(\.comparison.varianceReduction)
    }.filter { !$0.isNaN }.sorted()
    guard !factors.isEmpty else { return "" }
    let middle = factors.count / 2
    let median = factors.count % 2 == 1 ? factors[middle] : (factors[middle - 1] + factors[middle]) / 2
    let number = ReadableNumber.text(median, decimals: median < 10 ? 1 : 0)
    return "Common luck divides the variance of these differences by \(number) (median), against unpaired runs.\n"
  }

  // MARK: - Who changed

  private var changes: String {
    var table = AlignedTable(.words("scenario", "who changed"), .numbers("mean", "95% interval"))
    for scenario in compared {
      let rows = HeadlineChange.all.compactMap { change in
        change.estimate(in: summary, scenario: scenario).map { estimate in
          [
            change.unit.label, change.text(estimate.mean), change.unit.differenceInterval(estimate.low, estimate.high),
          ]
        }
      }
      table.addRows(rows, of: summary.scenarioNames[scenario])
    }
    guard !table.rows.isEmpty else { return "" }
    return heading("Households against themselves in \(summary.scenarioNames[0]), with the same luck") + table.text
  }

  // MARK: - Ranks

  /// Ranks and probabilities by those figures for which there are enough replications; nothing without any.
  private var ranks: String {
    let rankings = summary.rankings().filter { EnoughReplications.isReached(by: $0.replications) }
    guard !rankings.isEmpty else { return "" }
    var table = AlignedTable(.words("scenario"), .numbers(rankings.map { DisplayUnit($0.measure).name }))
    table.rows = summary.scenarioNames.enumerated().map { index, name in
      [name] + rankings.map { text($0.standings[index]) }
    }
    return heading("Ranks at the end, and the probability of being the best") + table.text
      + "Scenarios that cannot be told apart share a rank. Less poverty and unmet need, more exits and lower cost are better.\n"
  }

  private func text(_ standing: Ranking.Standing) -> String {
    let rank = standing.rank.map(String.init) ?? "-"
    return "\(rank)  \(ReadableNumber.text(100 * standing.probabilityOfBest, decimals: 0))%"
  }

  // MARK: - Parts

  private var compared: Range<Int> { summary.scenarioNames.indices.dropFirst() }

  private func heading(_ line: String) -> String { Heading.text(line, isColored: isColored) }
}
