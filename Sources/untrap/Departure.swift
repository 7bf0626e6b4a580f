internal import ArgumentParser
internal import Experiments
internal import Households
internal import Reporting

/// How a run that does not reach its end leaves its directory.
struct Departure: Sendable {
  let directory: ResultDirectory
  /// What is finished one by one, and how many of these were to be made; nil where precision decides.
  var planned: (number: Int?, unit: String) = (nil, "replications")
  /// Whether what is finished is kept.
  let keepsProgress: Bool

  /// Removes what was written, unless it can be resumed.
  /// - Returns: what has been kept and how to go on; nil where nothing is left.
  func leave() -> String? {
    let committed = keepsProgress ? directory.committed : 0
    switch (keepsProgress, directory.stage) {
    case (true, .complete):
      return "when the results were complete; untrap resume \(directory.path) puts them in their place"
    case (true, .published): return "when the results were in their place"
    case (true, .growing), (false, _): break
    }
    guard committed > 0 else {
      directory.discard()
      return nil
    }
    let progress = planned.number.map { "\(committed) of \($0)" } ?? "\(committed)"
    return "after \(progress) \(planned.unit); untrap resume \(directory.path) finishes it"
  }
}

extension Departure {
  /// Does what writes results; where that fails or is interrupted, the reason is printed and the directory left tidy.
  func guarding<Result>(_ console: Console, _ body: () throws -> Result) throws -> Result {
    let interruption = Interruption(console: console) { leave().map { " " + $0 } ?? "; no results were written" }
    defer { withExtendedLifetime(interruption) {} }
    do {
      return try body()
    } catch let error as OutputError {
      console.fail(error.description)
      // There is nothing but copies yet where finished results are extended.
      if case .foreignSums = error, directory.recipe == nil { directory.discard() }
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
