import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting
import Statistics

@Suite("Tables of a dataset")
struct TableTests {
  private func table(_ name: String) throws -> [String] {
    let directory = try TemporaryDirectory()
    try Fixture.write(to: directory.path + "/out")
    let text = try directory.text("out/\(name).csv")
    #expect(text.hasSuffix("\n"))
    #expect(!text.contains("\r"))
    return text.split(separator: "\n").map(String.init)
  }

  @Test func outcomes() throws {
    let lines = try table("outcomes")
    #expect(lines[0] == "scenario,replication,quarter,group,level,headcount_ratio,durable_exits")
    #expect(
      Array(lines[1...5]) == [
        "Base,1,0,all,all,0.5,0", "Base,1,0,sex_of_head,female,,0", "Base,1,4,all,all,0.25,10",
        "Base,1,4,sex_of_head,female,1,2", "\"Loans, small\",1,0,all,all,0.5,0",
      ])
    #expect(lines.count == 1 + 4 * 4)
  }

  @Test("by default the tables of replications tell of the whole population")
  func population() throws {
    let directory = try TemporaryDirectory()
    let results = try ResultDirectory(
      path: directory.path + "/out", replacingResults: false, discardingUnfinished: false)
    let writer = try DatasetWriter(
      directory: results, groupLevels: Fixture.groupLevels, measures: Fixture.measures,
      programmeNames: Fixture.programmeNames, comparison: true, microdata: false, detail: .population)
    for (run, result) in Fixture.runs { try writer.take(result, of: run) }
    try writer.finish(replication: 2) { [] }
    let files = try writer.finish(Fixture.summary(), record: Fixture.record) { Fixture.execution() }
    let outcomes = try String(contentsOfFile: results.partialPath + "/outcomes.csv", encoding: .utf8)
    #expect(outcomes.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",all,all,") })
    #expect(outcomes.split(separator: "\n").count == 1 + 4 * 2)
    let detailed = ["counterfactuals", "panel", "programme_outcomes", "quantiles", "spells"].map { $0 + ".csv" }
    #expect(Set(files.map(\.name)).isDisjoint(with: detailed))
    let all = try Fixture.write(to: directory.path + "/all")
    #expect(Set(all.map(\.name)).subtracting(files.map(\.name)).subtracting(["households.csv"]) == Set(detailed))
  }

  @Test("measures of programmes have a table of their own")
  func outcomesOfProgrammes() throws {
    let lines = try table("programme_outcomes")
    #expect(
      lines[0]
        == (["scenario", "replication", "quarter", "programme"] + Model.programmeMeasures.map(\.name)).joined(
          separator: ","))
    #expect(lines.count == 1 + 2 * 2)
    #expect(lines[1].hasPrefix("\"Loans, small\",1,0,\"Loans, interest-free\",,"))
    #expect(lines[2].hasPrefix("\"Loans, small\",1,4,\"Loans, interest-free\",1.5,0.25,,"))
  }

  @Test func summary() throws {
    let lines = try table("summary")
    #expect(lines[0] == "scenario,quarter,group,level,measure,mean,sd,se,ci_low,ci_high,replications,unit")
    #expect(lines[1] == "Base,0,all,all,headcount_ratio,0.5,0,0,0.5,0.5,2,share of persons")
    #expect(lines[3] == "Base,0,sex_of_head,female,headcount_ratio,,,,,,0,share of persons")
    #expect(lines[7] == "Base,4,sex_of_head,female,headcount_ratio,1,,,,,1,share of persons")
    // 0.25 and 0.75: sd = 1 / sqrt 8, se = 0.25, Student's quantile with one degree of freedom 12.7062.
    let cells = lines[5].split(separator: ",").map(String.init)
    #expect(Array(cells[0...5]) == ["Base", "4", "all", "all", "headcount_ratio", "0.5"])
    #expect(abs((Double(cells[6]) ?? 0) - 0.3535533905932738) < 1e-15)
    #expect(cells[7] == "0.25")
    // On the log-odds, which are 0, with an error of 0.25 / (0.5 x 0.5) = 1.
    #expect(abs((Double(cells[8]) ?? 0) - 1 / (1 + exp(12.706204736432095))) < 1e-12)
    #expect(abs((Double(cells[9]) ?? 0) - 1 / (1 + exp(-12.706204736432095))) < 1e-12)
    #expect(Array(cells[10...]) == ["2", "share of persons"])
    #expect(lines.count == 1 + 2 * 8 + 2 * Model.programmeMeasures.count)
    let programme = "\"Loans, small\",4,programme,\"Loans, interest-free\","
    #expect(lines.contains(programme + "enrolled,1.5,0,0,1.5,1.5,2,real households"))
    #expect(lines.contains(programme + "exclusion_error,,,,,,0,share of poor households"))
  }

  @Test func comparison() throws {
    let lines = try table("comparison")
    #expect(
      lines[0]
        == "baseline,scenario,quarter,group,level,measure,baseline_mean,scenario_mean,difference,percent,ratio,"
        + "ratio_ci_low,ratio_ci_high,se,ci_low,ci_high,ci_low_family,ci_high_family,variance_reduction,replications,unit"
    )
    #expect(
      lines[1] == "Base,\"Loans, small\",0,all,all,headcount_ratio,0.5,0.5,0,0,1,1,1,0,0,0,0,0,,2,share of persons")
    #expect(lines[2] == "Base,\"Loans, small\",0,all,all,durable_exits,0,0,0,,,,,0,0,0,0,0,,2,households")
    #expect(
      lines[3] == "Base,\"Loans, small\",0,sex_of_head,female,headcount_ratio,,,,,,,,,,,,,,0,share of persons")
    // Differences -0.125 and -0.25: mean -0.1875, se 0.0625.
    #expect(
      lines[5].hasPrefix(
        "Base,\"Loans, small\",4,all,all,headcount_ratio,0.5,0.3125,-0.1875,-37.5,0.625,,,0.0625,-0.98"))
    // Variances 1/8 and 9/128 against 1/128 of the differences.
    #expect(lines[5].hasSuffix(",25,2,share of persons"))
    // Defined in both only once.
    #expect(
      lines[7]
        == "Base,\"Loans, small\",4,sex_of_head,female,headcount_ratio,1,0.5,-0.5,-50,0.5,,,,,,,,,1,share of persons")
    #expect(
      lines[8] == "Base,\"Loans, small\",4,sex_of_head,female,durable_exits,2,2,0,0,1,1,1,0,0,0,0,0,,2,households")
    #expect(lines.count == 1 + 8)
    #expect(!lines.contains { $0.contains(",programme,") })
  }

  @Test func ranking() throws {
    let lines = try table("ranking")
    #expect(lines[0] == "measure,better,scenario,mean,rank,probability_best,replications,unit")
    #expect(lines.count == 1 + 3 * 2)
    #expect(lines[1].hasPrefix("headcount_ratio,lower,Base,0.5,1,0."))
    #expect(lines[2].hasPrefix("headcount_ratio,lower,\"Loans, small\",0.3125,1,0."))
    #expect(lines[2].hasSuffix(",2,share of persons"))
    #expect(lines[4].hasPrefix("durable_exits,higher,\"Loans, small\",45,1,0."))
    #expect(lines[5].hasPrefix("programme_cost,lower,Base,0,1,0."))
    #expect(lines[5].hasSuffix(",2,PKR of 2015-16"))
  }

  @Test func counterfactuals() throws {
    let lines = try table("counterfactuals")
    #expect(lines[0] == "scenario,replication,group,level,treatment,measure,value,unit")
    #expect(lines.count == 1 + 2 * 2 * 3 * EndState.measures.count)
    #expect(lines[1] == "\"Loans, small\",1,all,all,all,households,0,real households")
    #expect(lines[3] == "\"Loans, small\",1,all,all,all,out_only_with,0.02,real households")
    #expect(lines[1 + 15 + 7] == "\"Loans, small\",1,all,all,treated,welfare_effect,,consumption / need")
    #expect(
      lines[1 + 45 + 30 + 14] == "\"Loans, small\",1,sex_of_head,female,untreated,large_gain,0.89,share of households")
    #expect(lines[1 + 90 + 14] == "\"Loans, small\",2,all,all,all,large_gain,0.42,share of households")
  }

  @Test func attribution() throws {
    let lines = try table("attribution")
    #expect(lines[0] == "scenario,group,level,treatment,measure,mean,se,ci_low,ci_high,replications,unit")
    #expect(lines.count == 1 + 2 * 3 * EndState.measures.count)
    // 0.5 and 1.5: se 0.5. 0.52 and 1.56, of a difference: 1.04 - 12.7062 x 0.52.
    #expect(lines[1 + 45 + 5].hasPrefix("\"Loans, small\",sex_of_head,female,all,durable_exit_only_with,1,0.5,"))
    #expect(lines[1 + 45 + 7].hasPrefix("\"Loans, small\",sex_of_head,female,all,welfare_effect,1.04,0.52,-5.567"))
    #expect(lines[1 + 15 + 7] == "\"Loans, small\",all,all,treated,welfare_effect,,,,,0,consumption / need")
  }

  @Test("sums that are written and read back make the same tables", arguments: Detail.allCases)
  func tablesAfterReading(detail: Detail) throws {
    func tables(_ summary: ExperimentSummary) throws -> [[String]] {
      let tables: [any FindingsTable<ExperimentSummary>.Type] = [
        SummaryRow.self, ComparisonRow.self, RankingRow.self, AttributionRow.self, EffectivenessRow.self,
        BudgetImpactRow.self, SurvivalRow.self, SurvivalComparisonRow.self, MobilityRow.self, TransitionMatrixRow.self,
        DynamicsRow.self, GrowthIncidenceRow.self, DecompositionRow.self,
      ]
      return try tables.map { try $0.lines(of: summary) }
    }
    var live = Fixture.accumulator(detail: detail)
    for (run, result) in Fixture.runs { live.add(result, of: run) }
    var first = Fixture.accumulator(detail: detail)
    for (run, result) in Fixture.runs where run.replication == 1 { first.add(result, of: run) }
    var written = StateArchive()
    try first.pass(through: &written)
    var again = Fixture.accumulator(detail: detail)
    var read = StateArchive(reading: written.bytes)
    try again.pass(through: &read)
    for (run, result) in Fixture.runs where run.replication == 2 { again.add(result, of: run) }
    #expect(try tables(again.summary()) == tables(live.summary()))
    #expect(again.summary().stocktakes.map(\.rows) == live.summary().stocktakes.map(\.rows))
    #expect(again.summary().reaches == live.summary().reaches)
    // Half of them are no sums, nor are those with another detail.
    for count in stride(from: 0, to: written.bytes.count, by: 97) {
      var torn = StateArchive(reading: Array(written.bytes.prefix(count)))
      var accumulator = Fixture.accumulator(detail: detail)
      #expect(throws: StateArchive.Fault.self) { try accumulator.pass(through: &torn) }
    }
    var other = Fixture.accumulator(detail: detail == .groups ? .population : .groups)
    var foreign = StateArchive(reading: written.bytes)
    #expect(throws: StateArchive.Fault.self) { try other.pass(through: &foreign) }
  }

  @Test func transitions() throws {
    let lines = try table("transitions")
    #expect(lines[0] == (["scenario", "replication", "from"] + JointMoves.stateNames).joined(separator: ","))
    let rows = lines[1...2].map { $0.split(separator: ",").map(String.init) }
    #expect(
      rows.map { Array($0[..<3]) } == [
        ["Base", "1", "bonded/isolated/voiceless"], ["Base", "1", "self_reliant/leading/claiming"],
      ])
    let columns = lines[0].split(separator: ",")
    func count(_ row: [String], _ state: Substring) -> String? { columns.firstIndex(of: state).map { row[$0] } }
    #expect(count(rows[0], "bonded/isolated/voiceless") == "6")
    #expect(count(rows[0], "tied/sheltered/voiceless") == "2")
    #expect(count(rows[1], "self_reliant/leading/claiming") == "1.5")
    #expect(rows.map { $0.dropFirst(3).count { $0 == "0" } } == [62, 63])
    #expect(lines.count == 1 + 4 * 2)
  }

  @Test func costs() throws {
    #expect(
      try table("costs") == [
        "scenario,replication,quarter,partner,programme,intervention,units,households,transfer_pkr,delivery_pkr,"
          + "organisation_pkr,loan_pkr,repayment_pkr,pkr",
        "\"Loans, small\",1,3,Akhuwat,Loans,soft_loan,2,1.5,0,500,0,1000,0,1500",
        "\"Loans, small\",2,3,Akhuwat,Loans,soft_loan,2,1.5,0,500,0,2000.5,0,2500.5",
      ])
  }

  @Test func institutions() throws {
    #expect(
      try table("institutions") == [
        "scenario,replication,quarter,place,tier,status,count,members,poor_share,women_share,maturity,savings,"
          + "treasury,cost",
        "\"Loans, small\",1,4,\"Kasur, UC 1\",community_organisation,active,2,30.5,0.75,0.5,0.125,2500,,1500",
        "\"Loans, small\",1,4,Kasur,network,active,1,0,,,,0,1000.5,0",
        "\"Loans, small\",2,4,\"Kasur, UC 1\",community_organisation,active,2,30.5,0.75,0.5,0.125,2500,,2500.5",
        "\"Loans, small\",2,4,Kasur,network,active,1,0,,,,0,1000.5,0",
      ])
  }

  @Test func reach() throws {
    #expect(
      try table("reach") == [
        "scenario,replication,programme,eligible,barred,offered,willing,afforded,served",
        "\"Loans, small\",1,\"Loans, interest-free\",20.5,2,8,6.5,3,1.5",
        "\"Loans, small\",2,\"Loans, interest-free\",20.5,2,8,6.5,3,1.5",
      ])
  }

  @Test func stocktake() throws {
    #expect(
      try table("stocktake") == [
        "scenario,replication,partner,district,union_council,intervention,households,pkr,overlap,unmet_need",
        "\"Loans, small\",1,Akhuwat,Kasur,\"Kasur, UC 1\",soft_loan,1.5,1500,0.5,0",
        "\"Loans, small\",1,nobody,Kasur,\"Kasur, UC 1\",unserved,0,0,0,12",
        "\"Loans, small\",2,Akhuwat,Kasur,\"Kasur, UC 1\",soft_loan,1.5,2500.5,0.5,0",
        "\"Loans, small\",2,nobody,Kasur,\"Kasur, UC 1\",unserved,0,0,0,12",
      ])
  }

  @Test func households() throws {
    let lines = try table("households")
    #expect(
      lines[0] == (["scenario", "replication", "quarter"] + HouseholdRecord.columns.map(\.name)).joined(separator: ","))
    #expect(lines[1].hasPrefix("Base,1,0,"))
    #expect(lines[2].hasPrefix("\"Loans, small\",1,0,"))
    #expect(lines.count == 1 + 4)
  }

  @Test("a run alone has no comparison, no stocktake without programmes, and no households unless asked for")
  func tablesOfARun() throws {
    let directory = try TemporaryDirectory()
    let results = try ResultDirectory(
      path: directory.path + "/out", replacingResults: false, discardingUnfinished: false)
    let writer = try DatasetWriter(
      directory: results, groupLevels: Fixture.groupLevels, measures: Fixture.measures, programmeNames: [[]],
      comparison: false, microdata: false, detail: .groups)
    let runs = Fixture.runs.filter { $0.run.scenario == 0 }
    for (run, result) in runs { try writer.take(result, of: run) }
    try writer.finish(replication: 2) { [] }
    let files = try writer.finish(Fixture.summary(of: runs), record: Fixture.record) { Fixture.execution() }
    #expect(
      files.map(\.name) == [
        "costs.csv", "course.csv", "datapackage.json", "dynamics.csv", "growth_incidence.csv", "institutions.csv",
        "mobility.csv", "outcomes.csv", "panel.csv", "quantiles.csv", "run.json", "spells.csv", "summary.csv",
        "sums.bin",
        "survival.csv", "transition_matrix.csv", "transitions.csv", "yearly_transitions.csv",
      ])
    let institutions = try String(contentsOfFile: results.partialPath + "/institutions.csv", encoding: .utf8)
    #expect(institutions.split(separator: "\n").count == 1)
  }

  @Test("programmes that were not observed have no rows")
  func unobservedProgrammes() throws {
    let directory = try TemporaryDirectory()
    let results = try ResultDirectory(
      path: directory.path + "/out", replacingResults: false, discardingUnfinished: false)
    let writer = try DatasetWriter(
      directory: results, groupLevels: Fixture.groupLevels, measures: Fixture.measures, programmeNames: [["Loans"]],
      comparison: false, microdata: false, detail: .groups)
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
    try writer.finish(replication: 1) { [] }
    let written = try String(contentsOfFile: results.partialPath + "/outcomes.csv", encoding: .utf8)
    #expect(written.split(separator: "\n").count == 1 + 4)
  }

  @Test("what a replication produced is on disk before the next one")
  func streaming() throws {
    let directory = try TemporaryDirectory()
    let results = try ResultDirectory(
      path: directory.path + "/out", replacingResults: false, discardingUnfinished: false)
    let writer = try DatasetWriter(
      directory: results, groupLevels: Fixture.groupLevels, measures: Fixture.measures,
      programmeNames: Fixture.programmeNames, comparison: true, microdata: false, detail: .groups)
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
    try writer.finish(replication: 1) { [] }
    let written = try String(contentsOfFile: results.partialPath + "/outcomes.csv", encoding: .utf8)
    #expect(written.split(separator: "\n").count == 1 + 4)
  }
}
