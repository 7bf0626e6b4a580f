internal import ArgumentParser
internal import Foundation
internal import Reporting
internal import Scenarios

/// `untrap new`: files to begin with.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a commented scenario to begin with.",
    discussion: """
      Three files are written: the place as it is (<name>-baseline.yaml), the same with a programme (<name>.yaml), and \
      scenario.schema.json, with which an editor completes and explains their keys. The scenarios run as they are; put \
      your own facts in the place of what is assumed.

      Examples:
        untrap new my-town
        untrap new plans/my-town --force
      """)

  @Argument(help: ArgumentHelp("Name of the scenario, such as my-town.", valueName: "name"))
  var name: String

  @Flag(help: "Replace earlier files.")
  var force = false

  func validate() throws {
    guard starter != nil else {
      throw ValidationError("\(name): make a name of letters, digits, - and _, such as my-town")
    }
  }

  func run() throws {
    guard let starter else { return }
    let console = Console(isQuiet: false)
    let scenarios = [(starter.baselineFile, starter.baseline), (starter.scenarioFile, starter.scenario)]
      .map { (path: folder + $0, text: $1) }
    try requireFolder(console)
    try refuseEarlier(scenarios.map(\.path), console)
    let files = try scenarios + schema(console)
    try write(files, console)
    console.print(files.map { Console.visible(line: $0.path) + "\n" }.joined())
    let (baseline, scenario) = (Console.visible(line: scenarios[0].path), Console.visible(line: scenarios[1].path))
    console.print(
      """

      Next:
        untrap check \(baseline) \(scenario)
        untrap run \(scenario)
        untrap compare \(baseline) \(scenario)

      """)
  }

  // MARK: - Files

  /// What stands before the names of files, as the call has it.
  private var folder: String { name.lastIndex(of: "/").map { String(name[...$0]) } ?? "" }

  private var starter: StarterScenario? {
    let file = name.dropFirst(folder.count)
    return StarterScenario(stem: String(file.hasSuffix(".yaml") ? file.dropLast(5) : file))
  }

  private func requireFolder(_ console: Console) throws {
    var isFolder: ObjCBool = false
    guard !folder.isEmpty else { return }
    guard !FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) || !isFolder.boolValue else { return }
    throw console.refusal("there is no folder \(folder); make it first, or give a name without it")
  }

  /// Writes all files or none.
  private func write(_ files: [(path: String, text: String)], _ console: Console) throws {
    for (path, _) in files {
      do throws(PlacedFile.Refusal) { try placed(path).check() } catch {
        guard case .isOther(let reason) = error else { continue }
        throw console.refusal("\(path) \(reason); give another name")
      }
    }
    do throws(PlacedFile.Refusal) {
      try PlacedFile.write(files.map { (file: placed($0.path), contents: Data($0.text.utf8)) })
    } catch {
      let names = files.map(\.path).joined(separator: ", ")
      switch error {
      case .exists: console.fail("cannot write \(names): one of them exists; give another name, or --force")
      case .isOther(let reason): console.fail("cannot write \(names): one of them \(reason)")
      case .failed(let reason): console.fail("cannot write \(names): \(reason)")
      }
      throw ExitCode.failure
    }
  }

  /// With --force an earlier scenario to begin with or its schema is replaced, and nothing else.
  private func placed(_ path: String) -> PlacedFile {
    guard force else { return PlacedFile(path: path, earlier: .none) }
    let isSchema = path == folder + StarterScenario.schemaFile
    return PlacedFile(
      path: path,
      earlier: .replaced { isSchema ? StarterScenario.isSchema($0) : StarterScenario.isScenario($0) })
  }

  private func refuseEarlier(_ paths: [String], _ console: Console) throws {
    let earlier = paths.filter(RegularFile.isThere)
    guard !force, !earlier.isEmpty else { return }
    throw console.refusal("\(earlier.joined(separator: " and ")) would be overwritten; give another name, or --force")
  }

  /// The schema, unless it is there: it is the same for all scenarios of a folder.
  private func schema(_ console: Console) throws -> [(path: String, text: String)] {
    let (path, text) = (folder + StarterScenario.schemaFile, StarterScenario.schema)
    guard !force, RegularFile.isThere(path) else { return [(path, text)] }
    guard let earlier = FileManager.default.contents(atPath: path) else {
      console.warn("\(path) cannot be read; editors need it there: untrap schema prints it")
      return []
    }
    if earlier != Data(text.utf8) {
      console.warn("\(path) is of another version of untrap; to renew it: untrap schema > \(path)")
    }
    return []
  }
}
