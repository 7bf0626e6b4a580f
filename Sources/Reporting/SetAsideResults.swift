internal import Foundation
internal import Notation

/// Earlier results while new ones take their place: in a directory that is known by a mark, beside the results.
///
/// Only a directory with the mark, and with nothing beside it but results, is ever moved or removed.
struct SetAsideResults {
  let path: String

  static let markName = "set-aside-by-untrap"
  static let mark = "Earlier results lie here while new ones take their place. untrap puts this in order.\n"
  private static let resultsName = "results"
  private static let ending = ".replaced"

  private var results: RecordedFiles { RecordedFiles(directory: path + "/" + Self.resultsName) }

  init(besides results: String) { path = results + Self.ending }

  /// Whether something lies there that is not ours, be it only an empty directory, or a file among the results.
  var isInTheWay: Bool { RegularFile.isThere(path) && !(isMarked && holdsResultsAlone) }

  /// Whether the results there are all that would be lost with them.
  private var holdsResultsAlone: Bool {
    !RegularFile.isThere(results.directory) || OwnFiles.isEmpty(results.directory) || results.others.isEmpty
  }

  /// Whether it was left there by a process that died.
  private var isMarked: Bool {
    let mark = try? RegularFile.contents(of: path + "/" + Self.markName)
    guard RegularFile.isDirectory(path), mark == Data(Self.mark.utf8) else { return false }
    let others = OwnFiles.names(in: path).filter { $0 != Self.markName }
    return others.isEmpty || (others == [Self.resultsName] && RegularFile.isDirectory(results.directory))
  }

  /// Moves results aside.
  /// - Throws: `SystemProblem`; the results are then where they were.
  func take(_ directory: String) throws(SystemProblem) {
    guard mkdir(path, 0o755) == 0 || (errno == EEXIST && !isInTheWay) else { throw .last }
    do throws(OutputError) { try RegularFile.write(Data(Self.mark.utf8), to: path + "/" + Self.markName) } catch {
      throw SystemProblem(reason: "\(path) cannot be written")
    }
    guard rename(directory, results.directory) == 0 else {
      let problem = SystemProblem.last
      removeMark()
      throw problem
    }
  }

  /// Moves the results back to where they were, which is empty.
  func giveBack(to directory: String) {
    guard isMarked, RegularFile.isDirectory(results.directory) else { return }
    rename(results.directory, directory)
    removeMark()
  }

  /// Removes the results, for new ones have their place, unless something else would go with them.
  func remove() {
    guard isMarked, holdsResultsAlone else { return }
    if RegularFile.isDirectory(results.directory) { results.remove() }
    removeMark()
  }

  private func removeMark() {
    guard !RegularFile.isThere(results.directory) else { return }
    OwnFiles.remove([Self.markName], with: path)
  }
}

/// What the system says of a call that failed.
struct SystemProblem: Error {
  let reason: String

  /// That of the last call.
  static var last: SystemProblem { SystemProblem(reason: FileFailure.words(errno)) }
}
