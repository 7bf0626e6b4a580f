internal import Experiments

/// A row of `unreached.csv`: a programme that has reached nobody at a point.
struct UnreachedRow: ReadableRow {
  var point = 0
  var scenario = "", programme = "", sentence = ""

  static let blank = UnreachedRow()
  static let table = Table(
    "unreached",
    "Programmes that have served nobody in any replication of a point, or have left out a part of their package.",
    key: ["point", "scenario", "programme"],
    [
      .point(\Self.point), .scenario(\.scenario), .column("programme", \.programme, "The programme."),
      .column("sentence", \.sentence, "Whom it has not reached, why, and how far it has come."),
    ])

  static func write(_ outcome: PointOutcome, to rows: RowWriter<Self>) throws(OutputError) {
    for (scenario, programme, text) in ReachWarnings.sentences(outcome.reaches, outcome.scenarios) {
      try rows.add(
        UnreachedRow(point: outcome.point + 1, scenario: scenario, programme: programme, sentence: text))
    }
  }

  /// What all points together say, in the order in which it was first said: one warning for each programme.
  static func warnings(directory: String, points: Int, expected: FileDigest?) throws(OutputError) -> [Warning] {
    let reader = try TableReader<Self>(directory: directory)
    var found: [(first: UnreachedRow, count: Int)] = []
    while try reader.next() {
      let row = try reader.value()
      let said = found.firstIndex { $0.first.scenario == row.scenario && $0.first.programme == row.programme }
      if let said { found[said].count += 1 } else { found.append((row, 1)) }
    }
    try reader.end(expected)
    return found.map {
      Warning(.reach, "at \($0.count) of \(points) points \($0.first.sentence); first at point \($0.first.point)")
    }
  }
}
