import Experiments
import Households
import Reporting

/// Rows of outcomes.csv, their cells appended by hand and through their table; the ratio is to stay below 1.6.
func tableEntries() -> [Contest.Entry] {
  let count = 4_000
  let run = RunIdentity(scenario: 0, scenarioName: "Kasur MawaKhat", replication: 12)
  func entry(_ name: String, _ append: @escaping (RunRow<OutcomeEntry>, inout CSVBuffer) -> Void) -> Contest.Entry {
    Contest.Entry(
      name: name, units: count * Model.measures.count,
      work: {
        var buffer = CSVBuffer()
        let level = GroupLevel(group: "settlement_type", level: "rural")
        for index in 0..<count {
          let values = Model.measures.indices.map { Double(index + $0) / 7 }
          append(RunRow(run, OutcomeEntry(quarter: 40, level: level, values: values)), &buffer)
          buffer.endRow()
        }
        return Double(buffer.bytes.count)
      }, expected: 3_000_000...6_000_000)
  }
  return [
    entry("row of outcomes by hand") { row, buffer in
      buffer.append(row.scenario)
      buffer.append(row.replication)
      buffer.append(row.entry.quarter)
      buffer.append(row.entry.level.group)
      buffer.append(row.entry.level.level)
      for value in row.entry.values { buffer.append(value) }
    },
    entry("row of outcomes through its table") { row, buffer in OutcomeEntry.table.append(row, to: &buffer) },
  ]
}
