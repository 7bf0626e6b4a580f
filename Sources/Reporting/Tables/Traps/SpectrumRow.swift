internal import Experiments

/// A row of `spectrum.csv`: one of the slowest processes by which shares come to the long run.
struct SpectrumRow: FindingsTable {
  let scenario: String
  let rank: Int
  let process: TrapAnalysis.Process

  static let table = Table(
    "spectrum",
    """
    The largest eigenvalues of the chain on its largest class, and those of that chain averaged with its reversal in \
    time, in which sets are found. The gap between 1 and the second tells how fast the past is forgotten.
    """,
    key: ["scenario", "rank"],
    [
      .scenario(\Self.scenario), .column("rank", \.rank, "From 1, by falling distance from 0."),
      .supported("real", \.process.real, unit: "1", mayBeEmpty: false, "Real part of the eigenvalue."),
      .supported(
        "imaginary", \.process.imaginary, unit: "1", mayBeEmpty: false, "Imaginary part; of a pair the one above 0."),
      .quarters(
        "time_scale", \.process.timeScale, "Time after which the process has faded to 1/e; empty for the first."),
      .supported(
        "reversible_eigenvalue", \.process.reversibleEigenvalue, unit: "1", mayBeEmpty: false,
        "Eigenvalue of the averaged chain of the same rank."),
      .quarters(
        "reversible_time_scale", \.process.reversibleTimeScale,
        "Its time; empty for the first and where it is not above 0."),
    ])

  static func write(_ study: TrapStudy, to rows: RowWriter<Self>) throws(OutputError) {
    for scenario in study.scenarios {
      for (rank, process) in scenario.processes.enumerated() {
        try rows.add(SpectrumRow(scenario: scenario.scenarioName, rank: rank + 1, process: process))
      }
    }
  }
}
