import Foundation
import Testing

@Suite("Measuring surveys")
struct MeasureTests {
  /// Four villages of two households: one poor household in two of them, both in the third, none in the fourth.
  private static let survey = """
    province,region,psu,stratum,persons,children,workers,female_head,head_literate,rooms,toilet,consumption_pkr_month
    Punjab,rural,1,s,1,0,1,0,1,1,flush,1000
    Punjab,rural,1,s,1,0,1,0,1,1,flush,5000
    Punjab,rural,2,s,1,0,1,0,0,1,none,1000
    Punjab,rural,2,s,1,0,1,0,1,1,flush,5000
    KP,rural,3,s,1,0,1,0,1,1,flush,1000
    KP,rural,3,s,1,0,1,0,1,1,flush,1000
    KP,rural,4,s,1,0,1,0,1,1,flush,5000
    KP,rural,4,s,1,0,1,0,1,1,flush,5000

    """

  @Test("estimates, errors and contributions are printed, and written with a record")
  func survey() throws {
    let program = try Program()
    try program.write(Self.survey, to: "survey.csv")
    let outcome = try program.call(
      "measure", "survey.csv", "--line", "2000", "--by", "province", "--out", "out", "--bootstrap", "50")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    // Village totals less their mean, over 8: 0, 0, 1 and -1; variance 4/3 * 2 / 64, over 1/4 / 7 of eight households.
    let row = outcome.output.split(separator: "\n").first { $0.hasPrefix("headcount ratio, %") }?.split(separator: " ")
    #expect(row?[3...4] == ["50.00", "20.412"])
    #expect(row?.last == "1.17")
    #expect(outcome.output.contains("By province"))
    #expect(outcome.output.contains("8 households in 4 sampling units of 1 stratum; every measure is over persons."))
    #expect(outcome.errors.contains("survey.csv has no column weight"))
    #expect(outcome.errors.contains("intervals from 3 degrees of freedom"))
    #expect(try program.names("out") == ["datapackage.json", "measures.csv", "run.json"])
    let table = try program.text("out/measures.csv")
    #expect(table.hasPrefix("group,level,measure,estimate,se,"))
    #expect(table.contains("\nprovince,KP,headcount_ratio,0.5,"))
    #expect(table.contains("\nprovince,between_groups,theil,,,,,,,,"))
    let record = try JSONSerialization.jsonObject(with: Data(program.text("out/run.json").utf8)) as? [String: Any]
    #expect(record?["format"] as? String == "untrap-measure/1")
    #expect(record?["line_pkr_month"] as? Double == 2000)
    #expect((record?["outputs"] as? [[String: Any]])?.count == 2)

    // The same call gives the same bytes, and earlier results are replaced on demand alone.
    #expect(try program.call("measure", "survey.csv", "--out", "out").exitCode == 1)
    let again = try program.call(
      "measure", "survey.csv", "--line", "2000", "--by", "province", "--out", "out", "--bootstrap", "50", "--force")
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(try program.text("out/measures.csv") == table)
  }

  @Test("a domain has the same error as a column and as weights of 0, that of all villages of its design")
  func domains() throws {
    let program = try Program()
    let rows = ["1,1000,yes", "1,5000,yes", "2,1000,yes", "2,1000,yes", "3,1000,no", "3,5000,no"].map {
      $0.split(separator: ",").map(String.init)
    }
    func file(_ weight: (String) -> String) -> String {
      "province,region,psu,stratum,persons,children,workers,female_head,head_literate,rooms,toilet,"
        + "consumption_pkr_month,weight,skill\n"
        + rows.map { "Punjab,rural,\($0[0]),s,1,0,1,0,1,1,flush,\($0[1]),\(weight($0[2])),\($0[2])\n" }.joined()
    }
    try program.write(file { _ in "1" }, to: "column.csv")
    try program.write(file { $0 == "yes" ? "1" : "0" }, to: "weight.csv")
    let column = try program.call("measure", "column.csv", "--line", "2000", "--by", "skill", "--out", "column")
    let weight = try program.call("measure", "weight.csv", "--line", "2000", "--out", "weight")
    #expect(column.exitCode == 0 && weight.exitCode == 0, "\(column.errors)\(weight.errors)")
    // Village totals over 4 households: -1/8, 1/8 and, of the village without any, 0; variance 3/2 * 2 / 64. Two villages
    // alone would give 2 * 2 / 64.
    let error = 3.0.squareRoot() / 8
    for (table, level) in [("column", "yes"), ("weight", "all")] {
      let found = self.rows(try program.text(table + "/measures.csv")).first {
        $0["level"] == level && $0["measure"] == "headcount_ratio"
      }
      #expect(found?["estimate"] == "0.75")
      #expect((try #require(found?["se"].flatMap(Double.init)) - error).magnitude < 1e-14, "\(table)")
    }
    #expect(weight.errors.contains("2 ") && weight.errors.contains("weight"), "\(weight.errors)")
  }

