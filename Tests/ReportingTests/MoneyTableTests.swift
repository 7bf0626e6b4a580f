import Foundation
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Tables of money")
struct MoneyTableTests {
  private func table(_ name: String) throws -> [String] {
    let directory = try TemporaryDirectory()
    try Fixture.write(to: directory.path + "/out")
    return try directory.text("out/\(name).csv").split(separator: "\n").map(String.init)
  }

  /// What PKR 1 of the third quarter is worth at the start, at 5% a year.
  private static let thirdQuarter: Double = {
    let quarter = (1 / 1.05).squareRoot().squareRoot()
    return quarter * quarter * quarter
  }()

  @Test("the course of every run, level by level")
  func course() throws {
    let lines = try table("course")
    #expect(
      lines[0]
        == "scenario,replication,quarter,economic_bonded,economic_tied,economic_precarious,economic_self_reliant,"
        + "social_isolated,social_sheltered,social_connected,social_leading,political_voiceless,political_client,"
        + "political_aware,political_claiming,out,dependent,durably_out,poor_households,poor_persons,bonded_to_tied,"
        + "tied_to_bonded,tied_to_precarious,precarious_to_tied,precarious_to_self_reliant,self_reliant_to_precarious,"
        + "isolated_to_sheltered,sheltered_to_isolated,sheltered_to_connected,connected_to_sheltered,"
        + "connected_to_leading,leading_to_connected,voiceless_to_client,client_to_voiceless,client_to_aware,"
        + "aware_to_client,aware_to_claiming,claiming_to_aware")
    #expect(lines.count == 1 + 4 * 5)
    #expect(
      lines[1 + 5 + 3]
        == "\"Loans, small\",1,3,0,0,970,30,0,0,1000,0,0,0,1000,0,30,970,0,1000,6000.5,"
        + "0,0,0,0,30,0,0,0,0,0,0,0,0,0,0,0,0,0")
  }

  @Test("cost and effect of scenarios against the baseline, by hand")
  func effectiveness() throws {
    let lines = try table("effectiveness")
    #expect(lines.count == 1 + 8)
    let exits = "\"Loans, small\",programme,durable_exits,at_end,"
    let cells = try #require(lines.first { $0.hasPrefix(exits) }).dropFirst(exits.count).split(
      separator: ",", omittingEmptySubsequences: false)
    // Costs of 1,500 and 2,500.5 in the third quarter, 20 and 40 exits: too few replications for a ratio.
    #expect(abs((Double(cells[0]) ?? 0) - 2000.25 * Self.thirdQuarter) < 1e-9)
    #expect(cells[3] == "30")
    #expect(cells[6] == "households")
    #expect(Array(cells[7...10]) == ["", "", "", "not_distinguishable"])
    #expect(cells[11] == "500000")
    #expect(abs((Double(cells[12]) ?? 0) - (15_000_000 - 2000.25 * Self.thirdQuarter)) < 1e-6)
    #expect(cells[15] == "2")
    #expect(
      lines.dropFirst().map { $0.split(separator: ",")[3...4].joined(separator: " ") } == [
        "durable_exits at_end", "households_lifted at_end", "dependency_years_averted gains_stop",
        "dependency_years_averted gains_fade", "dependency_years_averted gains_persist",
        "poverty_years_averted gains_stop", "poverty_years_averted gains_fade", "poverty_years_averted gains_persist",
      ])
  }

  @Test("the frontier by rising cost, with what one more exit costs")
  func frontier() throws {
    let lines = try table("frontier")
    #expect(lines.count == 1 + 8 * 2)
    #expect(lines[1] == "programme,durable_exits,at_end,1,Base,0,0,households,frontier,,,,,")
    let start = "programme,durable_exits,at_end,2,\"Loans, small\","
    #expect(lines[2].hasPrefix(start))
    let cells = lines[2].dropFirst(start.count).split(separator: ",", omittingEmptySubsequences: false)
    #expect(Array(cells[1...5]) == ["30", "households", "frontier", "", "Base"])
    #expect(abs((Double(cells[6]) ?? 0) - 2000.25 * Self.thirdQuarter / 30) < 1e-10)
    #expect(Array(cells[7...8]) == ["", ""])
    // Nobody is lifted out of poverty, for money.
    let lifted = lines.filter { $0.hasPrefix("programme,households_lifted") }
    #expect(lifted[1].hasSuffix(",dominated,Base,,,,"))
  }

  @Test("acceptability at each willingness to pay")
  func acceptability() throws {
    // Two replications have no variance to judge by; the same ones again make four.
    #expect(try table("acceptability").count == 1)
    let runs = (0...1).flatMap { round in
      Fixture.runs.map { run, result in (Fixture.run(run.scenario, run.replication + 2 * round), result) }
    }
    let lines = try AcceptabilityRow.lines(of: Fixture.summary(of: runs))
    #expect(lines.count == 1 + 8 * 21 * 2)
    #expect(lines[1].hasPrefix("programme,durable_exits,at_end,0,Base,0."))
    #expect(lines[3].hasPrefix("programme,durable_exits,at_end,25000,Base,0."))
    for pair in stride(from: 1, to: lines.count, by: 2) {
      let rows = lines[pair...pair + 1].map { $0.split(separator: ",").suffix(4).map { Double($0) ?? .nan } }
      #expect(abs(rows[0][0] + rows[1][0] - 1) < 1e-12)
      #expect(rows[0][2] + rows[1][2] == 1)
      #expect(rows[0][3] == rows[1][3] && rows[0][3] >= 0)
    }
  }

  @Test("what is spent by year, partner and part")
  func budgetImpact() throws {
    let lines = try table("budget_impact")
    #expect(
      lines == [
        "scenario,year,partner,part,mean,se,ci_low,ci_high,share,replications",
        "\"Loans, small\",1,Akhuwat,delivery,500,0,500,500,\(500 / 2000.25),2", lines[2],
      ])
    #expect(lines[2].hasPrefix("\"Loans, small\",1,Akhuwat,loan,1500.25,500.2"))
    #expect(lines[2].hasSuffix(",\(1500.25 / 2000.25),2"))
  }
}
