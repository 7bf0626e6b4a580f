internal import Foundation

/// A directory that holds results, and what their record says belongs to them.
struct RecordedFiles {
  let directory: String

  /// Whether there are results: a record that untrap has written.
  var isRecorded: Bool { RecordMark.isOn(directory + "/" + RunRecord.fileName) }

  /// Files that are not among the outputs in the record of the run, and what is no regular file.
  var others: [String] {
    let recorded = recorded
    return besideRecord.filter { !recorded.contains($0) || !RegularFile.isRegular(directory + "/" + $0) }
  }

  /// Removes the files of the record, and the directory if nothing else is in it.
  func remove() { OwnFiles.remove(besideRecord.filter(recorded.contains) + [RunRecord.fileName], with: directory) }

  private var recorded: Set<String> {
    do throws(OutputError) {
      return Set(try RunRecord(directory: directory).outputs.map(\.name))
    } catch {
      guard case .otherFormat = error else { return [] }
      let outputs = outputsText
      return Set(besideRecord.filter { outputs.contains("\"file\": \"\($0)\"") })
    }
  }

  private var besideRecord: [String] { OwnFiles.names(in: directory).filter { $0 != RunRecord.fileName } }

  /// What a record of whatever format says of its outputs, which come last but for the execution.
  private var outputsText: String {
    let contents = (try? RegularFile.contents(of: directory + "/" + RunRecord.fileName)) ?? Data()
    let comparable = ResultIdentity.comparablePart(of: String(decoding: contents, as: UTF8.self))
    return comparable.range(of: "\n  \"outputs\": [").map { String(comparable[$0.lowerBound...]) } ?? ""
  }
}
