import Foundation
import Reporting
import Testing

@Suite("Where output goes")
struct OutputTests {
  /// Runs a shell command in the directory of a program, with `$untrap`, and tells its exit code and complaints.
  private func shell(_ command: String, _ program: borrowing Program) throws -> (exitCode: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; " + command]
    process.environment = ProcessInfo.processInfo.environment.merging(["untrap": Program.executable.path]) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: program.directory)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  private static let calls = [
    "--help", "--version", "help run", "run --help", "--generate-completion-script bash", "schema",
    "describe --mechanisms", "describe base.yaml", "diff base.yaml grants.yaml", "check base.yaml",
    "new town", "run base.yaml --years 1 --households 100 --force --out out", "measure hies.csv",
    "run base.yaml --years 1 --households 100 --dry-run",
  ]

  @Test("output that cannot be written is a failure of any command", arguments: calls)
  func full(call: String) throws {
    let program = try Program.withScenarios()
    try program.write(SurveyText.small, to: "hies.csv")
    for target in ["> /dev/full", ">&-"] {
      let (code, errors) = try shell("$untrap \(call) \(target)", program)
      #expect(code == 1, "\(call) \(target)")
      #expect(errors.contains("error: cannot write the output: "), "\(errors)")
      try? FileManager.default.removeItem(atPath: program.directory + "/town-baseline.yaml")
      try? FileManager.default.removeItem(atPath: program.directory + "/town.yaml")
    }
    #expect(try program.names().filter { $0.hasSuffix(".unfinished") } == [])
  }

  @Test("a reader that goes away ends the program quietly", arguments: calls)
  func closedPipe(call: String) throws {
    let program = try Program.withScenarios()
    try program.write(SurveyText.small, to: "hies.csv")
    let (code, errors) = try shell("$untrap \(call) 2>problems | true; exit ${PIPESTATUS[0]}", program)
    #expect(code == 0, "\(call): \(errors)")
    #expect(try !program.text("problems").contains("error:"), "\(call)")
  }

  @Test("results never go where the output should: a closed file is not opened again as a table")
  func closedFiles() throws {
    let program = try Program.withScenarios()
    let call = "$untrap run base.yaml --years 1 --households 100 --out"
    #expect(try shell("\(call) one <&- >&- 2>&-", program).exitCode == 1)
    #expect(try shell("\(call) two", program).exitCode == 0)
    let names = try program.names("one").filter { $0 != "run.json" }
    #expect(!names.isEmpty)
    for name in names {
      let files = try ["one/", "two/"].map { try FileDigest(path: program.directory + "/" + $0 + name) }
      #expect(files[0] == files[1], "\(name)")
    }
  }

  @Test("results do not take the place of the directory that one is in")
  func currentDirectory() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--years", "1", "--quiet", "--out", "out").exitCode == 0)
    for command in [
      "cd out && $untrap run ../base.yaml --years 1 --out . --force && ls run.json",
      "cd out && $untrap extend . --replications 4", "cd out && $untrap measure ../base.yaml --out ..",
      "mkdir -p deep/er && cd deep/er && $untrap run ../../base.yaml --out ..",
      "HOME=$PWD/home; mkdir -p home; export HOME; $untrap run base.yaml --out home",
    ] {
      let (code, _) = try shell(command, program)
      #expect([1, 65].contains(code), "\(command)")
    }
    #expect(try shell("cd out && ls run.json && $untrap verify . --quiet", program).exitCode == 0)
    #expect(try program.names().filter { $0.hasSuffix(".partial") } == [])
  }

  @Test("results are put where a link leads")
  func link() throws {
    let program = try Program.withScenarios()
    try FileManager.default.createDirectory(atPath: program.directory + "/disk", withIntermediateDirectories: true)
    let link = program.directory + "/out"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "disk")
    for _ in 1...2 {
      #expect(try program.call("run", "base.yaml", "--years", "1", "--quiet", "--force", "--out", "out").exitCode == 0)
    }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "disk")
    #expect(try program.names("disk").contains("run.json"))
    #expect(try program.call("verify", "out", "--quiet").exitCode == 0)
  }

  @Test("a user's directory stays, though results are put aside under that name", arguments: ["replaced", "partial"])
  func userDirectory(ending: String) throws {
    let program = try Program.withScenarios()
    let call = ["run", "base.yaml", "--years", "1", "--quiet", "--out", "out"]
    #expect(try program.call(call).exitCode == 0)
    try FileManager.default.createDirectory(
      atPath: program.directory + "/out." + ending, withIntermediateDirectories: true)
    try program.write("thesis", to: "out.\(ending)/chapter.txt")
    for options in [[], ["--force"]] { #expect(try program.call(call + options).exitCode == 1) }
    #expect(try program.call("extend", "out", "--replications", "3").exitCode == 1)
    #expect(try program.text("out.\(ending)/chapter.txt") == "thesis")
    #expect(try program.call("verify", "out", "--quiet").exitCode == 0)
  }

  @Test("--force replaces what untrap has written, and no file of the user's")
  func force() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--years", "1", "--quiet", "--out", "out").exitCode == 0)
    try program.write("thesis", to: "thesis.html")
    for (call, file) in [
      (["report", "out", "--out", "thesis.html", "--force"], "thesis.html"),
      (["report", "out", "--out", "out/summary.csv", "--force"], "out/summary.csv"),
      (["plot", "out", "--chart", "paths", "--out", "thesis.html", "--force"], "thesis.html"),
    ] {
      let before = try program.text(file)
      #expect(try program.call(call).exitCode == 1)
      #expect(try program.text(file) == before)
    }
    try program.write("mine", to: "town.yaml.unfinished")
    #expect(try program.call("new", "town").exitCode == 0)
    #expect(try program.call("new", "town", "--force").exitCode == 0)
    #expect(try program.text("town.yaml.unfinished") == "mine")
  }
}

