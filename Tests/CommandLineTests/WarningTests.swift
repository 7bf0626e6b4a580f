import Foundation
import TestSupport
import Testing

@Suite("One list of warnings: on the terminal, in the record, on the page")
struct WarningTests {
  /// A village in which people fall ill less, and nothing else is done.
  private static let kinder = """
    name: Kinder village
    extends: base.yaml
    parameters: {shocks: {illness_probability: 0.01}}
    """

  /// Meant as 20 million.
  private static let unitForgotten = ScenarioText.grants.replacingOccurrences(of: "20_000_000", with: "20")

  private struct Record: Decodable {
    struct Warning: Decodable {
      let kind: String
      let text: String
    }

    let warnings: [Warning]
  }

  private static func recorded(_ program: borrowing Program, _ directory: String = "out") throws -> [Record.Warning] {
    try JSONDecoder().decode(Record.self, from: Data(try program.text("\(directory)/run.json").utf8)).warnings
  }

  /// The warnings of a terminal that were not said of a place in a file.
  private static func said(_ errors: String) -> [String] {
    errors.split(separator: "\n").filter { $0.hasPrefix("warning: ") }.map { String($0.dropFirst(9)) }
  }

  /// The entries of the list below a heading of a page.
  private static func entries(of heading: String, _ html: String) -> [String] {
    guard let start = html.range(of: "\(heading)</h2>")?.upperBound,
      let list = html[start...].range(of: "<ul>"), let end = html[list.upperBound...].range(of: "</ul>")
    else { return [] }
    let characters = ["&#39;": "'", "&quot;": "\"", "&lt;": "<", "&gt;": ">", "&amp;": "&"]
    return html[list.upperBound..<end.lowerBound].split(separator: "\n").map { line in
      let text = line.replacingOccurrences(of: "<li>", with: "").replacingOccurrences(of: "</li>", with: "")
      return ["&#39;", "&quot;", "&lt;", "&gt;", "&amp;"].reduce(text) {
        $0.replacingOccurrences(of: $1, with: characters[$1] ?? "")
      }
    }
  }

  private static func program() throws -> Program {
    let program = try Program.withScenarios()
    try program.write(kinder, to: "kinder.yaml")
    try program.write(unitForgotten, to: "forgotten.yaml")
    return program
  }

  @Test("a changed world is named before any result, in check, compare, record and page")
  func confounded() throws {
    let program = try Self.program()
    let path = "parameters.shocks.illness_probability"
    let checked = try program.call("check", "kinder.yaml")
    #expect(checked.exitCode == 0)
    #expect(Self.said(checked.errors).count == 1 && checked.errors.contains("\(path) is 0.01 instead of 0.06"))
    let compared = try program.call("compare", "base.yaml", "kinder.yaml", "--out", "out")
    #expect(compared.exitCode == 0, "\(compared.errors)")
    let said = Self.said(compared.errors)
    #expect(said[0].hasPrefix("Kinder village differs from Village in no programme, but in this: \(path) is 0.01 "))
    let recorded = try Self.recorded(program)
    #expect(recorded.map(\.text) == said)
    #expect(recorded.map(\.kind).prefix(3) == ["confounded", "replications", "assumed"])
    // What all scenarios of a call share confounds nothing.
    let alike = try program.call(
      "compare", "base.yaml", "kinder.yaml", "--set", "\(path)=0.02", "--without", "interest", "--quiet", "--out",
      "alike")
    #expect(alike.exitCode == 0)
    #expect(try !Self.recorded(program, "alike").map(\.kind).contains("confounded"))
    #expect(try program.call("verify", "out").exitCode == 0)
  }

  @Test(
    "the page shows the warnings of the record, what differs before the answer",
    .enabled(if: Tool.python(importing: "vl_convert") != nil, "needs vl-convert, as `make prepare` installs it"))
  func page() throws {
    let program = try Self.program()
    let made = try program.call("compare", "base.yaml", "kinder.yaml", "forgotten.yaml", "--out", "out", "--report")
    #expect(made.exitCode == 0, "\(made.errors)")
    let html = try program.text("out.html")
    // The page tells all warnings of the record, and no other.
    let recorded = try Self.recorded(program).map { warning -> String in
      let text = warning.text.prefix(1).uppercased() + warning.text.dropFirst()
      return text.hasSuffix(".") || text.hasSuffix("?") ? text : text + "."
    }
    let told = Self.entries(of: "Not programmes alone", html) + Self.entries(of: "Before you rely on it", html)
    #expect(Set(told) == Set(recorded))
    let before = try #require(html.range(of: "Not programmes alone</h2>")?.lowerBound)
    let answer = try #require(html.range(of: "The answer</h2>")?.lowerBound)
    #expect(before < answer)
  }

