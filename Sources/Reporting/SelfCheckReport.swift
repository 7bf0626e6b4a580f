package import Experiments
internal import Foundation
internal import Notation

/// What self-checks have found, for the terminal.
package enum SelfCheckReport {
  /// Tells in a line what was checked, as the `sample` of a report.
  package static func sample(
    _ name: String, households: Int, quarters: Int, replications: Int, seed: UInt64
  ) -> String {
    "\(name) (\(ReadableNumber.text(households)) households, \(quarters) quarters, "
      + "\(ReadableNumber.count(replications, "replication")), seed \(seed))"
  }

  /// A heading, a row for each piece of evidence, and a summary in the last line.
  package static func text(_ verdicts: [SelfCheckVerdict], sample: String, isColored: Bool) -> String {
    var table = AlignedTable(.words("verdict", "check", "evidence"))
    for verdict in verdicts {
      table.addRows(verdict.evidence.map { [text($0)] }, of: verdict.isKept ? "ok" : "FAILED", verdict.promise)
    }
    return Heading.text("Self-checks of \(sample)", isColored: isColored) + table.text + "\n" + summary(verdicts) + "\n"
  }

  private static func summary(_ verdicts: [SelfCheckVerdict]) -> String {
    let failed = verdicts.filter { !$0.isKept }
    guard !failed.isEmpty else { return "All \(verdicts.count) checks passed." }
    return "\(failed.count) of \(verdicts.count) checks FAILED: \(failed.map(\.promise).joined(separator: "; "))."
  }

  private static func text(_ evidence: SelfCheckVerdict.Evidence) -> String {
    switch evidence {
    case .count(let count, let total, let what):
      "\(ReadableNumber.text(count)) of \(ReadableNumber.text(total)) \(what)"
    case .largest(let value, let limit, let what):
      "at most \(short(value)) \(what) (limit \(short(limit)))"
    case .copies(let copies, let households):
      "\(ReadableNumber.text(households)) households, \(ReadableNumber.text(copies)) copies of each"
    case .note(let text): text
    }
  }

  private static func short(_ value: Double) -> String {
    value == 0 || value.magnitude >= 0.01 ? ReadableNumber.text(value, decimals: 1) : String(format: "%.1e", value)
  }
}
