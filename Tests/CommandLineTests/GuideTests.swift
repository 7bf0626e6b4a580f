import Foundation
import TestSupport
import Testing

/// The pages of the guide, followed to the letter.
@Suite("The guide")
struct GuideTests {
  private enum Step {
    /// Keys that are to stand in a file.
    case edit(file: String, text: String)
    /// A call and what it prints.
    case call(arguments: [String], lines: [String])
  }

  private static let charts = Tool.python(importing: "vl_convert")
  private static let validator = Tool.python(importing: "jsonschema", "yaml")

  private static func page(_ name: String) throws -> String {
    try String(contentsOf: Tool.package.appending(path: "Sources/untrap/untrap.docc/\(name).md"), encoding: .utf8)
  }

  /// The blocks of a page, in order.
  private func steps(of page: String) throws -> [Step] {
    let parts = try Self.page(page).components(separatedBy: "```")
    return stride(from: 1, to: parts.count, by: 2).map { index in
      let block = parts[index].split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      if parts[index].hasPrefix("yaml") {
        // The last file that is named before the block.
        let words = parts[index - 1].components(separatedBy: "`")
        let file = words.last { $0.hasSuffix(".yaml") && !$0.contains(" ") } ?? ""
        return .edit(file: file, text: block.joined(separator: "\n"))
      }
      let arguments = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
      return .call(
        arguments: arguments, lines: block.dropFirst().map(String.init).filter { !["", "..."].contains($0) })
    }
  }

  /// A file with the keys of a block in the place of those of the same names, or the block where there is no file.
  private func edited(_ text: String?, _ block: String) -> String {
    guard let text else { return block }
    let new = sections(block)
    return sections(text).map { old in new.first { $0.key == old.key }?.text ?? old.text }.joined()
  }

  /// The keys at the left edge with all that belongs to them.
  private func sections(_ text: String) -> [(key: String, text: String)] {
    var sections: [(key: String, text: String)] = [("", "")]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = line.first, first.isLetter { sections.append((String(line.prefix { $0 != ":" }), "")) }
      sections[sections.count - 1].text += line + "\n"
    }
    return sections
  }

  private func edit(_ program: borrowing Program, _ file: String, _ block: String) throws {
    let earlier = try? program.text(file)
    let text = edited(earlier, block)
    #expect(text != earlier)
    try program.write(text, to: file)
  }

  private func call(_ program: borrowing Program, _ arguments: [String], _ lines: [String]) throws {
    let outcome = try program.call(arguments)
    let printed = Set((outcome.output + outcome.errors).components(separatedBy: "\n"))
    for line in lines { #expect(printed.contains(line), "\(arguments): \(line)") }
  }

  @Test("writing a scenario ends with scenarios that are right, and prints what the guide says")
  func write() throws {
    let program = try Program()
    let steps = try steps(of: "WriteAScenario")
    #expect(steps.count == 7)
    for step in steps {
      switch step {
      case .edit(let file, let block): try edit(program, file, block)
      case .call(let arguments, let lines): try call(program, arguments, lines)
      }
    }
    let files = try program.names().filter { $0.hasSuffix(".yaml") }
    #expect(files == ["chunian-baseline.yaml", "chunian-without-coaches.yaml", "chunian.yaml"])
    let outcome = try program.call(["check"] + files)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.isEmpty)
  }

  @Test(
    "an editor marks nothing in the files of the guide at any step",
    .enabled(if: validator != nil, "needs Python with jsonschema and yaml, as `make test` installs them"))
  func schema() throws {
    let python = try #require(Self.validator)
    let script = Tool.package.appending(path: "Tests/ScenariosTests/Fixtures/validate.py").path
    let program = try Program()
    var files: [String] = []
    for step in try steps(of: "WriteAScenario") {
      switch step {
      case .edit(let file, let block): try edit(program, file, block)
      case .call(let arguments, _) where arguments.first == "new": _ = try program.call(arguments)
      case .call: continue
      }
      files = try program.names().filter { $0.hasSuffix(".yaml") }
      let outcome = try python.run([script, "scenario.schema.json"] + files, in: URL(filePath: program.directory))
      #expect(outcome.output == files.map { $0 + "\tok\n" }.joined(), "\(outcome.errors)")
    }
    #expect(files.count == 3)
  }

  @Test(
    "getting started prints what the guide says, and the page begins with its answer",
    .enabled(if: charts != nil, "needs vl-convert, as `make prepare` installs it"))
  func start() throws {
    let program = try Program()
    try FileManager.default.createSymbolicLink(
      atPath: program.directory + "/scenarios", withDestinationPath: Tool.package.appending(path: "scenarios").path)
    let steps = try steps(of: "GettingStarted")
    #expect(steps.count == 4)
    for case .call(let arguments, let lines) in steps {
      #expect(!lines.isEmpty)
      try call(program, arguments, lines)
    }
    let quoted = try Self.page("GettingStarted").split(separator: "\n").filter { $0.hasPrefix("> ") }
    let answer = quoted.map { $0.dropFirst(2) }.joined(separator: " ")
    #expect(answer.hasPrefix("After 10 years"))
    #expect(try program.text("notebooks-output/kasur-baseline-comparison.html").contains("<p>\(answer)</p>"))
  }

  @Test("the pages show the pictures that `make notebooks` draws", arguments: ["kasur-differences", "kasur-plane"])
  func pictures(name: String) throws {
    let kept = try Data(contentsOf: Tool.package.appending(path: "notebooks-output/pictures/\(name).svg"))
    let shown = try Data(
      contentsOf: Tool.package.appending(path: "Sources/untrap/untrap.docc/Resources/\(name).svg"))
    #expect(kept == shown, "copy notebooks-output/pictures/\(name).svg into untrap.docc/Resources")
  }

  @Test("every chart is explained")
  func everyChart() throws {
    let program = try Program()
    let help = try program.call("help", "plot").output
    let charts = try #require(help.components(separatedBy: "Examples:").first).split(separator: "\n")
      .filter { $0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    let rows = try Self.page("ReadTheResults").split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(charts.count == 13)
    for chart in charts { #expect(rows.contains { $0.hasPrefix("| `\(chart)` |") }, "\(chart)") }
  }
}
