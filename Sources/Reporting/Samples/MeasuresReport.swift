internal import Notation
internal import Statistics

/// What has been measured of samples, as tables for the terminal.
package struct MeasuresReport: Sendable {
  /// Samples that are shown at most; files have them all.
  package static let shownAtMost = 3

  private let samples: [SampleMeasures]
  private let terms: SampleTerms
  /// The file and the poverty line, in words.
  private let subject: String
  private let hasBootstrap: Bool
  private let isColored: Bool

  package init(samples: [SampleMeasures], terms: SampleTerms, subject: String, hasBootstrap: Bool, isColored: Bool) {
    self.samples = samples
    self.terms = terms
    self.subject = subject
    self.hasBootstrap = hasBootstrap
    self.isColored = isColored
  }

  package var text: String {
    var parts = samples.prefix(Self.shownAtMost).map(text(of:))
    if samples.count > Self.shownAtMost {
      let more = samples.count - Self.shownAtMost
      parts.append("... and \(ReadableNumber.count(more, "more sample")); --out writes all to measures.csv\n")
    }
    return parts.joined(separator: "\n")
  }

  private func text(of sample: SampleMeasures) -> String {
    let tables =
      [wholeTable(sample).text]
      + sample.groupings.indices.map { index in
        Heading.text("By \(sample.groupings[index].column)", isColored: isColored) + groupTable(sample, index).text
      }
    return Heading.text(heading(sample), isColored: isColored) + tables.joined(separator: "\n") + "\n" + design(sample)
  }

  private func heading(_ sample: SampleMeasures) -> String {
    guard let run = sample.run else { return subject }
    return "\(run.scenario), replication \(run.replication), quarter \(run.quarter), \(subject)"
  }

  private func design(_ sample: SampleMeasures) -> String {
    let design = sample.design
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(ReadableNumber.text(number)) \(number == 1 ? one : many)"
    }
    let weightless = design.weightlessCount == 0 ? "" : ", \(design.weightlessCount) of them of weight 0,"
    return """
      \(count(design.householdCount, "household", "households"))\(weightless) in \
      \(count(design.unitCount, "sampling unit", "sampling units")) of \
      \(count(design.stratumCount, "stratum", "strata")); every measure is over persons.

      """
  }

  // MARK: - Tables

  private func wholeTable(_ sample: SampleMeasures) -> AlignedTable {
    var table = AlignedTable(.words("measure"), estimateColumns)
    table.rows = sample.findings.filter { $0.subject == .everybody }.map { finding in
      [terms.display(of: finding.measure).label] + cells(finding)
    }
    return table
  }

  /// The measures that are shown by group.
  private static let headlines: [SurveyMeasure] = [
    .fosterGreerThorbecke(order: 0), .fosterGreerThorbecke(order: 1), .gini, .theil, .adjustedDeprivationHeadcount,
  ]

  private func groupTable(_ sample: SampleMeasures, _ partition: Int) -> AlignedTable {
    var table = AlignedTable(
      .words("measure", sample.groupings[partition].column), estimateColumns, .numbers("% of all"))
    for measure in Self.headlines {
      let findings = sample.findings.filter { finding in
        guard finding.measure == measure else { return false }
        return switch finding.subject {
        case .everybody: false
        case .level(let index, _), .within(let index), .between(let index): index == partition
        }
      }
      let rows = findings.map { finding in
        let share = (finding.contribution?.value ?? .nan) / sample.whole(measure)
        return [label(sample, finding.subject)] + cells(finding) + [ReadableNumber.text(100 * share, decimals: 1)]
      }
      table.addRows(rows, of: terms.display(of: measure).label)
    }
    return table
  }

  private func label(_ sample: SampleMeasures, _ subject: SurveyAnalysis.Subject) -> String {
    switch subject {
    case .within: "within groups"
    case .between: "between groups"
    case .everybody, .level: sample.words(subject).level
    }
  }

  private var estimateColumns: AlignedTable.Columns {
    .numbers(["estimate", "standard error"] + (hasBootstrap ? ["bootstrap"] : []) + ["95% interval", "design effect"])
  }

  private func cells(_ finding: SurveyAnalysis.Finding) -> [String] {
    let (_, factor, decimals) = terms.display(of: finding.measure)
    func text(_ value: Double?, more: Int = 0) -> String {
      ReadableNumber.text(factor * (value ?? .nan), decimals: decimals + more)
    }
    let interval = finding.estimate?.interval
    let ends = [interval?.lower, interval?.upper].map { text($0) }
    return [text(finding.estimate?.value), text(finding.estimate?.standardError, more: 1)]
      + (hasBootstrap ? [text(finding.bootstrapError, more: 1)] : [])
      + [
        ends.contains("-") ? "-" : ends.joined(separator: " to "),
        ReadableNumber.text(finding.estimate?.designEffect ?? .nan, decimals: 2),
      ]
  }
}
