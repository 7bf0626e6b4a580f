internal import ArgumentParser
internal import Foundation
internal import Households
internal import Reporting
internal import Surveys

/// Where households are drawn from.
struct SurveySource {
  /// The survey file; nil for the published margins.
  let path: String?
  /// What is recorded of it.
  let name: String

  /// A survey as a call names it.
  init(path: String?) { self.init(path: path, name: path.map(FileList.name(of:)) ?? "published margins") }

  /// The survey of a record: where it was, unless the call names it.
  /// - Throws: an exit code, where there is no such survey; the problem is printed.
  init(record: StoredRecord, path given: String?, console: Console) throws {
    guard let recorded = record.survey else {
      if let given {
        console.fail("--survey \(given): these results were made from published margins, without a survey")
        throw ExitCode.validationFailure
      }
      self.init(path: nil)
      return
    }
    let path = given ?? record.surveyPath ?? recorded.name
    guard let digest = try? FileDigest(path: path) else {
      console.fail("the survey \(recorded.name) is not at \(path); name it with --survey")
      throw ExitCode.failure
    }
    guard digest.sha256 == recorded.sha256 else {
      console.fail(
        "\(path) is not the survey \(recorded.name) of these results (it has another digest); name it with --survey")
      throw ExitCode.failure
    }
    self.init(path: path, name: recorded.name)
  }

  /// The survey of results that are only read.
  init(name: String?) { self.init(path: nil, name: name ?? "published margins") }

  private init(path: String?, name: String) {
    self.path = path
    self.name = name
  }

  /// The place of the file, whatever the current directory.
  var absolutePath: String? { path.map { URL(fileURLWithPath: $0).standardizedFileURL.path } }

  /// What is recorded of the file.
  func input() throws(OutputError) -> InputRecord? {
    guard let path else { return nil }
    return InputRecord(survey: try FileDigest(path: path), name: name)
  }

  /// The strata of which some rows can be drawn.
  static func strata(of rows: [SurveyHousehold]) -> Set<Stratum> {
    Set(rows.lazy.filter { $0.weight > 0 }.map(\.stratum))
  }

  /// The rows; problems are printed.
  func households(console: Console) throws -> [SurveyHousehold] {
    guard let path else { return PublishedMargins.households() }
    do {
      return try SurveyFile.read(path: path)
    } catch {
      console.diagnose(error.rendered(color: console.colorsErrors))
      throw ExitCode.badInput
    }
  }
}