  @Test("the microdata of a run give the measures of the run")
  func microdata() throws {
    let program = try Program.withScenarios()
    let run = try program.call("run", "base.yaml", "--microdata", "0,8", "--out", "run", "--quiet")
    #expect(run.exitCode == 0, "\(run.errors)")
    let outcome = try program.call(
      "measure", "run/households.csv", "--by", "settlement_type,female_head", "--out", "measures")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("Village, replication 1, quarter 8, households.csv"))
    #expect(outcome.output.contains("... and 1 more sample"))
    let measured = try rows(program.text("measures/measures.csv"))
    let known = try rows(program.text("run/outcomes.csv"))
    var compared = 0
    for row in measured where row["group"] == "all" {
      let same = known.first { other in
        ["scenario", "replication", "quarter", "group", "level"].allSatisfy { other[$0] == row[$0] }
      }
      guard ["headcount_ratio", "poverty_gap", "poverty_severity", "gini", "welfare_ratio"].contains(row["measure"])
      else { continue }
      let value = Double(same?[row["measure"] ?? ""] ?? "") ?? .nan
      // Sums of runs lie on a grid, and the file has welfare in single precision.
      #expect(((Double(row["estimate"] ?? "") ?? .nan) - value).magnitude < 1e-4, "\(row)")
      compared += 1
    }
    #expect(compared == 2 * 2 * 5)
  }

  @Test("wrong calls and bad files have their exit codes")
  func exitCodes() throws {
    let program = try Program()
    try program.write(Self.survey, to: "survey.csv")
    try program.write(Self.survey.replacing("flush,5000", with: "flush,-1"), to: "bad.csv")
    func code(_ arguments: String...) throws -> Int32 { try program.call(["measure"] + arguments).exitCode }
    #expect(try code("bad.csv") == 65)
    #expect(try code("nowhere.csv") == 65)
    #expect(try code("survey.csv", "--by", "provnce") == 65)
    for call in [
      ["--line", "0"], ["--cutoff", "1.5"], ["--bootstrap", "1"], ["--indicators", "consumption:0"],
      ["--indicators", "consumption,consumption"], ["--by", "province,province"], ["--indicators", "sanitaton"],
    ] {
      #expect(try program.call(["measure", "survey.csv"] + call).exitCode == 64, "\(call)")
    }
    let unknown = try program.call("measure", "survey.csv", "--indicators", "sanitaton")
    #expect(unknown.errors.contains("did you mean 'sanitation'?"))
    #expect(unknown.output.isEmpty)
    let bad = try program.call("measure", "bad.csv")
    #expect(bad.errors.contains("bad.csv:3: error: consumption_pkr_month: found '-1'; expected a number above 0"))
    #expect(bad.errors.contains("bad.csv:9: error:"))
  }

  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = lines[0].map(String.init)
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(header, cells.map(String.init)))
    }
  }

  @Test("nobody at the poverty line is poor, and a share without differences has no design effect")
  func atTheLine() throws {
    let program = try Program()
    // 3,250.28 an adult equivalent in each household: dividing leaves some a trace below the line.
    let rows = [(5, 4.6, "14951.288"), (3, 3, "9750.84"), (6, 5.2, "16901.456"), (7, 6.4, "20801.792")].flatMap {
      (persons, equivalents, consumption) in
      ["pit", "none"].map { "Punjab,rural,\(persons),0,1,0,1,2,\($0),\(consumption),\(equivalents)" }
    }
    let header =
      "province,region,persons,children,workers,female_head,head_literate,rooms,toilet,consumption_pkr_month,"
      + "adult_equivalents"
    try program.write(([header] + rows).joined(separator: "\n") + "\n", to: "line.csv")
    let outcome = try program.call("measure", "line.csv", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let lines = try program.text("out/measures.csv").split(separator: "\n")
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let columns = try ["measure", "estimate", "se", "design_effect"].map {
      try #require(lines[0].firstIndex(of: $0), "\(lines[0])")
    }
    for line in lines.dropFirst() where line[0] == "all" {
      let cells = columns.map { line[$0] }
      guard ["headcount_ratio", "poverty_gap", "poverty_severity", "watts", "gini", "theil"].contains(cells[0]) else {
        continue
      }
      #expect(cells[1] == "0" && cells[2] == "0" && cells[3] == "", "\(line)")
    }
  }
}
