package import Foundation
internal import Notation

/// A file outside of results that appears whole or not at all, such as a page or a scenario to begin with.
package struct PlacedFile: Sendable {
  /// What may be in the place of the file.
  package enum Earlier: Sendable {
    case none
    /// A regular file of which this is true.
    case replaced(by: @Sendable (Data) -> Bool)
  }

  /// Why a file is not written, in words that follow its name.
  package enum Refusal: Error, Hashable, Sendable {
    case exists
    /// What is there is no file that may be replaced.
    case isOther(reason: String)
    /// The system's words.
    case failed(reason: String)
  }

  package let path: String
  private let earlier: Earlier

  package init(path: String, earlier: Earlier) {
    self.path = path
    self.earlier = earlier
  }

  /// Checks that nothing is lost when the file is written.
  package func check() throws(Refusal) {
    guard RegularFile.isThere(path) else { return }
    guard case .replaced(let isReplaceable) = earlier else { throw .exists }
    guard RegularFile.isRegular(path) else { throw .isOther(reason: "is no regular file, which is left alone") }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let results = RecordedFiles(directory: folder)
    guard !results.isRecorded || results.others.contains(URL(fileURLWithPath: path).lastPathComponent) else {
      throw .isOther(reason: "is a file of results, which are replaced as a whole")
    }
    guard let contents = try? RegularFile.contents(of: path), isReplaceable(contents) else {
      throw .isOther(reason: "is not a file that untrap has written there, which is left alone")
    }
  }

  /// Writes the file: beside its place first, under a name that nothing has.
  /// - Throws: `Refusal`; what was there before is then as it was.
  package func write(_ contents: Data) throws(Refusal) {
    try check()
    let beside = path + ".\(UUID().uuidString.prefix(8)).unfinished"
    defer { unlink(beside) }
    do throws(OutputError) { try RegularFile.write(contents, to: beside) } catch {
      switch error {
      case .cannotCreate(_, let reason), .cannotWrite(_, let reason): throw .failed(reason: reason)
      default: throw .failed(reason: error.description)
      }
    }
    // A link does not replace what has appeared meanwhile; some file systems have none.
    if case .none = earlier {
      if link(beside, path) == 0 { return }
      if errno == EEXIST { throw .exists }
    }
    guard rename(beside, path) == 0 else { throw .failed(reason: FileFailure.words(errno)) }
  }
}

extension PlacedFile {
  /// Writes all of some files or none: where one cannot be written, those before it are again as they were.
  package static func write(_ files: [(file: PlacedFile, contents: Data)]) throws(Refusal) {
    for (file, _) in files { try file.check() }
    var written: [(path: String, earlier: Data?)] = []
    do throws(Refusal) {
      for (file, contents) in files {
        let earlier = try? RegularFile.contents(of: file.path)
        try file.write(contents)
        written.append((file.path, earlier))
      }
    } catch {
      for (path, earlier) in written {
        guard let earlier else {
          unlink(path)
          continue
        }
        try? PlacedFile(path: path, earlier: .replaced { _ in true }).write(earlier)
      }
      throw error
    }
  }
}
