public import Foundation

/// A program that tests run: one of this package, or one that they are skipped without.
public struct Tool: Sendable {
  /// What a call did.
  public struct Outcome: Sendable {
    /// Its exit code.
    public let exitCode: Int32
    /// What it printed.
    public let output: String
    /// What it complained of.
    public let errors: String
  }

  /// Its path, or its name on the search path.
  public let command: String

  /// A program by its path or name.
  public init(command: String) { self.command = command }

  /// The package root.
  public static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL

  /// A program of this package, built beside the test bundle.
  public static func built(_ name: String) -> Tool {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return Tool(command: bundle.deletingLastPathComponent().appending(path: name).path)
  }

  /// The first Python that can import some modules: `UNTRAP_PYTHON`, that which `make` sets up, or the system's.
  public static func python(importing modules: String...) -> Tool? {
    [
      ProcessInfo.processInfo.environment["UNTRAP_PYTHON"], package.appending(path: ".build/python/bin/python3").path,
      "python3",
    ].compactMap(\.self).map(Tool.init).first { $0.succeeds(["-c", "import " + modules.joined(separator: ", ")]) }
  }

  /// A program on the search path that succeeds when it is called so.
  public static func named(_ name: String, checkedBy arguments: [String]) -> Tool? {
    [Tool(command: name)].first { $0.succeeds(arguments) }
  }

  /// Runs it, in a directory if one is given, and waits for its end.
  public func run(_ arguments: [String], in directory: URL? = nil) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    if let directory { process.currentDirectoryURL = directory }
    let errors = FileManager.default.temporaryDirectory.appending(path: "errors-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func succeeds(_ arguments: [String]) -> Bool { (try? run(arguments))?.exitCode == 0 }
}
