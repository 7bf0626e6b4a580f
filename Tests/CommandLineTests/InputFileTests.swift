import Foundation
import TestSupport
import Testing

@Suite("Files and names that go in")
struct InputFileTests {
  private static let survey = """
    province,region,persons,children,workers,female_head,head_literate,rooms,toilet,consumption_pkr_month
    Punjab,rural,6,3,2,0,1,2,pit,18000
    Punjab,rural,4,2,1,1,0,3,flush,25000
    Punjab,rural,5,2,1,1,0,3,none,9000

    """

  /// Runs a line of the shell in which `untrap` is the program.
  private static func shell(_ line: String, in program: borrowing Program) throws -> Tool.Outcome {
    let script = "untrap() { \"\(Program.executable.path)\" \"$@\"; }\n" + line
    return try Tool(command: "bash").run(["-c", script], in: URL(fileURLWithPath: program.directory))
  }

  // MARK: - Pipes

  @Test(
    "surveys are read from pipes as from files",
    arguments: [
      "cat survey.csv | untrap measure /dev/stdin", "untrap measure <(cat survey.csv)",
      "untrap measure /dev/stdin < survey.csv", "mkfifo pipe; cat survey.csv > pipe & untrap measure pipe",
    ])
  func measuredPipes(line: String) throws {
    let program = try Program()
    try program.write(Self.survey, to: "survey.csv")
    func table(_ output: String) -> Substring { output.drop { $0 != "\n" } }
    let file = try program.call("measure", "survey.csv")
    let outcome = try Self.shell(line, in: program)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("headcount ratio"))
    #expect(table(outcome.output) == table(file.output))
    if line.contains("<(") { #expect(outcome.output.hasPrefix("a pipe, poverty line")) }
  }

