internal import ArgumentParser
internal import Foundation
internal import Households
internal import Reporting

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

  /// Prints what a command is called for, such as a text that goes into a file: not to have written it is a failure.
  ///
  /// A reader that has gone away has seen what it wanted.
  func deliver(_ text: String) throws {
    let problem = Self.write(text, to: STDOUT_FILENO)
    guard problem != 0, problem != EPIPE else { return }
    fail("cannot write the output: \(String(cString: strerror(problem)))")
    throw ExitCode.failure
  }

  /// Refuses a record that another version has written: its numbers need not be those of this one.
  func require(_ version: String, of record: StoredRecord, toDo what: String) throws {
    guard record.version != version else { return }
    fail("these results were made by untrap \(record.version) and cannot \(what) by \(version)")
    throw ExitCode.failure
  }
}
