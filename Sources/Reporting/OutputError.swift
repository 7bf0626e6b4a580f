/// Why results could not be written.
public enum OutputError: Error, Hashable, CustomStringConvertible {
  /// There are results already.
  case resultsExist(path: String)
  /// Something else is there, which even a forced run leaves alone.
  case notResults(path: String)
  /// Files that are no results are among earlier results.
  case otherFiles(path: String, names: [String])
  /// A directory or file cannot be created.
  case cannotCreate(path: String, reason: String)
  /// A file cannot be written.
  case cannotWrite(path: String, reason: String)
  /// A file cannot be read.
  case cannotRead(path: String, reason: String)
  /// Results are complete but could not be moved to their place.
  case cannotPublish(path: String, partial: String, reason: String)

  /// What happened, and what can be done.
  public var description: String {
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
    case .cannotCreate(let path, let reason):
      "cannot create \(path): \(reason); give a directory that can be written with --out"
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason); free some space, or give another directory with --out"
    case .cannotRead(let path, let reason): "cannot read \(path): \(reason)"
    case .cannotPublish(let path, let partial, let reason):
      "cannot move the results to \(path): \(reason); they are complete in \(partial)"
    }
  }
}
