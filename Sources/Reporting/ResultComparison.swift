/// Two directories of results, file by file: the one that is to be proved, and what came when it was computed again.
package struct ResultComparison: Sendable {
  /// What became of a file.
  package enum Verdict: Hashable, Sendable {
    /// It has the same bytes, up to `execution` in the record of the run.
    case same
    /// It has the same bytes, but another digest stands in the record of the run.
    case otherDigest
    /// It is not there.
    case missing
    /// It should not be there.
    case added
    case different(FileDifference)
  }

  /// The files by name, each with its verdict.
  package let verdicts: [(file: String, verdict: Verdict)]

  package var isSame: Bool { verdicts.allSatisfy { $0.verdict == .same } }

  /// Compares results with what came when they were computed again, and with the digests in their own record.
  /// - Throws: `OutputError.cannotRead`.
  /// - Complexity: O(bytes); memory of a row, and of the files that are no tables.
  package init(_ directory: String, again: String, recorded: [FileDigest]) throws(OutputError) {
    let keys = try DataPackage.primaryKeys(in: again)
    let there = Set(try OwnFiles.listing(of: directory))
    let expected = Set(try OwnFiles.listing(of: again))
    var verdicts: [(file: String, verdict: Verdict)] = []
    for name in there.union(expected).sorted() {
      guard there.contains(name), expected.contains(name) else {
        verdicts.append((name, there.contains(name) ? .added : .missing))
        continue
      }
      let path = directory + "/" + name
      let comparison = FileComparison(path: path, again: again + "/" + name, key: keys[name])
      let (difference, digest) = try comparison.outcome()
      if let difference {
        verdicts.append((name, .different(difference)))
      } else if name != RunRecord.fileName, !recorded.contains(digest) {
        verdicts.append((name, .otherDigest))
      } else {
        verdicts.append((name, .same))
      }
    }
    self.verdicts = verdicts
  }

  /// The names of files that are missing, have another digest than is recorded or are not in the record.
  /// - Throws: `OutputError.cannotRead`.
  package static func changedFiles(in directory: String, recorded: [FileDigest]) throws(OutputError) -> [String] {
    let there = try OwnFiles.listing(of: directory)
    var changed = there.filter { name in name != RunRecord.fileName && !recorded.contains { $0.name == name } }
    for digest in recorded {
      if there.contains(digest.name), try FileDigest(path: directory + "/" + digest.name) == digest { continue }
      changed.append(digest.name)
    }
    return changed.sorted()
  }
}