  @Test("what cannot be compared is told so, without advice on how to compare it")
  func incomparable() throws {
    let program = try Self.program()
    try program.write(Self.kinder + "\nyears: 1\nseed: 8\n", to: "other.yaml")
    let checked = try program.call("check", "other.yaml")
    #expect(checked.exitCode == 0 && Self.said(checked.errors).isEmpty)
    #expect(checked.output.contains("other.yaml: cannot be compared with Village: they differ in years, seed\n"))
    let compared = try program.call("compare", "base.yaml", "other.yaml", "--out", "out")
    #expect(compared.exitCode != 0 && !compared.errors.contains("differs from"))
  }

  @Test("a programme that reaches nobody is told of by check, by a run with the count, and in the record")
  func nobody() throws {
    let program = try Self.program()
    let checked = try program.call("check", "forgotten.yaml")
    #expect(checked.exitCode == 0)
    #expect(
      checked.errors.contains(
        "warning: programmes.Grants.budget.total: can reach nobody: the package costs PKR 33,000"), "\(checked.errors)")
    #expect(checked.errors.contains("was 20 million (20_000_000) meant?"))
    let ran = try program.call("run", "forgotten.yaml", "--out", "out")
    #expect(ran.exitCode == 0)
    #expect(ran.errors.contains("can reach nobody"))
    let counted = Self.said(ran.errors).filter { $0.contains("has served nobody") }
    #expect(counted.count == 1)
    #expect(
      counted[0].contains(": its money did not pay for one household (households, mean of 2 replications: eligible "))
    #expect(counted[0].hasSuffix("afforded 0, served 0)"))
    let recorded = try Self.recorded(program)
    #expect(recorded.map(\.kind) == ["file", "reach", "replications", "assumed"])
    #expect(recorded[0].text.hasPrefix("forgotten.yaml:"))
    #expect(recorded[1].text == counted[0])
  }

  @Test("money that pays for nobody is the reason, however many took nothing up before it was asked for")
  func unwilling() throws {
    let program = try Self.program()
    try program.write(Self.unitForgotten.replacing("take_up: 1", with: "take_up: 0.1"), to: "few.yaml")
    let ran = try program.call("run", "few.yaml", "--replications", "10", "--out", "out")
    let counted = Self.said(ran.errors).filter { $0.contains("has served nobody") }
    #expect(counted.count == 1 && counted[0].contains(": its money did not pay for one household ("))
    #expect(counted.allSatisfy { $0.hasSuffix("afforded 0, served 0)") })
  }

  @Test("records are the same for extended results, any number of threads, and wherever the call was made")
  func same() throws {
    let program = try Self.program()
    func record(_ directory: String) throws -> String {
      let text = try program.text("\(directory)/run.json")
      return String(text[..<(try #require(text.range(of: "\"execution\"")).lowerBound)])
    }
    let call = ["run", "forgotten.yaml", "--quiet"]
    #expect(try program.call(call + ["--replications", "3", "--out", "fresh", "--threads", "1"]).exitCode == 0)
    #expect(try program.call(call + ["--replications", "2", "--out", "grown", "--threads", "2"]).exitCode == 0)
    #expect(try program.call("extend", "grown", "--replications", "3", "--quiet").exitCode == 0)
    #expect(try record("grown") == record("fresh"))
    #expect(try program.text("grown/reach.csv") == program.text("fresh/reach.csv"))
    let absolute = program.directory + "/forgotten.yaml"
    #expect(try program.call("run", absolute, "--quiet", "--replications", "3", "--out", "other").exitCode == 0)
    #expect(try Self.recorded(program, "other").map(\.text) == Self.recorded(program, "fresh").map(\.text))
  }

  @Test("sweeps and traps tell of a changed world, too, and record what they print")
  func others() throws {
    let program = try Self.program()
    func design(_ path: String) -> String {
      """
      name: Two points
      scenarios: [base.yaml, kinder.yaml]
      measures: [headcount_ratio]
      method: {factorial: {levels: 2}}
      variables: [{path: \(path), values: [0.03, 0.09]}]
      """
    }
    try program.write(design("parameters.trade.saving_rate"), to: "design.yaml")
    let swept = try program.call("sweep", "design.yaml", "--out", "swept")
    #expect(swept.exitCode == 0, "\(swept.errors)")
    #expect(Self.said(swept.errors)[0].contains("parameters.shocks.illness_probability is 0.01"))
    #expect(try Self.recorded(program, "swept").map(\.text) == Self.said(swept.errors))
    // What a design gives to both is the same in both.
    try program.write(design("parameters.shocks.illness_probability"), to: "same.yaml")
    #expect(try !program.call("sweep", "same.yaml", "--out", "same").errors.contains("differs from"))

    let idle = try program.call("traps", "forgotten.yaml", "--out", "idle")
    #expect(Self.said(idle.errors)[0].hasPrefix("Grants of Village with grants has served nobody"))
    #expect(try Self.recorded(program, "idle").map(\.text).dropFirst() == Self.said(idle.errors)[...])

    #expect(try program.call("compare", "base.yaml", "kinder.yaml", "--quiet", "--out", "out").exitCode == 0)
    let traps = try program.call("traps", "out", "--out", "traps")
    #expect(traps.exitCode == 0, "\(traps.errors)")
    #expect(Self.said(traps.errors)[0].contains("parameters.shocks.illness_probability is 0.01"))
    #expect(try Self.recorded(program, "traps").map(\.text) == Self.said(traps.errors))
  }

  @Test("sweeps and traps of results or of groups tell who reaches nobody, as a run does")
  func nobodyElsewhere() throws {
    let program = try Self.program()
    let words = "Grants of Village with grants has served nobody: its money did not pay for one household"
    func reach(_ directory: String) throws -> [String] {
      try Self.recorded(program, directory).filter { $0.kind == "reach" }.map(\.text)
    }
    try program.write(
      """
      name: Two points
      scenarios: [base.yaml, forgotten.yaml]
      measures: [headcount_ratio]
      method: {factorial: {levels: 2}}
      variables: [{path: parameters.trade.saving_rate, values: [0.1, 0.2]}]
      """, to: "design.yaml")
    let swept = try program.call("sweep", "design.yaml", "--out", "swept")
    #expect(swept.exitCode == 0, "\(swept.errors)")
    #expect(try reach("swept").count == 1)
    #expect(try reach("swept").allSatisfy { $0.hasPrefix("at 2 of 2 points \(words)") })
    #expect(try reach("swept").allSatisfy { $0.hasSuffix("; first at point 1") })
    #expect(Self.said(swept.errors).contains(try reach("swept")[0]))
    #expect(try program.call("verify", "swept").exitCode == 0)

    // The values of the file would reach many, and are those of no point.
    try program.write(
      """
      name: Two budgets
      scenarios: [base.yaml, grants.yaml]
      measures: [headcount_ratio]
      method: {factorial: {levels: 2}}
      variables: [{path: programmes.Grants.budget.total, values: [20, 20_000_000]}]
      """, to: "budgets.yaml")
    #expect(try program.call("sweep", "budgets.yaml", "--quiet", "--out", "budgets").exitCode == 0)
    #expect(try reach("budgets").count == 1)
    #expect(try reach("budgets").allSatisfy { $0.hasPrefix("at 1 of 2 points \(words)") })

    let compared = try program.call("compare", "base.yaml", "forgotten.yaml", "--quiet", "--out", "out")
    #expect(compared.exitCode == 0)
    let traps = try program.call("traps", "out", "--out", "traps")
    #expect(traps.exitCode == 0, "\(traps.errors)")
    #expect(try reach("traps") == reach("out") && reach("out").count == 1)
    #expect(Self.said(traps.errors).contains(try reach("out")[0]))

    for (index, options) in [["--profile", "poorest"], ["--household", "3"]].enumerated() {
      let outcome = try program.call(["traps", "forgotten.yaml", "--out", "group-\(index)"] + options)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      #expect(try reach("group-\(index)").count == 1)
      #expect(try reach("group-\(index)").allSatisfy { $0.hasPrefix(words) })
    }
  }

  @Test("an unknown province of the survey is found by check and before a run, with its place")
  func province() throws {
    let program = try Program.withScenarios()
    try program.write(
      ScenarioText.baseline.replacingOccurrences(of: "province: Punjab", with: "province: Panjab"), to: "slip.yaml")
    for call in [["check", "slip.yaml"], ["run", "slip.yaml", "--out", "out"]] {
      let outcome = try program.call(call)
      #expect(outcome.exitCode == 65)
      #expect(outcome.errors.contains("error: population.places.1.survey.province: 'Panjab' is unknown; expected "))
      #expect(outcome.errors.contains("did you mean 'Punjab'?"))
    }
    #expect(try !program.names().contains("out"))
  }

  @Test("what measure prints is in its record")
  func measured() throws {
    let program = try Program()
    try program.write(
      """
      province,region,persons,children,workers,female_head,head_literate,rooms,toilet,consumption_pkr_month
      Punjab,rural,6,3,2,0,1,2,pit,18000
      Punjab,rural,5,3,2,0,1,2,pit,8000
      KP,urban,4,2,1,1,0,3,flush,25000

      """, to: "survey.csv")
    let outcome = try program.call("measure", "survey.csv", "--out", "out")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(Self.said(outcome.errors).count > 2)
    #expect(try Self.recorded(program).map(\.text) == Self.said(outcome.errors))
  }
}