  @Test("a simulation draws from a pipe as from a file")
  func simulatedPipes() throws {
    let program = try Program.withScenarios()
    try program.write(Self.survey, to: "survey.csv")
    #expect(try program.call("run", "base.yaml", "--survey", "survey.csv", "--quiet", "--out", "file").exitCode == 0)
    let outcome = try Self.shell(
      "cat survey.csv | untrap run base.yaml --survey /dev/stdin --quiet --out pipe; untrap check <(cat base.yaml)",
      in: program)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try program.text("pipe/outcomes.csv") == program.text("file/outcomes.csv"))
  }

  // MARK: - Files that cannot be read

  @Test(
    "messages say what is the case, in words",
    arguments: [
      (["check", "missing.yaml"], 65, "missing.yaml: error: cannot be read: no such file\n"),
      (["check", "base.yaml/x.yaml"], 65, "base.yaml/x.yaml: error: cannot be read: no such file\n"),
      (["check", "folder"], 65, "folder: error: cannot be read: it is a directory; give a scenario file\n"),
      (["check", "circle.yaml"], 65, "circle.yaml: error: cannot be read: its links lead in a circle\n"),
      (["check", "secret.yaml"], 65, "secret.yaml: error: cannot be read: permission denied\n"),
      (["measure", "folder"], 65, "folder: error: cannot be read: it is a directory; give a CSV file\n"),
      (["measure", "secret.yaml"], 65, "secret.yaml: error: cannot be read: permission denied\n"),
      (["measure", "/dev/null"], 65, "/dev/null: error: the file has no rows below a header\n"),
      (["check", "hanging.yaml"], 65, "'./pipe' cannot be read: it is no file; give a scenario file\n"),
      (["traps", "closed", "--out", "o"], 1, "error: cannot read closed: permission denied\n"),
      (["verify", "nowhere"], 1, "error: cannot read nowhere: there is no such directory\n"),
      (["verify", "circle.yaml"], 1, "error: cannot read circle.yaml: its links lead in a circle\n"),
      (["verify", "base.yaml"], 1, "error: cannot read base.yaml: it is a file; give a directory of results\n"),
      (["verify", "folder"], 1, "error: folder holds no results (no run.json)\n"),
    ])
  func unreadable(arguments: [String], exitCode: Int32, message: String) throws {
    let program = try Program.withScenarios()
    let manager = FileManager.default
    try manager.createDirectory(atPath: program.directory + "/folder", withIntermediateDirectories: true)
    try manager.createDirectory(atPath: program.directory + "/closed", withIntermediateDirectories: true)
    try manager.createSymbolicLink(atPath: program.directory + "/circle.yaml", withDestinationPath: "circle.yaml")
    #expect(mkfifo(program.directory + "/pipe", 0o600) == 0)
    try program.write("extends: ./pipe\n", to: "hanging.yaml")
    try program.write(ScenarioText.baseline, to: "secret.yaml")
    #expect(chmod(program.directory + "/secret.yaml", 0) == 0 && chmod(program.directory + "/closed", 0) == 0)
    // The superuser may read everything.
    if message.contains("denied"), getuid() == 0 { return }
    let outcome = try program.call(arguments)
    #expect(outcome.exitCode == exitCode)
    #expect(outcome.errors.hasSuffix(message) || outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test("no message is a library's own words")
  func words() throws {
    let sources = Tool.package.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      #expect(!(try String(contentsOf: file, encoding: .utf8)).contains("localizedDescription"), "\(file.path)")
    }
  }

  // MARK: - Names

  @Test("nothing of a file or its name acts upon the terminal")
  func control() throws {
    let program = try Program.withScenarios()
    try program.write(
      "name: \"\\e]0;title\\a\\e[2J\\e[31mred\\u202etxt\\b\\r\"\nextends: base.yaml\n# \u{202E}\nyeers: 1 # \u{202E}\n",
      to: "\u{1B}[31mred.yaml")
    let outcome = try program.call("check", "\u{1B}[31mred.yaml")
    #expect(outcome.exitCode == 65)
    #expect(
      outcome.errors.contains(
        "\\u001B[31mred.yaml:1:7: error: name: '\\u001B]0;title\\u0007\\u001B[2J\\u001B[31mred\\u202Etxt\\u0008\\r' has "
          + "characters that cannot be seen (\\u001B, \\u0007, \\u202E and \\u0008); write it without them"),
      "\(outcome.errors)")
    #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    let missing = try program.call("verify", "\u{1B}[2J\u{7}")
    #expect(missing.exitCode == 1)
    #expect(missing.errors.contains("\\u001B[2J\\u0007"))
    #expect(!missing.errors.unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "names in a call or a folder make no lines, no colours and do nothing to the terminal",
    arguments: ["z\u{1B}[2J", "z\u{1B}[31m", "z\nerror: forged", "z\u{202E}"])
  func names(name: String) throws {
    let program = try Program.withScenarios()
    let shown = name.unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\u{1B}": "\\u001B"
      case "\u{202E}": "\\u202E"
      default: String(scalar)
      }
    }.joined()
    let calls = [
      ["run", "base.yaml", "b", name], ["run", "base.yaml", "--threads=\(name)"], ["run", "base.yaml", "--\(name)"],
      ["verify", name], ["resume", name], ["report", name], ["traps", name, "--profile", name], ["check", name],
      ["plot", name, "--chart", name], ["diff", name, "base.yaml"], ["measure", name],
    ]
    for call in calls {
      let outcome = try program.call(call)
      #expect(outcome.exitCode != 0 && outcome.errors.contains(shown), "\(call): \(outcome.errors)")
      let all = outcome.output + outcome.errors
      #expect(!all.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(call)")
      #expect(!all.split(separator: "\n").contains { $0.hasPrefix("error: forged") }, "\(call): \(all)")
    }
    // Where it is the name of results: what is printed of them.
    let ran = try program.call("run", "base.yaml", "--out", name)
    #expect(ran.exitCode == 0 && ran.output.contains("Results: \(shown) ("), "\(ran.output)")
    #expect(try program.call("run", "base.yaml", "--out", name, "--dry-run").output.contains("Results: \(shown) ("))
    #expect(try program.call("verify", name).output.contains(" of \(shown) are those of a new run"))
    try program.write("not one of them", to: "\(name)/\(name)")
    let verified = try program.call("verify", name)
    #expect(verified.exitCode == 1 && verified.output.contains("differ: \(shown)"), "\(verified.output)")
    #expect(!verified.output.unicodeScalars.contains("\u{1B}") && !verified.output.contains("\nerror: forged"))
  }

  @Test("a title with characters that cannot be seen is a wrong call")
  func title() throws {
    let program = try Program()
    let outcome = try program.call("report", "out", "--title", "Two\u{202E}towns")
    #expect(outcome.exitCode == 64)
    #expect(outcome.errors.contains("--title: it has characters that cannot be seen (\\u202E); write it without them"))
  }

  @Test("names that a spreadsheet would compute are refused, negative numbers stay")
  func formulas() throws {
    let program = try Program.withScenarios()
    try program.write("extends: grants.yaml\nname: -5\n", to: "number.yaml")
    #expect(try program.call("run", "number.yaml", "--quiet", "--out", "out").exitCode == 0)
    for name in try program.names("out") where name.hasSuffix(".csv") {
      for row in try program.text("out/\(name)").split(separator: "\n") {
        let cells = row.split(separator: ",").map { $0.drop { $0 == "\"" } }
        let formulas = cells.filter { "=+@-".contains($0.first ?? "0") && Double($0) == nil }
        #expect(formulas == [], "\(name)")
      }
    }
    let refused = try program.call("run", "grants.yaml", "--set", "name==HYPERLINK(\"x\")", "--out", "other")
    #expect(refused.exitCode == 65)
    #expect(refused.errors.contains("a spreadsheet would take '=HYPERLINK(\"x\")' for a formula"), "\(refused.errors)")
  }

  // MARK: - Units

  @Test(
    "a survey in other units is suspected where no scale fits",
    arguments: [
      (12.0, "column consumption_pkr_month of a year?"), (0.001, "consumption_pkr_month in thousands of PKR?"),
      (1.0 / 30, "consumption_pkr_month of a day?"), (100, "consumption_pkr_month in hundredths of PKR?"),
      (0.2, "consumption_pkr_month of a person and not of the household?"),
    ])
  func units(factor: Double, words: String) throws {
    let program = try Program()
    let rows = (0..<200).map { row in
      "Punjab,rural,5,0,2,0,1,2,pit,\((9_000 + 90 * Double(row)) * factor)\n"
    }
    try program.write(Self.survey.prefix { $0 != "\n" } + "\n" + rows.joined(), to: "survey.csv")
    try program.write(
      ScenarioText.baseline.replacing("  consumption_scale: {rural: 1.7}\n", with: ""), to: "unscaled.yaml")
    let outcome = try program.call("run", "unscaled.yaml", "--survey", "survey.csv", "--quiet", "--out", "out")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("no scale of consumption gives the official headcount of rural places"))
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
