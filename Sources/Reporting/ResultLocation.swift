internal import Foundation
internal import Notation

/// The places on disk that belong to one directory of results, and what lies there.
struct ResultLocation {
  /// What a partial directory holds.
  enum State {
    /// Nothing of worth: no unit was committed.
    case empty
    /// Committed units (replications or points), of so many if that is known.
    case unfinished(committed: Int, of: Int?, unit: String)
    /// Complete results that have not been moved to their place.
    case complete
  }

  /// The directory of the results.
  let path: String
  /// Where they are written.
  let partial: String
  /// Where earlier results lie while new ones take their place.
  let setAside: SetAsideResults

  private let name: String

  /// The places of results that are looked at.
  init(path: String) {
    self.init(name: path, resolved: (try? ResolvedPath.of(path)) ?? URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  /// The places of results that are to be written.
  /// - Throws: `OutputError` where no directory can be replaced there.
  init(writing path: String) throws(OutputError) {
    let resolved = try ResolvedPath.of(path)
    if let protection = ResolvedPath.protection(of: resolved) { throw .protected(path: path, what: protection) }
    self.init(name: path, resolved: resolved)
  }

  private init(name: String, resolved: String) {
    self.name = name
    path = resolved
    partial = resolved + Self.ending
    setAside = SetAsideResults(besides: resolved)
  }

  /// The results that a partial directory will become: the shell completes only what is there.
  static func withoutPartialEnding(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path.hasSuffix(ending) ? path.dropLast(ending.count) : path)
  }

  var recipe: String { partial + "/" + Self.recipeName }

  // MARK: - What is there

  var holdsPartial: Bool { RegularFile.isThere(partial) }

  /// The partial directory, as the user would name it.
  private var shownPartial: String { Self.withoutPartialEnding(name) + Self.ending }

  var holdsRecipe: Bool { RegularFile.isThere(recipe) }

  /// What the journal counts in the partial directory.
  private var committed: Int { Journal.committed(in: partial) }

  /// What the partial directory holds.
  var state: State {
    guard holdsRecipe else {
      if RegularFile.isThere(partial + "/" + RunRecord.fileName) { return .complete }
      // Somebody has taken the recipe away, by which alone the unit could be told.
      return committed == 0 ? .empty : .unfinished(committed: committed, of: nil, unit: "finished parts")
    }
    let planned = (try? RunRecord(path: recipe))?.planned
    return .unfinished(committed: committed, of: planned?.number, unit: planned?.unit ?? "replications")
  }

  /// What lies where the results go.
  var results: RecordedFiles { RecordedFiles(directory: path) }

  var holdsResults: Bool { results.isRecorded }

  var holdsFiles: Bool {
    RegularFile.isThere(path) && !(RegularFile.isDirectory(path) && OwnFiles.isEmpty(path))
  }

  /// Why it cannot be told whether there are results; nil where it can.
  var obstacle: String? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      let number = errno
      if holdsPartial { return nil }
      return [ENOENT, ENOTDIR].contains(number) ? "there is no such directory" : FileFailure.words(number)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return "it is a file; give a directory of results" }
    return access(path, R_OK | X_OK) == 0 ? nil : FileFailure.words(errno)
  }

  /// Checks that results may be put there.
  func check(replacingResults: Bool) throws(OutputError) {
    guard holdsFiles else { return }
    if RegularFile.isDirectory(path) { _ = try OwnFiles.listing(of: path) }
    guard holdsResults else { throw .notResults(path: name) }
    guard replacingResults else { throw .resultsExist(path: name) }
    let others = results.others
    guard others.isEmpty else { throw .otherFiles(path: name, names: others) }
    guard !setAside.isInTheWay else { throw .inTheWay(path: setAside.path) }
  }

  /// Checks that what is in the partial directory was written by a run: only files of known names, none of them a link,
  /// and a record among them, unless nothing has been written yet but the lock.
  func checkPartial() throws(OutputError) {
    guard holdsPartial else { return }
    let shown = shownPartial
    guard RegularFile.isDirectory(partial) else { throw .notUnfinishedResults(path: shown, names: []) }
    let names = try OwnFiles.listing(of: partial)
    var others = names.filter { !Self.ownNames.contains($0) || !RegularFile.isRegular(partial + "/" + $0) }
    let isOurs =
      Self.isLock(partial + "/" + Self.lockName)
      || [Self.recipeName, RunRecord.fileName].contains { RecordMark.isOn(partial + "/" + $0) }
      // Its process died as soon as it had made it.
      || names.isEmpty || (names == [Self.lockName] && RegularFile.size(of: partial + "/" + Self.lockName) == 0)
    if !isOurs { others = names }
    guard others.isEmpty else { throw .notUnfinishedResults(path: shown, names: others) }
  }

  /// Checks that nothing of worth is in the partial directory.
  func checkWorthless() throws(OutputError) {
    let state = state
    guard !state.isWorthless else { return }
    if state.isComplete { try checkComplete() }
    throw .unfinishedResults(path: Self.withoutPartialEnding(name), state: state.words)
  }

  /// Checks that results in the partial directory, of which their record alone tells that they are complete, are what it
  /// says.
  func checkComplete() throws(OutputError) {
    let changed: [String]
    do throws(OutputError) {
      let record = try RunRecord(path: partial + "/" + RunRecord.fileName)
      changed =
        try ResultComparison.changedFiles(in: partial, recorded: record.outputs)
        .filter { !Self.workingNames.contains($0) } + (record.changedParts.isEmpty ? [] : [RunRecord.fileName])
    } catch {
      throw .changedResults(path: shownPartial, reason: error.description)
    }
    guard changed.isEmpty else { throw .changedResults(path: shownPartial, reason: changed.joined(separator: ", ")) }
  }

  /// Checks that nothing that is read lies where results are replaced.
  /// - Throws: `OutputError.holdsSource`.
  func check(keeping sources: [String]) throws(OutputError) {
    for source in sources {
      let place = try ResolvedPath.of(source)
      for directory in [path, partial] where place == directory || place.hasPrefix(directory + "/") {
        throw .holdsSource(path: name, source: source)
      }
    }
  }

  // MARK: - Changing it

  /// Whether a file is a lock of ours.
  private static func isLock(_ path: String) -> Bool {
    let contents = try? RegularFile.contents(of: path)
    return contents == Data(lockMark.utf8) || contents == Data(replacingMark.utf8)
  }

  /// Whether the partial directory was begun by a call that may replace earlier results.
  var mayReplaceResults: Bool {
    (try? RegularFile.contents(of: partial + "/" + Self.lockName)) == Data(Self.replacingMark.utf8)
  }

  /// Keeps other processes out of the partial directory, and marks it as ours.
  func lock() throws(OutputError) -> FileLock {
    guard let lock = try FileLock(path: partial + "/" + Self.lockName) else { throw .locked(path: name) }
    if RegularFile.size(of: partial + "/" + Self.lockName) == 0 { lock.mark(Self.lockMark) }
    return lock
  }

  /// Repairs what a process that died while it published has left: earlier results go when new ones have their place,
  /// and back to it when nothing has.
  ///
  /// Nobody is publishing meanwhile: the caller holds the lock, or there is no partial directory to be published.
  func recover() {
    if holdsResults, Self.isLock(path + "/" + Self.lockName) { removeLock() }
    if holdsResults { setAside.remove() } else if !holdsFiles { setAside.giveBack(to: path) }
  }

  /// Writes down what is being run; the file is there whole or not at all.
  func writeRecipe(_ text: String) throws(OutputError) {
    let new = partial + "/" + Self.newRecipeName
    try RegularFile.write(Data(text.utf8), to: new, for: recipe)
    guard rename(new, recipe) == 0 else {
      throw .cannotCreate(path: recipe, reason: FileFailure.words(errno))
    }
  }

  /// Waits until the partial directory is on disk, so that not even a power cut puts torn files in the place of earlier
  /// results.
  func synchronize() throws(OutputError) {
    for file in OwnFiles.names(in: partial).map({ partial + "/" + $0 }) + [partial] {
      let descriptor = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotRead(path: file, reason: FileFailure.words(errno)) }
      defer { close(descriptor) }
      // Some file systems cannot be asked for it.
      guard fsync(descriptor) == 0 || errno == EINVAL else {
        throw .cannotWrite(path: file, reason: FileFailure.words(errno))
      }
    }
  }

  /// Empties the partial directory but for the lock: what is there has been checked to be ours.
  func clear() throws(OutputError) {
    // First what makes the others count: no part is taken for finished whose tables are gone.
    unlink(partial + "/" + Journal.fileName)
    for file in try OwnFiles.listing(of: partial) where file != Self.lockName {
      guard unlink(partial + "/" + file) == 0 else {
        throw .cannotCreate(path: partial, reason: FileFailure.words(errno))
      }
    }
  }

  /// Removes what is no result: the recipe first, for without it the results count as complete.
  ///
  /// The lock stays, or another process could take it before the directory is in its place.
  func removeWorkingFiles() {
    for file in Self.workingNames where file != Self.lockName { unlink(partial + "/" + file) }
  }

  /// Removes the lock from results that are in their place.
  func removeLock() { unlink(path + "/" + Self.lockName) }

  /// Removes the partial directory with what a run may have written.
  func discard() { OwnFiles.remove([Journal.fileName] + Self.ownNames, with: partial) }
}

extension ResultLocation.State {
  /// Whether it may only be published.
  var isComplete: Bool { if case .complete = self { true } else { false } }

  /// Whether nothing is lost if it is discarded.
  var isWorthless: Bool {
    switch self {
    case .empty: true
    case .unfinished(let committed, _, _): committed == 0
    case .complete: false
    }
  }

  /// What a message says of it.
  var words: String {
    switch self {
    case .empty: "nothing"
    case .unfinished(let committed, .some(let all), let unit): "\(committed) of \(all) \(unit)"
    case .unfinished(let committed, nil, let unit): "\(committed) \(unit)"
    case .complete: "all results"
    }
  }
}
