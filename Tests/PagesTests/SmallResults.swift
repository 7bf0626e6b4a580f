import Charts
import Foundation

@testable import Pages

/// A comparison by its differences in durable exits, such as tests of sentences need.
struct SmallResults {
  /// One scenario against the baseline.
  struct Difference {
    let scenario: String
    let mean: Double
    let low: Double
    let high: Double
    let rank: Int
    /// The difference in the share out of dependency of each band of the scorecard, with its interval.
    var bands: [(name: String, mean: Double, low: Double, high: Double)] = []
    var ratio: (mean: Double, low: Double, high: Double)?
  }

  var differences: [Difference]
  var replications = 20
  var baselineRank = 1

  var source: ResultSource {
    get throws {
      let names = ["Base"] + differences.map(\.scenario)
      let values = names.map {
        """
        {"name": "\($0)", "values": [{"path": "a", "value": 1, "unit": "", "source": "assumed"}, \
        {"path": "b", "value": "x", "unit": "", "source": "census"}]}
        """
      }
      let record = """
        {"command": "compare", "seed": 7, "overrides": [], "replications": \(replications), "households": 100,
         "quarters": 40, "scenarios": [\(values.joined(separator: ", "))]}
        """
      let facts = try JSONDecoder().decode(RunFacts.self, from: Data(record.utf8))
      let tables = [
        "comparison.csv": comparison, "ranking.csv": ranking, "effectiveness.csv": effectiveness,
        "summary.csv": summary,
      ]
      let results = ResultSet(
        command: "compare", scenarios: names, isComparison: true, start: "2019-Q1", quarters: 40,
        replications: replications, enoughReplications: 10
      ) { file, keeping in
        guard let table = tables[file] else { return nil }
        let rows = table.rows().filter { row in keeping.allSatisfy { $1.contains(row[$0]) } }
        return DataTable(columns: table.columns, rows: rows.map { row in table.columns.map { row[$0] } })
      }
      return ResultSource(directory: "results/small", facts: facts, results: results)
    }
  }

  private var comparison: DataTable {
    func row(
      _ scenario: String, _ group: String, _ level: String, _ measure: String, _ unit: String, _ numbers: [Double]
    ) -> [String] {
      [scenario, "40", group, level, measure, unit] + numbers.map { $0.isNaN ? "" : "\($0)" }
    }
    return DataTable(
      columns: [
        "scenario", "quarter", "group", "level", "measure", "unit", "difference", "ci_low_family", "ci_high_family",
      ],
      rows: differences.flatMap { difference in
        [
          row(
            difference.scenario, "all", "all", "durable_exits", "real households",
            [difference.mean, difference.low, difference.high])
        ]
          + difference.bands.map {
            row(
              difference.scenario, "band", $0.name, "out_of_dependency", "share of households",
              [$0.mean, $0.low, $0.high])
          }
      })
  }

  private var ranking: DataTable {
    let exits =
      [["durable_exits", "Base", "0", "\(baselineRank)"]]
      + differences.map { ["durable_exits", $0.scenario, "0", replications > 1 ? "\($0.rank)" : ""] }
    let costs =
      [["programme_cost", "Base", "0", "1"]] + differences.map { ["programme_cost", $0.scenario, "2000000", "2"] }
    return DataTable(columns: ["measure", "scenario", "mean", "rank"], rows: exits + costs)
  }

  private var effectiveness: DataTable {
    DataTable(
      columns: ["scenario", "perspective", "effect", "reading", "ratio", "ratio_ci_low", "ratio_ci_high"],
      rows: differences.compactMap { difference in
        difference.ratio.map {
          [difference.scenario, "programme", "durable_exits", "ratio", "\($0.mean)", "\($0.low)", "\($0.high)"]
        }
      })
  }

  /// The simulated households stand for ten times as many.
  private var summary: DataTable {
    DataTable(
      columns: ["scenario", "quarter", "group", "measure", "mean", "ci_low", "ci_high", "unit"],
      rows: [["Base", "0", "all", "households", "1000", "1000", "1000", "real households"]])
  }
}
