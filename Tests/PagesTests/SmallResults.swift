import Charts
import Reporting
import TestSupport

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
      let values = [
        ValueRecord(path: "a", value: .number(1), unit: "", origin: "default", source: "assumed"),
        ValueRecord(path: "b", value: .text("x"), unit: "", origin: "default", source: "census"),
      ]
      let results = ResultSet(
        scenarios: names, isComparison: true, start: "2019-Q1", quarters: 40,
        replications: replications,
        source: SmallTables([
          "comparison.csv": comparison, "ranking.csv": ranking, "effectiveness.csv": effectiveness,
          // The simulated households stand for ten times as many.
          "summary.csv": ["scenario,group,measure,mean", "Base,all,households,1000"],
        ]))
      return Self.source(
        "compare", scenarios: names.map { ScenarioRecord(name: $0, file: "\($0).yaml", values: values) },
        replications: replications, results: results)
    }
  }

  /// Results with a record of what was simulated.
  static func source(
    _ command: String, scenarios: [ScenarioRecord], overrides: [OverrideRecord] = [], replications: Int,
    warnings: [Warning] = [], results: ResultSet
  ) -> ResultSource {
    let simulation = SimulationRecord(
      scenarios: scenarios, seed: 7, overrides: overrides, replications: replications, households: 100, quarters: 40,
      processes: [], observeEvery: 4, survey: "published margins")
    var record = RunRecord(command: command, kind: .study(simulation))
    record.warnings = warnings
    return ResultSource(directory: "results/small", record: record, simulation: simulation, results: results)
  }

  private var comparison: [String] {
    func line(_ scenario: String, _ cell: String, _ numbers: [Double]) -> String {
      "\(scenario),40,\(cell)," + numbers.map { $0.isNaN ? "" : "\($0)" }.joined(separator: ",") + ",\(replications)"
    }
    return ["scenario,quarter,group,level,measure,unit,difference,ci_low_family,ci_high_family,replications"]
      + differences.flatMap { difference in
        [
          line(
            difference.scenario, "all,all,durable_exits,real households",
            [difference.mean, difference.low, difference.high])
        ]
          + difference.bands.map {
            line(
              difference.scenario, "band,\($0.name),out_of_dependency,share of households", [$0.mean, $0.low, $0.high])
          }
      }
  }

  private var ranking: [String] {
    ["measure,scenario,mean,rank", "durable_exits,Base,0,\(baselineRank)", "programme_cost,Base,0,1"]
      + differences.map { "durable_exits,\($0.scenario),0,\(replications > 1 ? "\($0.rank)" : "")" }
      + differences.map { "programme_cost,\($0.scenario),2000000,2" }
  }

  private var effectiveness: [String] {
    ["scenario,perspective,effect,after_horizon,reading,ratio,ratio_ci_low,ratio_ci_high"]
      + differences.compactMap { difference in
        difference.ratio.map {
          "\(difference.scenario),programme,durable_exits,at_end,ratio,\($0.mean),\($0.low),\($0.high)"
        }
      }
  }
}
