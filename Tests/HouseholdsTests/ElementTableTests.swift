import Foundation
import Testing

@testable import Households

/// What `Elements.md` claims of the programmes' documents: rule, parameter, scenario and test must all be there.
@Suite struct ElementTableTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// The Swift files below a folder, as paths from it.
  private static func swiftFiles(below folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: package.appending(path: folder).path)
      .filter { $0.hasSuffix(".swift") }.sorted()
  }

  // MARK: - The document

  /// A row of a table, its cells without their marks.
  private struct Row {
    var element, file, key, scenario, test: String

    /// Nil where a row has not five cells that are filled and marked as they should be.
    init?(_ line: some StringProtocol) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard cells.count == 7, cells[0].isEmpty, cells[6].isEmpty, !cells[1].isEmpty,
        let file = Self.unmark(cells[2], "`"), let key = Self.unmark(cells[3], "`"),
        let scenario = Self.unmark(cells[4], "`"), let test = Self.unmark(cells[5], "\"")
      else { return nil }
      (element, self.file, self.key, self.scenario, self.test) = (cells[1], file, key, scenario, test)
    }

    /// What stands between two marks; nil where nothing does.
    private static func unmark(_ cell: String, _ mark: Character) -> String? {
      guard cell.count > 2, cell.first == mark, cell.last == mark else { return nil }
      let inside = cell.dropFirst().dropLast()
      return inside.contains(mark) ? nil : String(inside)
    }
  }

  /// The lines of each table, heading and rule left out.
  private static func tables() throws -> [[Substring]] {
    var tables: [[Substring]] = []
    var isInTable = false
    let document = try text("Sources/Households/Households.docc/Elements.md")
    for line in document.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "| element | file | parameter or key | scenario | test |" {
        tables.append([])
      } else if line.hasPrefix("|") {
        try #require(isInTable, "outside of a table: \(line)")
        if line != "|---|---|---|---|---|" { tables[tables.count - 1].append(line) }
      }
      isInTable = line.hasPrefix("|")
    }
    return tables
  }

  // MARK: - What it is compared with

  /// The files, words and names that a row may mention.
  private struct Facts {
    let files: Set<String>
    let schema: String
    let tests: Set<String>
    /// Keys of each shipped scenario and of those that it extends.
    let scenarioKeys: [String: Set<String>]

    init() throws {
      files = Set(try ElementTableTests.swiftFiles(below: "Sources/Households"))
      schema = try ElementTableTests.swiftFiles(below: "Sources/Scenarios/Schema")
        .map { try ElementTableTests.text("Sources/Scenarios/Schema/" + $0) }.joined()
      var tests: Set<String> = []
      for file in try ElementTableTests.swiftFiles(below: "Tests") where !file.hasSuffix("ElementTableTests.swift") {
        for match in try ElementTableTests.text("Tests/" + file).matches(of: /@Test\(\s*"([^"]+)"/) {
          tests.insert(String(match.output.1))
        }
      }
      self.tests = tests
      let folder = ElementTableTests.package.appending(path: "scenarios")
      var keys: [String: Set<String>] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".yaml") {
        keys[name] = try Self.keys(of: name)
      }
      scenarioKeys = keys
    }

    private static func keys(of scenario: String) throws -> Set<String> {
      var keys: Set<String> = []
      for line in try ElementTableTests.text("scenarios/" + scenario).split(separator: "\n") {
        let line = line.prefix { $0 != "#" }
        for match in line.matches(of: /(?:^|[\s{,])([a-z_]+):/) { keys.insert(String(match.output.1)) }
        if let match = line.firstMatch(of: /^extends: (\S+)/) {
          keys.formUnion(try Self.keys(of: String(match.output.1)))
        }
      }
      return keys
    }

    /// What is not true of a row.
    func faults(_ row: Row) -> [String] {
      var faults: [String] = []
      if !files.contains(row.file) { faults.append("no file \(row.file)") }
      let keys = scenarioKeys[row.scenario]
      if keys == nil { faults.append("no scenario \(row.scenario)") }
      if row.key.contains(".") {
        let isKnown = Parameters.catalogue.contains { $0.path == row.key || $0.path.hasPrefix(row.key + ".") }
        if !isKnown { faults.append("no parameter \(row.key)") }
      } else {
        if !schema.contains("\"\(row.key)\"") { faults.append("no word \(row.key)") }
        if let keys, !keys.contains(row.key) { faults.append("\(row.scenario) does not use \(row.key)") }
      }
      if !tests.contains(row.test) { faults.append("no test \"\(row.test)\"") }
      return faults
    }
  }

  // MARK: - Tests

  @Test("each element of the four documents has its rule, number, scenario and test")
  func elements() throws {
    let facts = try Facts()
    let tables = try Self.tables()
    #expect(tables.count == 4)
    #expect(tables.allSatisfy { $0.count >= 10 } && tables.joined().count >= 50)
    for line in tables.joined() {
      let row = try #require(Row(line), "not five filled cells: \(line)")
      #expect(facts.faults(row).isEmpty, "\(row.element)")
    }
    for table in tables {
      let elements = table.compactMap { Row($0)?.element }
      #expect(Set(elements).count == elements.count, "an element is told twice")
    }
  }

  @Test("a row with anything in it that is not there is found")
  func faults() throws {
    let facts = try Facts()
    let line =
      "| works | `Processes/CollectiveWorks.swift` | `programmes.works_limit` | `seher-mupp.yaml` | \"areas\" |"
    let row = try #require(Row(line))
    #expect(facts.faults(row).isEmpty)
    func faults(_ change: (inout Row) -> Void) -> [String] {
      var changed = row
      change(&changed)
      return facts.faults(changed)
    }
    #expect(faults { $0.key = "collective_works" }.isEmpty)
    #expect(faults { $0.key = "work" }.count == 2)
    #expect(faults { $0.key = "programmes.works" } == ["no parameter programmes.works"])
    #expect(faults { $0.key = "union_councils" }.isEmpty)
    #expect(faults { $0.key = "coordination" } == ["seher-mupp.yaml does not use coordination"])
    #expect(faults { $0.file = "CollectiveWorks.swift" } == ["no file CollectiveWorks.swift"])
    #expect(faults { $0.scenario = "seher" } == ["no scenario seher"])
    #expect(faults { $0.test = "area" } == ["no test \"area\""])
    let broken = [
      line.replacing("`seher-mupp.yaml`", with: ""), line.replacing("works |", with: "works"),
      String(line.dropLast(2)), line.replacing("\"areas\"", with: "areas"), line.replacing("| works |", with: "|  |"),
    ]
    for broken in broken {
      #expect(Row(broken) == nil, "\(broken)")
    }
  }
}
