import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Tables of durations, moves and the panel")
struct DynamicsTableTests {
  private func table(_ name: String) throws -> [String] {
    let directory = try TemporaryDirectory()
    try Fixture.write(to: directory.path + "/out")
    return try directory.text("out/\(name).csv").split(separator: "\n").map(String.init)
  }

  @Test("spells have a row for each quarter in which somebody waits")
  func spells() throws {
    let lines = try table("spells")
    #expect(lines[0] == "scenario,replication,event,group,level,duration,at_risk,events,effective_at_risk")
    #expect(
      Array(lines[1...6]) == [
        "Base,1,exit,all,all,1,3.5,0,2.75", "Base,1,exit,all,all,2,3.5,1,2.75", "Base,1,exit,all,all,3,2.5,0.25,2",
        "Base,1,exit,sex_of_head,female,1,3.5,0,2.75", "Base,1,durable_exit,all,all,1,3.5,0,2.75",
        "Base,1,durable_exit,all,all,2,3.5,1,2.75",
      ])
    #expect(lines.count == 1 + 4 * 6)
  }

  @Test("the panel, yearly moves and quantiles are written as they are")
  func growingTables() throws {
    let panel = try table("panel")
    #expect(panel[0] == "scenario,replication,group,level,measure,value,unit")
    #expect(panel[1] == "Base,1,all,all,always_poor,0,share of persons")
    #expect(panel[4] == "Base,1,all,all,always_poor_five_waves,,share of persons")
    #expect(panel.count == 1 + 4 * 2 * HouseholdDynamics.panelMeasures.count)
    let moves = try table("yearly_transitions")
    #expect(moves[0] == "scenario,replication,years,dimension,from,to,count,unit")
    #expect(moves[1] == "Base,1,1,economic,bonded,bonded,0,real household-years")
    #expect(moves[49].hasPrefix("Base,1,1,poverty,poor,poor,"))
    #expect(moves[49].hasSuffix(",real person-years"))
    #expect(moves[53].hasPrefix("Base,1,3,economic,bonded,bonded,"))
    #expect(moves.count == 1 + 4 * YearlyMatrix.count)
    let quantiles = try table("quantiles")
    #expect(quantiles[0] == "scenario,replication,quarter,quantile,welfare")
    #expect(quantiles[1] == "Base,1,0,1,0.1")
    #expect(quantiles[21] == "Base,1,4,1,1.1")
    #expect(quantiles.count == 1 + 4 * 2 * 20)
  }

  @Test("survival is told over replications and pooled, worked out by hand")
  func survival() throws {
    let lines = try table("survival")
    // Nobody left in the first quarter: the exact interval of so many households as would have the error of the third,
    // 1/14 about 4/7.
    let first = lines[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(Array(first[..<9]) == ["Base", "exit", "all", "all", "1", "3.5", "0", "1", "0"])
    #expect(abs((Double(first[9]) ?? 0) - pow(0.025, 1 / (4.0 / 7 * 3 / 7 * 14 * 14))) < 1e-12)
    #expect(first[10...] == ["1", "2", "1", "0", "", "", ""])
    let cells = lines[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(Array(cells[0...6]) == ["Base", "exit", "all", "all", "2", "3.5", "1"])
    let share = 2.5 / 3.5
    #expect(abs((Double(cells[7]) ?? 0) - share) < 1e-15)
    #expect(cells[8] == "0" && cells[11] == "2")
    #expect(abs((Double(cells[12]) ?? 0) - share) < 1e-15)
    // Twice 2.75 households that could have left.
    #expect(abs((Double(cells[13]) ?? 0) - (share * (1 - share) / 5.5).squareRoot()) < 1e-15)
    // After the third quarter: 0.25 and 0.75 of 2.5 leave; half of the rest of both is 0.8 of 0.714.
    #expect(lines[3].hasPrefix("Base,exit,all,all,3,2.5,0.5,0.5714285714285"))
    #expect(lines.count == 1 + 2 * 6)
  }

  @Test("scenarios are compared with the baseline only")
  func survivalComparison() throws {
    let lines = try table("survival_comparison")
    #expect(lines[1].hasPrefix("Base,\"Loans, small\",exit,all,all,"))
    #expect(lines[2] == "Base,\"Loans, small\",exit,sex_of_head,female,0,0,0,0,0,0,2,,,,")
    // The same in both runs and in both replications: nothing to tell, and nothing by chance.
    #expect(lines[3].hasPrefix("Base,\"Loans, small\",durable_exit,all,all,1,1,0,0,0,0,2,,0,1,0"))
    #expect(lines.count == 4)
  }

  @Test("the matrix lists the moves that occurred, with both errors")
  func transitionMatrix() throws {
    let lines = try table("transition_matrix")
    #expect(lines[1].hasPrefix("Base,economic,bonded,bonded,6,0.75,0,0.75,0.75,2,0.75,"))
    // Both replications have 8 household-quarters there; what one simulated household stands for is the last measure.
    let unit = (0.25 + 0.75) / 2 * Double(HouseholdDynamics.panelMeasures.count - 1) / 7
    let error = try #require(lines[1].split(separator: ",").last.flatMap { Double($0) })
    #expect(abs(error - (0.75 * 0.25 * unit / 16).squareRoot()) < 1e-15)
    #expect(lines.contains { $0.hasPrefix("Base,joint,bonded/isolated/voiceless,tied/sheltered/voiceless,2,0.25,") })
    #expect(!lines.contains { $0.hasPrefix("Base,economic,bonded,precarious,") })
  }

  @Test("mobility, the panel and growth have differences from the baseline, paired")
  func paired() throws {
    let dynamics = try table("dynamics")
    // The second measure is an eighth to a quarter less in the scenario: 1/7 of 0.125 - 0.25 and 0.5 - 0.75.
    let cells = try #require(dynamics.first { $0.hasPrefix("\"Loans, small\",all,all,sometimes_poor,") })
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    #expect(abs((Double(cells[10]) ?? 0) - (-0.125 - 0.25) / 14) < 1e-15)
    #expect(abs((Double(cells[11]) ?? 0) - 0.0625 / 7) < 1e-15)
    #expect(dynamics[2].hasPrefix("Base,all,all,sometimes_poor,"))
    #expect(dynamics[2].hasSuffix(",2,,,,,share of persons"))
    let growth = try table("growth_incidence")
    // One year: from 0.1 to 1.1 and to 3.1.
    #expect(growth[1].hasPrefix("Base,1,0.1,2.1,"))
    let rate = try #require(Double(growth[1].split(separator: ",")[4]))
    #expect(abs(rate - 20) < 1e-12)
    #expect(growth.count == 1 + 2 * 20)
    let mobility = try table("mobility")
    let social = try #require(mobility.first { $0.hasPrefix("Base,social,quarter,all,shorrocks_index,") })
    // Only the highest and lowest level were ever left, and the one in between that was reached was not.
    #expect(social.hasPrefix("Base,social,quarter,all,shorrocks_index,0,0,0,0,2,,,,,index"))
    #expect(mobility.contains { $0.hasPrefix("Base,poverty,three_years,poor,mover_stayer_excess,") })
  }
}
