internal import Foundation
internal import Notation
internal import Synchronization

/// A directory of results that appears whole or not at all.
///
/// Files are written to `<path>.partial` beside it, which `publish` renames. There, a recipe tells what is being run and
/// a journal what of it has been finished, so that a run that was killed can be resumed; a lock, which the system
/// releases when the process ends in whatever way, keeps others out.
package final class ResultDirectory: Sendable {
  /// How far results are on the way to their place.
  package enum Stage: Sendable {
    /// They are being written.
    case growing
    /// They are complete and being moved.
    case complete
    /// They are in their place.
    case published
  }

  /// The directory as the user named it.
  package let path: String
  /// Where it lies, all links followed.
  var resultsPath: String { location.path }
  /// Where files are written until they are published.
  package let partialPath: String
  /// What is resumed; nil where a run begins, and where results are complete and only have to be published.
  package let recipe: RunRecord?
  private let location: ResultLocation
  private let replacesResults: Bool
  private let lock: FileLock
  private let currentStage = Mutex(Stage.growing)

  /// Creates the partial directory, before anything is run; files that are read must not be among what is replaced.
  /// - Throws: `OutputError`, where there are results, finished or not, or other files, another process writes there, or
  ///   nothing can be created.
  package init(
    path: String, replacingResults: Bool, discardingUnfinished: Bool, keeping sources: [String] = []
  ) throws(OutputError) {
    self.path = path
    location = try ResultLocation(writing: path)
    try location.check(keeping: sources)
    partialPath = location.partial
    replacesResults = replacingResults
    try location.checkPartial()
    let earlierLock: FileLock? = location.holdsPartial ? try location.lock() : nil
    location.recover()
    try location.check(replacingResults: replacingResults)
    do {
      try FileManager.default.createDirectory(atPath: partialPath, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path: partialPath, reason: FileFailure.words(error))
    }
    if let earlierLock { lock = earlierLock } else { lock = try location.lock() }
    if !discardingUnfinished { try location.checkWorthless() }
    try location.clear()
    lock.mark(replacingResults ? ResultLocation.replacingMark : ResultLocation.lockMark)
    recipe = nil
  }

  /// Goes on with the partial directory that an earlier process left, by its own path or that of the results.
  /// - Throws: `OutputError`, where there is nothing to resume, or another process writes there.
  package init(resuming path: String) throws(OutputError) {
    let path = ResultLocation.withoutPartialEnding(path)
    self.path = path
    location = try ResultLocation(writing: path)
    partialPath = location.partial
    guard location.holdsPartial else {
      location.recover()
      throw .nothingToResume(path: path, isComplete: location.holdsResults)
    }
    try location.checkPartial()
    lock = try location.lock()
    location.recover()
    switch location.state {
    case .empty:
      location.discard()
      throw .nothingFinished(path: path)
    case .unfinished where !location.holdsRecipe: throw .missingRecipe(path: location.recipe)
    case .unfinished:
      let stored = try RunRecord(path: location.recipe)
      // Another version is refused by its name: it may digest in another way.
      guard stored.changedParts.isEmpty || stored.version != SoftwareVersion.current else {
        throw .changedRecipe(path: location.recipe)
      }
      recipe = stored
    case .complete:
      try location.checkComplete()
      recipe = nil
    }
    replacesResults = recipe?.replacesResults ?? location.mayReplaceResults
  }

  /// What keeps results from being written somewhere, where earlier ones that may be replaced may be unfinished;
  /// nothing is changed.
  package static func obstacle(
    at path: String, replacingResults: Bool, keeping sources: [String] = []
  ) -> OutputError? {
    do throws(OutputError) {
      let location = try ResultLocation(writing: path)
      try location.check(keeping: sources)
      try location.checkPartial()
      try location.check(replacingResults: replacingResults)
      if !replacingResults { try location.checkWorthless() }
      return nil
    } catch {
      return error
    }
  }

  // MARK: - What is being run

  /// Writes down what is being run, so that it can be resumed.
  package func begin(_ record: RunRecord, execution: ExecutionRecord) throws(OutputError) {
    var recipe = record
    recipe.replacesResults = replacesResults
    recipe.execution = execution
    try location.writeRecipe(recipe.text)
  }

  /// Replications whose results are safe; none is without a recipe, by which alone others can be added.
  package var committed: Int { location.holdsRecipe ? Journal.committed(in: partialPath) : 0 }

  // MARK: - The end

  /// How far the results are on the way to their place.
  package var stage: Stage { currentStage.withLock { $0 } }

  /// Moves the finished results to their place; earlier results go when the new ones are there.
  /// - Throws: `OutputError`; the results then stay in the partial directory.
  package func publish() throws(OutputError) {
    try location.synchronize()
    currentStage.withLock { $0 = .complete }
    do { try location.check(replacingResults: replacesResults) } catch {
      throw .cannotPublish(path: path, partial: partialPath, reason: error.description)
    }
    location.removeWorkingFiles()
    let replaces = location.holdsFiles
    do throws(SystemProblem) {
      if replaces { try location.setAside.take(location.path) }
      guard rename(partialPath, location.path) == 0 else { throw .last }
    } catch {
      if !location.holdsFiles { location.setAside.giveBack(to: location.path) }
      throw .cannotPublish(path: path, partial: partialPath, reason: error.reason)
    }
    location.removeLock()
    currentStage.withLock { $0 = .published }
    if replaces { location.setAside.remove() }
  }

  /// Removes what was written, after a failure; complete results stay.
  package func discard() {
    currentStage.withLock { stage in
      guard stage == .growing, !location.state.isComplete else { return }
      location.discard()
    }
  }
}
