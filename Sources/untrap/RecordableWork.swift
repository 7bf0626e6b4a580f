internal import ArgumentParser
internal import Reporting

/// What a record tells to compute, whichever command made it.
protocol RecordableWork {
  /// Runs what is left to run and publishes the results, then shows them.
  func complete(_ directory: ResultDirectory) throws

  /// Runs everything and publishes the results without showing them.
  func computeAgain(into directory: ResultDirectory) throws
}

extension RecordOptions {
  /// What a record tells to compute; problems are printed.
  func recordedWork(_ record: StoredRecord, console: Console, stopwatch: Stopwatch) throws -> any RecordableWork {
    if record.portfolioFile != nil {
      return PortfolioRun(
        study: try PortfolioStudy(record, survey: survey, console: console), threads: threadCount, console: console,
        stopwatch: stopwatch)
    }
    if record.command == TrapsCommand.configuration.commandName {
      return TrapsRun(
        study: try TrapsStudy(record, survey: survey, console: console), threads: threadCount, console: console,
        stopwatch: stopwatch)
    }
    guard record.designFile != nil else {
      return StudyRun(
        study: try Study(record, survey: survey, console: console), threads: threadCount, console: console,
        stopwatch: stopwatch)
    }
    return SweepRun(
      study: try SweepStudy(record, survey: survey, console: console), threads: threadCount, console: console,
      stopwatch: stopwatch)
  }
}
