import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

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
    #expect(lines[0] == "scenario,replication,quarter,group,level,measure,value,unit")
    #expect(
      Array(lines[1...9]) == [
        "Base,1,0,all,all,headcount_ratio,0.5,share of persons",
        "Base,1,0,all,all,durable_exits,0,households",
        "Base,1,0,sex_of_head,female,headcount_ratio,,share of persons",
        "Base,1,0,sex_of_head,female,durable_exits,0,households",
        "Base,1,4,all,all,headcount_ratio,0.25,share of persons",
        "Base,1,4,all,all,durable_exits,10,households",
        "Base,1,4,sex_of_head,female,headcount_ratio,1,share of persons",
        "Base,1,4,sex_of_head,female,durable_exits,2,households",
        "\"Loans, small\",1,0,all,all,headcount_ratio,0.5,share of persons",
      ])
    #expect(lines.count == 1 + 4 * 8 + 2 * 2 * Model.programmeMeasures.count)
  }

  @Test("measures of programmes come after those of groups")
  func outcomesOfProgrammes() throws {
    let lines = try table("outcomes")
    let start = "\"Loans, small\",1,4,programme,\"Loans, interest-free\","
    #expect(lines[8 + 4 + 1].hasPrefix("\"Loans, small\",1,0,programme,\"Loans, interest-free\",enrolled,,real"))
    let own = lines.filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count) }
    #expect(own[0] == "enrolled,1.5,real households")
    #expect(own[1] == "inclusion_error,0.25,share of enrolled households")
    #expect(own[2] == "exclusion_error,,share of poor households")
    #expect(own.map { $0.prefix { $0 != "," } } == Model.programmeMeasures.map { Substring($0.name) })
    #expect(try #require(lines.firstIndex { $0.hasPrefix(start) }) > 8 + 4 + 8)
    #expect(!lines.contains { $0.hasPrefix("Base,") && $0.contains(",programme,") })
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

  @Test("results of replications read back make the same tables as live ones")
  func tablesAfterReplay() throws {
    func tables(_ runs: [(run: RunIdentity, result: RunResult)]) throws -> [[String]] {
      let summary = Fixture.summary(of: runs)
      let tables: [any FindingsTable<ExperimentSummary>.Type] = [
        SummaryRow.self, ComparisonRow.self, RankingRow.self, AttributionRow.self, SurvivalRow.self,
        SurvivalComparisonRow.self, MobilityRow.self, TransitionMatrixRow.self, DynamicsRow.self,
        GrowthIncidenceRow.self,
      ]
      return try tables.map { try $0.lines(of: summary) }
    }
    let readBack = Fixture.runs.map { run, result in
      var kept = RunResult(
        observations: result.observations, transitions: result.transitions, costs: result.costs,
        course: result.course, dynamics: result.dynamics)
      kept.stocktake = result.stocktake
      kept.attribution = result.attribution
      return (run: run, result: run.replication == 1 ? kept : result)
    }
    #expect(try tables(readBack) == tables(Fixture.runs))
  }

  @Test func transitions() throws {
    let lines = try table("transitions")
    #expect(lines[0] == "scenario,replication,dimension,from,to,count,probability")
    #expect(
      Array(lines[1...16]) == [
        "Base,1,economic,bonded,bonded,6,0.75", "Base,1,economic,bonded,tied,2,0.25",
        "Base,1,economic,bonded,precarious,0,0", "Base,1,economic,bonded,self_reliant,0,0",
        "Base,1,economic,tied,bonded,0,", "Base,1,economic,tied,tied,0,",
        "Base,1,economic,tied,precarious,0,", "Base,1,economic,tied,self_reliant,0,",
        "Base,1,economic,precarious,bonded,0,", "Base,1,economic,precarious,tied,0,",
        "Base,1,economic,precarious,precarious,0,", "Base,1,economic,precarious,self_reliant,0,",
        "Base,1,economic,self_reliant,bonded,0,0", "Base,1,economic,self_reliant,tied,0,0",
        "Base,1,economic,self_reliant,precarious,0,0", "Base,1,economic,self_reliant,self_reliant,1.5,1",
      ])
    #expect(lines[17] == "Base,1,social,isolated,isolated,6,0.75")
    #expect(lines[18] == "Base,1,social,isolated,sheltered,2,0.25")
    #expect(lines[33] == "Base,1,political,voiceless,voiceless,8,1")
    #expect(
      Array(lines[49...51]) == [
        "Base,1,joint,bonded/isolated/voiceless,bonded/isolated/voiceless,6,0.75",
        "Base,1,joint,bonded/isolated/voiceless,tied/sheltered/voiceless,2,0.25",
        "Base,1,joint,self_reliant/leading/claiming,self_reliant/leading/claiming,1.5,1",
      ])
    #expect(lines.count == 1 + 4 * (48 + 3))
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
      comparison: false, microdata: false)
    let runs = Fixture.runs.filter { $0.run.scenario == 0 }
    for (run, result) in runs { try writer.take(result, of: run) }
    let files = try writer.finish(Fixture.summary(of: runs), record: Fixture.record) { Fixture.execution() }
    #expect(
      files.map(\.name) == [
        "costs.csv", "course.csv", "datapackage.json", "dynamics.csv", "growth_incidence.csv", "institutions.csv",
        "mobility.csv", "outcomes.csv", "panel.csv", "quantiles.csv", "run.json", "spells.csv", "summary.csv",
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
      comparison: false, microdata: false)
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
    try writer.finish(replication: 1)
    let written = try String(contentsOfFile: results.partialPath + "/outcomes.csv", encoding: .utf8)
    #expect(written.split(separator: "\n").count == 1 + 8)
  }

  @Test("what a replication produced is on disk before the next one")
  func streaming() throws {
    let directory = try TemporaryDirectory()
    let results = try ResultDirectory(
      path: directory.path + "/out", replacingResults: false, discardingUnfinished: false)
    let writer = try DatasetWriter(
      directory: results, groupLevels: Fixture.groupLevels, measures: Fixture.measures,
      programmeNames: Fixture.programmeNames, comparison: true, microdata: false)
    try writer.take(Fixture.runs[0].result, of: Fixture.runs[0].run)
    try writer.finish(replication: 1)
    let written = try String(contentsOfFile: results.partialPath + "/outcomes.csv", encoding: .utf8)
    #expect(written.split(separator: "\n").count == 1 + 8)
  }
}
