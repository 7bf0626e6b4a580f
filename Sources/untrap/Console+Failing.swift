internal import ArgumentParser
internal import Households
internal import Reporting
internal import Scenarios
internal import Surveys

extension Console {
  /// Does what may fail for files and directories; the reason is printed.
  func reporting<Result>(_ body: () throws(OutputError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      fail(error.description)
      throw ExitCode.failure
    }
  }

  /// Does what may also fail for a scenario that cannot be run; the reason is printed.
  func reportingModel<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ModelError {
      fail(error.description)
      throw ExitCode.badInput
    } catch let error as OutputError {
      fail(error.description)
      throw ExitCode.failure
    }
  }

  /// Does what may fail for a scenario, design or portfolio; all that is wrong with it is printed.
  func reportingScenario<Result>(_ body: () throws(ScenarioError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      diagnose(error.rendered(color: colorsErrors))
      throw ExitCode.badInput
    }
  }

  /// Does what may fail for a survey; all that is wrong with it is printed.
  func reportingSurvey<Result>(_ body: () throws(SurveyError) -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      diagnose(error.rendered(color: colorsErrors))
      throw ExitCode.badInput
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