@Suite("What draws")
struct DrawingProcessTests {
  /// Code that tells that it was run.
  private static let trap = "open('was-run', 'w').close()\n"

  @Test("nothing of the current directory is run, and no Python that is not asked for")
  func isolated() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--years", "1", "--quiet", "--out", "out").exitCode == 0)
    for name in ["vl_convert.py", "json.py", "sys.py", "site.py", "sitecustomize.py", "encodings.py"] {
      try program.write(Self.trap, to: name)
    }
    try program.write("#!/bin/sh\ntouch \"\(program.directory)/was-run\"\n", to: "python3")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.directory + "/python3")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    for environment in [
      [:], ["PYTHONPATH": program.directory], ["PYTHONSTARTUP": program.directory + "/site.py"],
      ["UNTRAP_PYTHON": "python3", "PATH": ".:\(program.directory)::" + path],
      ["PYTHONHOME": program.directory], ["PYTHONUSERBASE": program.directory],
    ] as [[String: String]] {
      _ = try program.call(["plot", "out", "--chart", "paths", "--force"], environment: environment)
      #expect(try !program.names().contains("was-run"), "\(environment)")
    }
    // With a slash it is asked for.
    _ = try program.call(["plot", "out", "--chart", "paths", "--force"], environment: ["UNTRAP_PYTHON": "./python3"])
    #expect(try program.names().contains("was-run"))
  }

  @Test("a Python that dies while it is written to is told, and kills nobody")
  func dies() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--years", "1", "--quiet", "--out", "out").exitCode == 0)
    try program.write("#!/bin/sh\ncase \"$3\" in *stdin*) exec 0<&-; exit 3;; esac\n", to: "dying")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.directory + "/dying")
    let outcome = try program.call(
      ["plot", "out", "--chart", "paths"], environment: ["UNTRAP_PYTHON": program.directory + "/dying"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("it ended with 3"), "\(outcome.errors)")
  }

  @Test(
    "temporary files go when verify is stopped, and with the next call when it is killed", arguments: [SIGINT, SIGKILL])
  func temporaryFiles(signal: Int32) throws {
    let program = try Program.withScenarios()
    let temporary = program.directory + "/tmp"
    try FileManager.default.createDirectory(atPath: temporary, withIntermediateDirectories: true)
    let environment = ["TMPDIR": temporary]
    let run = ["run", "base.yaml", "--replications", "300", "--quiet", "--out", "out"]
    #expect(try program.call(run).exitCode == 0)
    let process = try program.start(["verify", "out"], environment: environment)
    for _ in 0..<5000 where try process.isRunning && program.names("tmp").isEmpty { usleep(1000) }
    usleep(100_000)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    if signal == SIGKILL {
      #expect(try program.names("tmp").count == 1)
      _ = try program.call(["verify", "out"], environment: environment)
    }
    #expect(try program.names("tmp") == [])
  }
}
