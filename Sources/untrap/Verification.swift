internal import Reporting

/// What came of proving results.
enum Verification {
  /// They were computed again; a record that is not as it was written may tell of other work than theirs.
  case compared(ResultComparison, isRecordAsWritten: Bool)
  /// They could not be computed again, so that there are only the digests of their record to go by.
  case recordedDigests(changed: [String], RunRecord)
  /// Their record cannot be read.
  case unreadable

  var isVerified: Bool {
    guard case .compared(let comparison, let isRecordAsWritten) = self else { return false }
    return comparison.isSame && isRecordAsWritten
  }

  /// A line for each file, and one for all.
  func text(of directory: String) -> String {
    let directory = Console.visible(line: directory)
    switch self {
    case .compared(let comparison, let isRecordAsWritten):
      let isChanged = { (file: String) in file == RunRecord.fileName && !isRecordAsWritten }
      let bad = comparison.verdicts.filter { $0.verdict != .same || isChanged($0.file) }
      let lines = Self.aligned(
        comparison.verdicts.map { file, verdict in
          (file, verdict == .same && isChanged(file) ? Self.changedRecord : Self.words(verdict, file: file))
        })
      let count = "\(comparison.verdicts.count) files"
      guard bad.isEmpty else {
        let names = bad.map { Console.visible(line: $0.file) }.joined(separator: ", ")
        return lines + "not verified: \(bad.count) of \(count) of \(directory) differ: \(names)\n"
      }
      return lines + "verified: \(count) of \(directory) are those of a new run\n"
    case .recordedDigests(let changed, let record):
      var lines = Set(record.outputs.map(\.name) + changed).sorted().map { file in
        (file, changed.contains(file) ? "is not as run.json says" : "as run.json says, not computed again")
      }
      if !record.changedTexts.isEmpty {
        let names = record.changedTexts.joined(separator: ", ")
        lines.append((RunRecord.fileName, "the text of \(names) has another digest than stands beside it"))
      } else if !record.isAsWritten {
        lines.append((RunRecord.fileName, Self.changedRecord))
      }
      return Self.aligned(lines) + "not verified: \(directory) cannot be computed again\n"
    case .unreadable: return "not verified: the record of \(directory) cannot be read\n"
    }
  }

  private static let changedRecord = "changed since it was written"

  private static func words(_ verdict: ResultComparison.Verdict, file: String) -> String {
    switch verdict {
    case .same: file == RunRecord.fileName ? "same up to execution" : "same"
    case .otherDigest: "same, but run.json gives another digest"
    case .missing: "missing"
    case .added: "added: not a file of these results"
    case .different(let difference): difference.description
    }
  }

  private static func aligned(_ lines: [(file: String, words: String)]) -> String {
    let lines = lines.map { (file: Console.visible(line: $0.file), words: Console.visible(line: $0.words)) }
    let width = lines.map(\.file.count).max() ?? 0
    return lines.map { file, words in
      file + String(repeating: " ", count: width - file.count + 2) + words + "\n"
    }.joined()
  }
}
