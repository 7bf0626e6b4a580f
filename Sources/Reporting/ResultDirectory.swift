internal import Foundation

/// A directory of results that appears whole or not at all.
///
/// Files are written to `<path>.partial-<process id>` beside it, which `publish` renames. A run that is killed leaves
/// only the partial directory.
public struct ResultDirectory: Sendable {
  /// The directory as the user named it.
  public let path: String
  /// Where files are written until they are published.
  public let partialPath: String
  private let location: String
  private let replacesResults: Bool

  /// Creates the partial directory, before anything is run.
  /// - Parameters:
  ///   - path: where the results will be.
  ///   - replacingResults: whether earlier results there may be replaced.
  /// - Throws: `OutputError`, where there are earlier results or other files, or nothing can be created.
  public init(path: String, replacingResults: Bool) throws(OutputError) {
    self.path = path
    replacesResults = replacingResults
    location = URL(fileURLWithPath: path).standardizedFileURL.path
    partialPath = "\(location).partial-\(ProcessInfo.processInfo.processIdentifier)"
    try check()
    do {
      removeAbandoned()
      try FileManager.default.createDirectory(atPath: partialPath, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: partialPath, reason: error.localizedDescription)
    }
  }

  /// Moves the finished results to their place; earlier results go when the new ones are there.
  /// - Throws: `OutputError`; the results then stay in the partial directory.
  public func publish() throws(OutputError) {
    do { try check() } catch {
      throw .cannotPublish(path: path, partial: partialPath, reason: "it has appeared meanwhile")
    }
    let aside = "\(location).replaced-\(ProcessInfo.processInfo.processIdentifier)"
    let replaces = Self.holdsFiles(location)
    if replaces { try move(location, to: aside) }
    do throws(OutputError) {
      try move(partialPath, to: location)
    } catch {
      if replaces { rename(aside, location) }
      throw error
    }
    if replaces { try? FileManager.default.removeItem(atPath: aside) }
  }

  /// Removes what was written, after a failure.
  public func discard() { try? FileManager.default.removeItem(atPath: partialPath) }

  /// Removes what processes that are no more left half done beside the place.
  private func removeAbandoned() {
    let place = URL(fileURLWithPath: location)
    let folder = place.deletingLastPathComponent().path
    let prefix = place.lastPathComponent + ".partial-"
    let own = ProcessInfo.processInfo.processIdentifier
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      guard let process = Int32(name.dropFirst(prefix.count)), process > 0 else { continue }
      guard process == own || (kill(process, 0) != 0 && errno == ESRCH) else { continue }
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
    }
  }

  private func check() throws(OutputError) {
    guard FileManager.default.fileExists(atPath: location), !Self.isEmptyDirectory(location) else { return }
    guard FileManager.default.fileExists(atPath: location + "/" + RunRecord.fileName) else {
      throw .notResults(path: path)
    }
    guard replacesResults else { throw .resultsExist(path: path) }
    let others = Self.filesOutsideRecord(location)
    guard others.isEmpty else { throw .otherFiles(path: path, names: others) }
  }

  private func move(_ source: String, to target: String) throws(OutputError) {
    guard rename(source, target) != 0 else { return }
    throw .cannotPublish(path: path, partial: partialPath, reason: String(cString: strerror(errno)))
  }

  private static func holdsFiles(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path) && !isEmptyDirectory(path)
  }

  /// Files of which the record of the run knows nothing.
  private static func filesOutsideRecord(_ path: String) -> [String] {
    let record = (try? String(contentsOfFile: path + "/" + RunRecord.fileName, encoding: .utf8)) ?? ""
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0 != RunRecord.fileName && !record.contains("\"file\": \"\($0)\"") }.sorted()
  }

  private static func isEmptyDirectory(_ path: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }
}
