import Experiments
import Reporting

/// Rows of outcomes.csv, their cells appended by hand and through their table; the ratio is to stay below 1.6.
func tableEntries() -> [Contest.Entry] {
  let count = 200_000
  let measures = (0..<50).map { (name: "measure_number_\($0)", unit: "share of households \($0)") }
  let run = RunIdentity(scenario: 0, scenarioName: "Kasur MawaKhat", replication: 12)
  func entry(_ name: String, _ append: @escaping (RunRow<OutcomeEntry>, inout CSVBuffer) -> Void) -> Contest.Entry {
    Contest.Entry(
      name: name, units: count,
      work: {
        var buffer = CSVBuffer()
        var row = RunRow(run, OutcomeEntry.blank)
        (row.entry.quarter, row.entry.group, row.entry.level) = (40, "settlement_type", "rural")
        for index in 0..<count {
          (row.entry.measure, row.entry.unit) = measures[index % 50]
          row.entry.value = Double(index) / 7
          append(row, &buffer)
          buffer.endRow()
        }
        return Double(buffer.bytes.count)
      }, expected: 19_000_000...23_000_000)
  }
  return [
    entry("row of outcomes by hand") { row, buffer in
      buffer.append(row.scenario)
      buffer.append(row.replication)
      buffer.append(row.entry.quarter)
      buffer.append(row.entry.group)
      buffer.append(row.entry.level)
      buffer.append(row.entry.measure)
      buffer.append(row.entry.value)
      buffer.append(row.entry.unit)
    },
    entry("row of outcomes through its table") { row, buffer in OutcomeEntry.table.append(row, to: &buffer) },
  ]
}
