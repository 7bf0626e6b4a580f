/// Why results could not be written.
package enum OutputError: Error, Hashable, CustomStringConvertible {
  case resultsExist(path: String)
  /// Something else is there, which even a forced run leaves alone.
  case notResults(path: String)
  /// Files that are no results are among earlier results.
  case otherFiles(path: String, names: [String])
  /// Files that are no results are among the results that are to be extended.
  case extraFiles(path: String, names: [String])
  /// There are no results; whether a run has left some unfinished.
  case noResults(path: String, isUnfinished: Bool)
  /// What is where unfinished results would be was written by something else.
  case notUnfinishedResults(path: String, names: [String])
  case cannotCreate(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case cannotRead(path: String, reason: String)
  case otherFormat(path: String, format: String)
  case locked(path: String)
  /// A run that was stopped has left its results unfinished; how far it came.
  case unfinishedResults(path: String, state: String)
  /// No run was left unfinished.
  case nothingToResume(path: String, isComplete: Bool)
  /// A run was stopped so early that it has left nothing.
  case nothingFinished(path: String)
  /// Files do not have the digests of their record.
  case changedFiles(path: String, names: [String])
  /// A committed part of an unfinished table is not as it was written: the lines among which it differs, and the line of
  /// the journal that tells so.
  case changedPiece(path: String, lines: ClosedRange<Int>, journalLine: Int)
  /// A line of the journal of unfinished results is not as it was written.
  case changedJournal(path: String, line: Int)
  /// Results that look complete but are not in their place are not as they were written: their files, or why they cannot
  /// be told to be.
  case changedResults(path: String, reason: String)
  case changedRecipe(path: String)
  /// What the finished replications add up to, by its digest what was written, cannot be that of such a run.
  case foreignSums(path: String)
  case missingRecipe(path: String)
  /// Results would take the place of a directory in which somebody is.
  case protected(path: String, what: String)
  /// Results would take the place of what they are made of.
  case holdsSource(path: String, source: String)
  /// What is where earlier results have to be put aside was written by something else.
  case inTheWay(path: String)
  case cannotPublish(path: String, partial: String, reason: String)

  /// Whether all that is on disk stays as it is: complete results that could not be moved to their place, and unfinished
  /// ones that are not as they were written.
  package var keepsAll: Bool {
    switch self {
    case .cannotPublish, .changedPiece, .changedJournal, .changedResults, .changedRecipe, .foreignSums, .missingRecipe:
      true
    default: false
    }
  }

  package var description: String {
    switch self {
    case .resultsExist(let path):
      "\(path) holds earlier results; give another directory with --out, or --force to replace them"
    case .notResults(let path):
      "\(path) exists and is not a directory of results (it has no run.json); give another directory with --out"
    case .otherFiles(let path, let names):
      """
      \(path) holds files that are not results (\(names.joined(separator: ", "))), which would be lost; move them, or \
      give another directory with --out
      """
    case .extraFiles(let path, let names):
      "\(path) holds files that are not results (\(names.joined(separator: ", "))), which would be lost; move them"
    case .noResults(let path, true):
      "\(path) holds no results (no run.json); untrap resume \(path) finishes the run that was stopped"
    case .noResults(let path, false): "\(path) holds no results (no run.json)"
    case .notUnfinishedResults(let path, let names) where names.isEmpty:
      "\(path) is where unfinished results go, but is no directory; move it"
    case .notUnfinishedResults(let path, let names):
      """
      \(path) is where unfinished results go, but holds other files (\(names.joined(separator: ", "))), which would be \
      lost; move them
      """
    case .cannotCreate(let path, let reason):
      "cannot create \(path): \(reason); give a directory that can be written with --out"
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason); free some space, or give another directory with --out"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .otherFormat(let path, let format):
      "\(path) has the form \(format); untrap \(SoftwareVersion.current) reads \(RunRecord.Form.run.rawValue)"
    case .locked(let path): "another untrap is writing \(path)"
    case .unfinishedResults(let path, let state):
      "\(path).partial holds \(state) of a run that was stopped; untrap resume \(path) finishes it, --force starts anew"
    case .nothingToResume(let path, true): "nothing to resume: \(path) is complete"
    case .nothingToResume(let path, false): "nothing to resume: there is no \(path).partial"
    case .nothingFinished(let path):
      "nothing to resume: the run that was stopped had finished nothing of \(path); run the command again"
    case .changedFiles(let path, let names):
      "\(path) has changed since it was written (\(names.joined(separator: ", "))); untrap verify \(path) tells where"
    case .changedPiece(let path, let lines, let journalLine):
      """
      \(path): lines \(lines.lowerBound) to \(lines.upperBound) are not as they were written (their digest stands in line \
      \(journalLine) of the journal beside it); nothing was changed. Put the file back as it was, or remove that line of the \
      journal and those below it to have the rest computed again
      """
    case .changedJournal(let path, let line):
      """
      \(path): line \(line) is not as it was written; nothing was changed. Put it back as it was, or remove it and those \
      below it to have the rest computed again
      """
    case .changedResults(let path, let reason):
      """
      \(path) holds results that are not as they were written (\(reason)); nothing was changed. Put the files back as they \
      were, or run the command again with --force
      """
    case .changedRecipe(let path):
      """
      \(path) has changed since it was written, so that what is finished may be of something else; nothing was changed. \
      Put it back as it was, or run the command again with --force
      """
    case .foreignSums(let path):
      """
      the sums of the replications of \(path) are not those of such a run; nothing was changed. Run the command that made \
      them again with --force
      """
    case .missingRecipe(let path):
      """
      \(path) is missing, which tells what the finished parts beside it are of; nothing was changed. Put it back, or run \
      the command again with --force
      """
    case .holdsSource(let path, let source):
      "\(path) would be replaced, and \(source) is read from there; give another directory with --out"
    case .protected(let path, let what):
      """
      \(path) is \(what), and results take the place of a whole directory; name another one, or call untrap from elsewhere
      """
    case .inTheWay(let path):
      "\(path) is where earlier results are put aside, but holds something else; move it, or give another directory"
    case .cannotPublish(let path, let partial, let reason):
      "cannot move the results to \(path): \(reason); they are complete in \(partial)"
    }
  }
}
