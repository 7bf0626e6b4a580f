internal import ArgumentParser
internal import Experiments
internal import Households
internal import Reporting

extension Departure {
  /// Does what writes results; where that fails or is interrupted, the reason is printed and the directory left tidy.
  func guarding<Result>(_ console: Console, _ body: () throws -> Result) throws -> Result {
    let interruption = Interruption(console: console) { leave().map { " " + $0 } ?? "; no results were written" }
    defer { withExtendedLifetime(interruption) {} }
    do {
      return try body()
    } catch let error as OutputError {
      console.fail(error.description)
      // What is kept and why is in the message.
      if error.keepsAll { throw ExitCode.failure }
      if let kept = leave() { console.fail("stopped " + kept) }
      throw ExitCode.failure
    } catch let error as ForeignEvaluations {
      console.fail(error.description)
      throw ExitCode.failure
    } catch let error as ModelError {
      _ = leave()
      console.fail(error.description)
      throw ExitCode.badInput
    } catch {
      _ = leave()
      throw error
    }
  }
}
