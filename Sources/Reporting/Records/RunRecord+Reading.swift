internal import Foundation
internal import Notation

/// What no run can have written.
struct RecordFault: Error {
  let words: String

  init(_ words: String) { self.words = words }
}

extension RunRecord {
  /// Reads the record of some results.
  /// - Throws: `OutputError.noResults`, `OutputError.cannotRead`, or `OutputError.otherFormat` where another version has
  ///   written it.
  package init(directory: String) throws(OutputError) {
    let path = directory + "/" + Self.fileName
    guard RegularFile.isThere(path) else {
      if let reason = ResultLocation(path: directory).obstacle { throw .cannotRead(path: directory, reason: reason) }
      throw .noResults(path: directory, isUnfinished: ResultLocation(path: directory).holdsPartial)
    }
    try self.init(path: path)
  }

  init(path: String) throws(OutputError) {
    func unreadable(_ words: String) -> OutputError {
      .cannotRead(path: path, reason: "it is not a record of a run: \(words)")
    }
    let data = try RegularFile.contents(of: path)
    do {
      let format = try JSONDecoder().decode(Format.self, from: data).format
      guard Form(rawValue: format) != nil else { throw OutputError.otherFormat(path: path, format: format) }
      self = try JSONDecoder().decode(RunRecord.self, from: data)
    } catch let error as OutputError {
      throw error
    } catch let fault as RecordFault {
      throw unreadable(fault.words)
    } catch let error as DecodingError {
      throw unreadable(error.words)
    } catch {
      throw .cannotRead(path: path, reason: FileFailure.words(error))
    }
    isAsWritten = execution.recordDigest == Self.digest(of: String(decoding: data, as: UTF8.self))
  }

  /// What is not as it was written of all that determines the results: texts of scenarios, and the record itself.
  var changedParts: [String] { changedTexts + (isAsWritten ? [] : [Self.fileName]) }

  /// Checks that all that determines the results is as it was written, the texts of scenarios too.
  /// - Throws: `OutputError.changedFiles`.
  package func checkUnchanged(directory: String) throws(OutputError) {
    guard changedParts.isEmpty else { throw .changedFiles(path: directory, names: changedParts) }
  }

  private struct Format: Decodable {
    let format: String
  }
}

extension DecodingError {
  /// What is wrong, and where.
  fileprivate var words: String {
    switch self {
    case .keyNotFound(let key, let context): "\(path(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(path(context.codingPath)) is not what it should be"
    // The library does not tell these apart, nor where they are.
    default: "it is not valid JSON, or has a number that is too large or has a fraction"
    }
  }

  private func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
}
