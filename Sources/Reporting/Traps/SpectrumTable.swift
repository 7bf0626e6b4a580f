internal import Experiments

/// `spectrum.csv`: the slowest processes by which shares come to the long run.
enum SpectrumTable {
  static let schema = TableSchema(
    name: "spectrum",
    summary: """
      The largest eigenvalues of the chain on its largest class, and those of that chain averaged with its reversal in \
      time, in which sets are found. The gap between 1 and the second tells how fast the past is forgotten.
      """,
    columns: [
      .scenario, TableColumn("rank", .integer, "From 1, by falling distance from 0."),
      TableColumn("real", .number, unit: "1", "Real part of the eigenvalue."),
      TableColumn("imaginary", .number, unit: "1", "Imaginary part; of a pair the one above 0."),
      .quarters("time_scale", "Time after which the process has faded to 1/e; empty for the first."),
      TableColumn("reversible_eigenvalue", .number, unit: "1", "Eigenvalue of the averaged chain of the same rank."),
      .quarters("reversible_time_scale", "Its time; empty for the first and where it is not above 0."),
    ],
    primaryKey: ["scenario", "rank"])

  static func write(_ study: TrapStudy, to table: TableFile) throws(OutputError) {
    for scenario in study.scenarios {
      for (rank, process) in scenario.processes.enumerated() {
        try table.addRow { row in
          row.append(scenario.scenarioName)
          row.append(rank + 1)
          row.append(supported: process.real)
          row.append(supported: process.imaginary)
          row.append(supported: process.timeScale)
          row.append(supported: process.reversibleEigenvalue)
          row.append(supported: process.reversibleTimeScale)
        }
      }
    }
  }
}
