package import Experiments
internal import Households

extension DependencyEvidence {
  /// The file that moves are read from.
  package static let fileName = TransitionEntry.schema.fileName

  /// The moves in results of run, compare or stocktake: evidence for each scenario, in the order of the table.
  /// - Throws: `OutputError` where the table cannot be read or lacks replications; `changedFiles` where what was read
  ///   is not what is recorded.
  /// - Complexity: O(rows); memory of 4,096 numbers for each run.
  package static func read(
    directory: String, recorded: FileDigest, replications: Int
  ) throws(OutputError) -> [DependencyEvidence] {
    let reader = try TableReader<RunRow<TransitionEntry>>(directory: directory)
    var names: [String] = []
    var moves: [[[Double]]] = []
    while try reader.next() {
      let row = try reader.value()
      guard let state = row.entry.state else { throw reader.failure("\(row.from) is not a joint state") }
      if names.last != row.scenario, !names.contains(row.scenario) {
        names.append(row.scenario)
        moves.append([])
      }
      guard let scenario = names.firstIndex(of: row.scenario) else { continue }
      if row.replication == moves[scenario].count + 1 {
        moves[scenario].append(Array(repeating: 0, count: JointState.count * JointState.count))
      }
      guard row.replication == moves[scenario].count else {
        throw reader.failure("a replication is missing before it")
      }
      for (to, count) in row.counts.enumerated() {
        moves[scenario][row.replication - 1][to + JointState.count * state] += count
      }
    }
    guard try reader.hasRead(recorded) else { throw .changedFiles(path: directory, names: [recorded.name]) }
    guard !names.isEmpty, moves.allSatisfy({ $0.count == replications }) else {
      throw reader.failure("not all scenarios have \(replications) replications before it")
    }
    return zip(names, moves).map { DependencyEvidence(scenarioName: $0, content: .moves($1)) }
  }
}
