import Foundation
import TestSupport
import Testing

/// The built program, run in a directory of its own.
struct Program: ~Copyable {
  /// What a call did.
  struct Outcome {
    let exitCode: Int32
    let output: String
    let errors: String
  }

  let directory: String

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("untrap-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// The executable beside the test bundle.
  static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("untrap")
  }

  /// Starts a call whose output goes to files.
  func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
    try #require(FileManager.default.isExecutableFile(atPath: Self.executable.path), "\(Self.executable.path)")
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try handle("stdout.txt")
    process.standardError = try handle("stderr.txt")
    try process.run()
    return process
  }

  /// Makes a call and waits for its end.
  @discardableResult
  func call(_ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
    try call(arguments, environment: environment)
  }

  /// Makes a call and waits for its end.
  func call(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = try start(arguments, environment: environment)
    process.waitUntilExit()
    return Outcome(exitCode: process.terminationStatus, output: try text("stdout.txt"), errors: try text("stderr.txt"))
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: directory + "/" + name, encoding: .utf8) }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: directory + "/" + name, atomically: true, encoding: .utf8)
  }

  func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory + "/" + folder).sorted()
  }

  private func handle(_ name: String) throws -> FileHandle {
    let path = directory + "/" + name
    try Data().write(to: URL(fileURLWithPath: path))
    return try #require(FileHandle(forWritingAtPath: path))
  }
}

/// Scenario files for calls.
enum ScenarioText {
  static let baseline = VillageScenarios.baseline
  static let grants = VillageScenarios.grants
  static let broken = baseline.replacingOccurrences(of: "years: 2", with: "yaers: 2")

  /// A design of both scenarios in three variables.
  static func design(
    _ method: String, replications: Int = 3, measures: String = "headcount_ratio, durable_exits, programme_cost"
  ) -> String {
    """
    name: Trial
    scenarios: [base.yaml, grants.yaml]
    set: {years: 1, replications: \(replications), population.households: 150}
    measures: [\(measures)]
    method: {\(method)}
    resamples: 100
    \(variables)
    """
  }

  static let variables = """
    variables:
      - path: parameters.shocks.illness_probability
        range: [0.02, 0.2]
      - path: programmes.Grants.package.asset_grant.amount
        values: [1_000, 4_000]
        name: grant
      - path: parameters.trade.sale_discount

    """
}

extension Program {
  /// A program with a baseline and a scenario beside it.
  static func withScenarios() throws -> Program {
    let program = try Program()
    try program.write(ScenarioText.baseline, to: "base.yaml")
    try program.write(ScenarioText.grants, to: "grants.yaml")
    try program.write(ScenarioText.broken, to: "broken.yaml")
    return program
  }
}
