internal import Foundation
internal import Notation

/// What must be equal in two directories for their results to be the same.
///
/// Every file counts to the byte, and so does `run.json` up to its last object, `execution`, which tells of the
/// machine, the time and the threads.
public enum ResultIdentity {
  static let executionKey = "execution"

  /// The identity of a directory: a line `<sha256>  <file>` for each of its files, by name.
  /// - Parameter directory: a directory of results.
  /// - Returns: the same text for the same results, wherever and however they were computed.
  /// - Throws: `OutputError.cannotRead`.
  public static func text(of directory: String) throws(OutputError) -> String {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: directory).sorted().map { name in
        let contents = try Data(contentsOf: URL(fileURLWithPath: directory + "/" + name))
        guard name == RunRecord.fileName else { return "\(SHA256Digest.text(of: contents))  \(name)\n" }
        let comparable = comparablePart(of: String(decoding: contents, as: UTF8.self))
        return "\(SHA256Digest.text(of: comparable.utf8))  \(name)\n"
      }.joined()
    } catch {
      throw .cannotRead(path: directory, reason: FileFailure.words(error))
    }
  }

  /// The part of `run.json` that does not depend on the execution.
  /// - Parameter record: the text of `run.json`.
  /// - Returns: all of it up to the object `execution`.
  public static func comparablePart(of record: String) -> String {
    // JSON strings hold no line feeds, so only a key of the outermost object can start a line like this.
    guard let execution = record.range(of: "\n  \"\(executionKey)\": {") else { return record }
    return String(record[..<execution.lowerBound])
  }
}
