internal import ArgumentParser
internal import Households
internal import Reporting
internal import Scenarios
internal import Surveys

extension Console {
  /// Does what may fail for files and directories, or for what a scenario, design, portfolio or survey says; all that is
  /// wrong is printed.
  func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as OutputError {
      throw refusal(error.description)
    } catch let error as ScenarioError {
      diagnose(error.rendered(color: colorsErrors))
      throw ExitCode.badInput
    } catch let error as SurveyError {
      diagnose(error.rendered(color: colorsErrors))
      throw ExitCode.badInput
    }
  }

  /// Does what may fail for files and directories, or for a scenario that cannot be run; the reason is printed.
  func reportingModel<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ModelError {
      throw refusal(error.description, .badInput)
    } catch let error as OutputError {
      throw refusal(error.description)
    }
  }

  /// Does what may fail for the file that a call puts in a place; the reason is printed.
  func placing(_ path: String, _ body: () throws(PlacedFile.Refusal) -> Void) throws {
    do {
      try body()
    } catch {
      switch error {
      case .exists: throw refusal("\(path) exists; give another file with --out, or --force to replace it")
      case .isOther(let reason): throw refusal("\(path) \(reason); give another file with --out")
      case .failed(let reason): throw refusal("cannot write \(path): \(reason)")
      }
    }
  }

  /// Prints why the program cannot go on.
  /// - Returns: with what it ends.
  func refusal(_ reason: String, _ code: ExitCode = .failure) -> ExitCode {
    fail(reason)
    return code
  }

  /// Refuses a record that another version has written: its numbers need not be those of this one.
  func require(_ version: String, of record: RunRecord, toDo what: String) throws {
    guard record.version != version else { return }
    throw refusal("these results were made by untrap \(record.version) and cannot \(what) by \(version)")
  }
}

// 0 is `ExitCode.success`, 1 `ExitCode.failure`, 64 (a wrong call) `ExitCode.validationFailure`.
extension ExitCode {
  /// A scenario or survey that cannot be used (EX_DATAERR).
  static let badInput = ExitCode(65)
}
