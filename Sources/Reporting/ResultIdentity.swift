internal import Digests
internal import Foundation
internal import Notation

/// What must be equal in two directories for their results to be the same.
///
/// Every file counts to the byte, and so does `run.json` up to its last object, `execution`, which tells of the
/// machine, the time and the threads.
package enum ResultIdentity {
  static let executionKey = "execution"

  /// The identity of a directory, wherever and however it was computed: a line `<sha256>  <file>` for each file, by
  /// name.
  /// - Throws: `OutputError.cannotRead`.
  /// - Complexity: O(bytes); memory of a piece, and of the record.
  package static func text(of directory: String) throws(OutputError) -> String {
    var lines = ""
    for name in try OwnFiles.listing(of: directory) {
      let path = directory + "/" + name
      guard name == RunRecord.fileName else {
        lines += "\(try FileDigest(path: path).sha256)  \(name)\n"
        continue
      }
      let comparable = comparablePart(of: String(decoding: try RegularFile.contents(of: path), as: UTF8.self))
      lines += "\(SHA256.text(of: comparable.utf8))  \(name)\n"
    }
    return lines
  }

  /// The part of `run.json` that does not depend on the execution: all of it up to the object `execution`.
  package static func comparablePart(of record: String) -> String {
    // JSON strings hold no line feeds, so only a key of the outermost object can start a line like this.
    guard let execution = record.range(of: "\n  \"\(executionKey)\": {") else { return record }
    return String(record[..<execution.lowerBound])
  }
}
