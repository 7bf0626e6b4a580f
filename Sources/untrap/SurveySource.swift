internal import ArgumentParser
internal import Foundation
internal import Households
internal import Reporting
internal import Surveys

/// Where households are drawn from.
///
/// A survey is read once: what is recorded of it is the digest of the very bytes of which households were made.
final class SurveySource {
  /// The survey file; nil for the published margins.
  let path: String?
  /// What is recorded of it.
  let name: String
  /// What a record knows of it; nil for a survey that a call names for the first time.
  private let recorded: FileDigest?
  private var reading: (digest: FileDigest, rows: [SurveyHousehold])?

  /// A survey as a call names it.
  convenience init(path: String?) {
    self.init(path: path, name: path.map(FileList.name(of:)) ?? "published margins", recorded: nil)
  }

  /// The survey of a record: where it was, unless the call names it.
  /// - Throws: an exit code, where there is no such survey; the problem is printed.
  convenience init(record: RunRecord, path given: String?, console: Console) throws {
    guard let recorded = record.surveyFile else {
      if let given {
        throw console.refusal(
          "--survey \(given): these results were made from published margins, without a survey", .validationFailure)
      }
      self.init(path: nil)
      return
    }
    let path = given ?? record.execution.survey ?? recorded.name
    if given == nil, let problem = Self.problem(of: recorded, at: path) {
      throw console.refusal(problem + "; name it with --survey")
    }
    self.init(path: path, name: recorded.name, recorded: recorded)
    _ = try households(console: console)
  }

  /// The survey of results that are only read.
  convenience init(name: String?) { self.init(path: nil, name: name ?? "published margins", recorded: nil) }

  private init(path: String?, name: String, recorded: FileDigest?) {
    self.path = path
    self.name = name
    self.recorded = recorded
  }

  /// Why a file that nobody but a record has named is not read: the record may come from anybody.
  private static func problem(of recorded: FileDigest, at path: String) -> String? {
    guard RegularFile.isThere(path) else { return "the survey \(recorded.name) is not at \(path)" }
    guard RegularFile.isRegular(path) else {
      return "the record looks for the survey \(recorded.name) at \(path), which is no regular file"
    }
    return recorded.isWhole(at: path) ? nil : otherSurvey(recorded, at: path)
  }

  private static func otherSurvey(_ recorded: FileDigest, at path: String) -> String {
    "\(path) is not the survey \(recorded.name) of these results (it has another digest)"
  }

  /// The place of the file, whatever the current directory and whatever links lead to it; nil where it is no file that
  /// will still be there.
  var absolutePath: String? {
    path.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path }
      .flatMap { RegularFile.isRegular($0) ? $0 : nil }
  }

  /// What is recorded of the file, as it was read.
  var input: FileRecord? { reading.map { FileRecord($0.digest, name: name) } }

  /// The strata of which some rows can be drawn.
  static func strata(of rows: [SurveyHousehold]) -> Set<Stratum> {
    Set(rows.lazy.filter { $0.weight > 0 }.map(\.stratum))
  }
  /// The rows; problems are printed.
  func households(console: Console) throws -> [SurveyHousehold] {
    guard let path else { return PublishedMargins.households() }
    if let reading { return reading.rows }
    let contents = try console.reporting { try SurveyFile.contents(path: path) }
    let digest = FileDigest(name: name, contents: contents)
    if let recorded, digest.sha256 != recorded.sha256 {
      throw console.refusal(Self.otherSurvey(recorded, at: path) + "; name it with --survey")
    }
    let rows = try console.reporting { try SurveyFile.read(contents, path: path) }
    reading = (digest, rows)
    return rows
  }
}
