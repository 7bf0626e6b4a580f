public import Experiments
internal import Households

extension DependencyEvidence {
  /// The file that moves are read from.
  public static let fileName = TransitionsTable.schema.fileName

  /// The moves that a directory of results holds.
  ///
  /// - Parameters:
  ///   - directory: results of run, compare or stocktake.
  ///   - recorded: the table as their record knows it.
  ///   - replications: how many their record tells of.
  /// - Returns: evidence for each scenario, in the order of the table, with all replications.
  /// - Throws: `OutputError` where the table cannot be read; `changedFiles` where what was read is not what is recorded.
  /// - Complexity: O(rows); memory of 4,096 numbers for each run.
  public static func read(
    directory: String, recorded: FileDigest, replications: Int
  ) throws(OutputError) -> [DependencyEvidence] {
    let reader = try CSVReader(path: directory + "/" + TransitionsTable.schema.fileName, digesting: true)
    func failure(_ reason: String) -> OutputError {
      .cannotRead(path: directory + "/" + TransitionsTable.schema.fileName, reason: "line \(reader.line): \(reason)")
    }
    guard try reader.next() else { throw failure("it has no header") }
    var places: [Int] = []
    for name in ["scenario", "replication", "dimension", "from", "to", "count"] {
      guard let place = reader.row.cells.firstIndex(of: name) else { throw failure("it has no column \(name)") }
      places.append(place)
    }
    let states = Dictionary(JointState.all.map { ($0.name, $0.index) }, uniquingKeysWith: { first, _ in first })
    let joint = Array("joint".utf8)
    var names: [String] = []
    var moves: [[[Double]]] = []
    let columns = reader.row.count
    while try reader.next() {
      let row = reader.row
      guard row.count == columns else { throw failure("it has not \(columns) cells") }
      guard row.holds(joint, at: places[2]) else { continue }
      guard let replication = Int(row[places[1]]), let from = states[row[places[3]]], let to = states[row[places[4]]],
        let count = row.count(at: places[5])
      else { throw failure("it is not a move between joint states") }
      if names.last != row[places[0]], !names.contains(row[places[0]]) {
        names.append(row[places[0]])
        moves.append([])
      }
      guard let scenario = names.firstIndex(of: row[places[0]]) else { continue }
      if replication == moves[scenario].count + 1 {
        moves[scenario].append(Array(repeating: 0, count: JointState.count * JointState.count))
      }
      guard replication == moves[scenario].count else { throw failure("a replication is missing before it") }
      moves[scenario][replication - 1][to + JointState.count * from] += count
    }
    guard try reader.hasRead(recorded) else { throw .changedFiles(path: directory, names: [recorded.name]) }
    guard !names.isEmpty, moves.allSatisfy({ $0.count == replications }) else {
      throw failure("not all scenarios have \(replications) replications before it")
    }
    return zip(names, moves).map { DependencyEvidence(scenarioName: $0, content: .moves($1)) }
  }
}
