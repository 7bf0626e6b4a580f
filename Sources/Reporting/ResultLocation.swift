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
  let replaced: String

  private let name: String
  private static let ending = ".partial"
  private static let lockName = "lock"
  private static let recipeName = "recipe.json"
  private static let newRecipeName = "recipe.json.new"

  /// All that a run may write.
  private static let ownNames: Set<String> = {
    let tables: [TableSchema] = [
      OutcomesTable.schema, SummaryTable.schema, ComparisonTable.schema, RankingTable.schema, AttributionTable.schema,
      CounterfactualsTable.schema, TransitionsTable.schema, YearlyTransitionsTable.schema, SpellsTable.schema,
      PanelTable.schema, QuantilesTable.schema, SurvivalTable.schema, SurvivalComparisonTable.schema,
      MobilityTable.schema, TransitionMatrixTable.schema, DynamicsTable.schema, GrowthIncidenceTable.schema,
      CostsTable.schema, CourseTable.schema, EffectivenessTable.schema, FrontierTable.schema,
      AcceptabilityTable.schema, BudgetImpactTable.schema, InstitutionsTable.schema, StocktakeTable.schema,
      HouseholdsTable.schema, DecompositionTable.schema, DesignTable.schema([], units: []), SweepOutcomesTable.schema,
      UncertaintyTable.schema, IndicesTable.schema, ElementaryEffectsTable.schema, TornadoTable.schema,
      MixesTable.schema([]), EvaluationsTable.schema, FinalistsTable.schema, PortfolioFrontierTable.schema,
      MeasuresTable.schema(ofRuns: false),
    ]
    let traps = TrapsWriter.schemas
    let others = [lockName, recipeName, newRecipeName, Journal.fileName, RunRecord.fileName, DataPackage.fileName]
    return Set((tables + traps).map(\.fileName) + others)
  }()

  init(path: String) {
    name = path
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    partial = self.path + Self.ending
    replaced = self.path + ".replaced"
  }

  /// The results that a partial directory will become: the shell completes only what is there.
  static func withoutPartialEnding(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return String(path.hasSuffix(ending) ? path.dropLast(ending.count) : path)
  }

  var recipe: String { partial + "/" + Self.recipeName }

  // MARK: - What is there

  var holdsPartial: Bool { FileManager.default.fileExists(atPath: partial) }

  var holdsRecipe: Bool { FileManager.default.fileExists(atPath: recipe) }

  /// What the partial directory holds.
  var state: State {
    guard holdsRecipe else {
      return FileManager.default.fileExists(atPath: partial + "/" + RunRecord.fileName) ? .complete : .empty
    }
    let record = try? StoredRecord(path: recipe)
    let committed = Journal.committed(in: partial)
    if let points = record?.points { return .unfinished(committed: committed, of: points, unit: "points") }
    // How many replications a precision or a search for the best mix takes is known at the end.
    let isCounted = record?.precision == nil && record?.portfolioFile == nil
    return .unfinished(committed: committed, of: isCounted ? record?.replications : nil, unit: "replications")
  }

  var holdsResults: Bool { FileManager.default.fileExists(atPath: path + "/" + RunRecord.fileName) }

  /// Why it cannot be told whether there are results; nil where it can.
  var obstacle: String? {
    var isDirectory = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return holdsPartial ? nil : "there is no such directory"
    }
    guard isDirectory.boolValue else { return "it is a file; give a directory of results" }
    return access(path, R_OK | X_OK) == 0 ? nil : FileFailure.words(errno)
  }

  var holdsFiles: Bool { FileManager.default.fileExists(atPath: path) && !Self.isEmptyDirectory(path) }

  /// Checks that results may be put there.
  func check(replacingResults: Bool) throws(OutputError) {
    guard holdsFiles else { return }
    guard holdsResults else { throw .notResults(path: name) }
    guard replacingResults else { throw .resultsExist(path: name) }
    let others = filesOutsideRecord
    guard others.isEmpty else { throw .otherFiles(path: name, names: others) }
  }

  /// Checks that what is in the partial directory was written by a run, as far as no record vouches for it.
  func checkPartial() throws(OutputError) {
    guard holdsPartial, (try? StoredRecord(path: recipe)) == nil, (try? StoredRecord(directory: partial)) == nil else {
      return
    }
    let others = Self.names(in: partial).filter { !Self.ownNames.contains($0) }.sorted()
    guard others.isEmpty else {
      throw .notUnfinishedResults(path: Self.withoutPartialEnding(name) + Self.ending, names: others)
    }
  }

  /// Files that are not among the outputs in the record of the run.
  private var filesOutsideRecord: [String] {
    let recorded: Set<String>
    do throws(OutputError) {
      recorded = Set(try StoredRecord(directory: path).outputs.map(\.name))
    } catch {
      guard case .otherFormat = error else { return filesBesideRecord }
      let outputs = outputsText
      recorded = Set(filesBesideRecord.filter { outputs.contains("\"file\": \"\($0)\"") })
    }
    return filesBesideRecord.filter { !recorded.contains($0) }
  }

  private var filesBesideRecord: [String] {
    Self.names(in: path).filter { $0 != RunRecord.fileName }.sorted()
  }

  /// What a record of whatever format says of its outputs, which come last but for the execution.
  private var outputsText: String {
    let record = (try? String(contentsOfFile: path + "/" + RunRecord.fileName, encoding: .utf8)) ?? ""
    let comparable = ResultIdentity.comparablePart(of: record)
    return comparable.range(of: "\n  \"outputs\": [").map { String(comparable[$0.lowerBound...]) } ?? ""
  }

  private static func names(in directory: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
  }

  private static func isEmptyDirectory(_ path: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.isEmpty ?? false
  }

  // MARK: - Changing it

  /// Keeps other processes out of the partial directory.
  func lock() throws(OutputError) -> FileLock {
    guard let lock = try FileLock(path: partial + "/" + Self.lockName) else { throw .locked(path: name) }
    return lock
  }

  /// Repairs what a process that died while it published has left: earlier results go back to their place unless the
  /// new ones are there.
  ///
  /// Nobody is publishing meanwhile: the caller holds the lock, or there is no partial directory to be published.
  func recover() {
    let fileManager = FileManager.default
    let lock = path + "/" + Self.lockName
    let lockSize = (try? fileManager.attributesOfItem(atPath: lock))?[.size] as? NSNumber
    if holdsResults, lockSize?.intValue == 0 { try? fileManager.removeItem(atPath: lock) }
    guard fileManager.fileExists(atPath: replaced) else { return }
    if holdsFiles { try? fileManager.removeItem(atPath: replaced) } else { rename(replaced, path) }
  }

  /// Writes down what is being run; the file is there whole or not at all.
  func writeRecipe(_ text: String) throws(OutputError) {
    let new = partial + "/" + Self.newRecipeName
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: new))
    } catch {
      throw .cannotCreate(path: recipe, reason: FileFailure.words(error))
    }
    guard rename(new, recipe) == 0 else {
      throw .cannotCreate(path: recipe, reason: String(cString: strerror(errno)))
    }
  }

  /// Waits until the partial directory is on disk, so that not even a power cut puts torn files in the place of earlier
  /// results.
  func synchronize() throws(OutputError) {
    for file in Self.names(in: partial).map({ partial + "/" + $0 }) + [partial] {
      let descriptor = open(file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .cannotRead(path: file, reason: String(cString: strerror(errno))) }
      defer { close(descriptor) }
      // Some file systems cannot be asked for it.
      guard fsync(descriptor) == 0 || errno == EINVAL else {
        throw .cannotWrite(path: file, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Empties the partial directory but for the lock.
  func clear() throws(OutputError) {
    do {
      for file in try FileManager.default.contentsOfDirectory(atPath: partial) where file != Self.lockName {
        try FileManager.default.removeItem(atPath: partial + "/" + file)
      }
    } catch {
      throw .cannotCreate(path: partial, reason: FileFailure.words(error))
    }
  }

  /// Removes what is no result: the recipe first, for without it the results count as complete.
  ///
  /// The lock stays, or another process could take it before the directory is in its place.
  func removeWorkingFiles() {
    for file in [Self.recipeName, Self.newRecipeName, Journal.fileName] {
      try? FileManager.default.removeItem(atPath: partial + "/" + file)
    }
  }

  /// Removes the lock from results that are in their place.
  func removeLock() { try? FileManager.default.removeItem(atPath: path + "/" + Self.lockName) }

  /// Removes the partial directory.
  func discard() { try? FileManager.default.removeItem(atPath: partial) }
}

extension ResultLocation.State {
  /// Whether it may only be published.
  var isComplete: Bool {
    guard case .complete = self else { return false }
    return true
  }

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
