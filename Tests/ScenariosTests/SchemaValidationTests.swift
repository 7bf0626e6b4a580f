import Foundation
import Households
import Notation
import Scenarios
import TestSupport
import Testing

/// What a validator that others wrote makes of the schemas.
///
/// A schema may miss a mistake; it must never find one where the program finds none.
@Suite("Files against their JSON Schema", .enabled(if: SchemaValidator.isHere, SchemaValidator.reason))
struct SchemaValidationTests {
  private static func files(_ folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder.appending(path: $0).path }
  }

  @Test("all files that come with the program are valid")
  func shipped() throws {
    let folders: [(FileKind, String)] = [(.scenario, ""), (.design, "designs"), (.portfolio, "portfolios")]
    for (kind, folder) in folders {
      let files = Self.files(Fixtures.scenarios.appending(path: folder))
      #expect(!files.isEmpty)
      for (file, verdict) in try SchemaValidator.verdicts(of: files, kind) { #expect(verdict == "ok", "\(file)") }
    }
  }

  @Test("every fixture that the program takes is valid")
  func valid() throws {
    let folders: [(FileKind, String)] = [
      (.scenario, "valid"), (.design, "designs/valid"), (.portfolio, "portfolios/valid"),
    ]
    for (kind, folder) in folders {
      let files = Self.files(Fixtures.folder.appending(path: folder))
      #expect(!files.isEmpty)
      for (file, verdict) in try SchemaValidator.verdicts(of: files, kind) { #expect(verdict == "ok", "\(file)") }
    }
  }

  @Test("mistakes that can be seen without knowing other places are found")
  func broken() throws {
    let expected = [
      "amounts-and-shares": "-1 is less than the minimum of 0", "bad-evidence": "'value' is a required property",
      "bad-quarters": "'2019Q1' does not match", "empty-package": "programmes.0.package: [] should be non-empty",
      "empty-file": "None is not of type 'object'", "extends-not-text": "extends: ['a.yaml', 'b.yaml']",
      "intervention-not-indented": "has too many properties", "missing-keys": "'name' is a required property",
      "mobilisation-keys": "'organisers' is a required property", "no-places": "population.places: [] should be",
      "numbers-in-disguise": "seed: '1:30' does not match", "parameter-out-of-range": "1.5 is greater than the maximum",
      "parameter-without-group": "'illness_probability' was unexpected", "unknown-key": "'yeers' was unexpected",
      "partner-budget": "'price_year' is a required property", "unknown-intervention": "'soft_lone' was unexpected",
      "place-keys": "'take_up' was unexpected", "removed-twice": "True was expected",
      "two-interventions-in-one": "has too many properties", "unknown-band": "'woman' is not one of",
      "unknown-coordination": "'registery' is not one of", "unknown-mechanism": "without.0: 'role_model' is not one of",
      "unknown-parameter": "'ilness_probability' was unexpected", "wrong-kinds": "'ten' is not of type",
      "yes-and-no": "'yes' is not of type 'boolean'",
    ].sorted { $0.key < $1.key }
    let files = expected.map { Fixtures.folder.appending(path: "broken/\($0.key).yaml").path }
    let verdicts = try SchemaValidator.verdicts(of: files, .scenario)
    for ((name, message), (_, verdict)) in zip(expected, verdicts) {
      #expect(verdict.contains(message), "\(name): \(verdict)")
    }
  }

  @Test("one mistake at a time is found in what is otherwise right")
  func singleMistakes() throws {
    let right = StarterScenario(stem: "town")?.scenario ?? ""
    let mistakes = [
      ("capacity: 100", "capacity: -1"), ("capacity: 100", "capacitee: 100"),
      ("score_at_most: 30", "score_at_most: 101"),
      ("order: poorest_first", "order: richest_first"), ("from: 2019-Q1", "from: 2019-Q5"),
      ("total: 12_000_000", "total: 12,000,000"), ("total: 12_000_000", "total: \"1__000\""),
      ("value: 25_000", "value: 0"), ("value: 25_000", "valu: 25_000"), ("take_up: 0.9", "take_up: 90%"),
      ("level: vocational", "level: 2"), ("- skill_training:", "- skills_training:"),
      ("name: My organisation", "title: My organisation"),
    ]
    let folder = FileManager.default.temporaryDirectory.appending(path: "schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (index, (before, after)) in [("", "")].appending(mistakes).enumerated() {
      let text = before.isEmpty ? right : right.replacing(before, with: after, maxReplacements: 1)
      #expect(before.isEmpty || text != right, "\(before)")
      files.append(folder.appending(path: "\(index).yaml").path)
      try text.write(toFile: files[index], atomically: true, encoding: .utf8)
    }
    let verdicts = try SchemaValidator.verdicts(of: files, .scenario).map(\.verdict)
    #expect(verdicts.first == "ok")
    for (mistake, verdict) in zip(mistakes, verdicts.dropFirst()) {
      #expect(verdict != "ok" && verdict != "not YAML", "\(mistake.1)")
    }
  }
}

extension [(String, String)] {
  fileprivate func appending(_ others: [(String, String)]) -> [(String, String)] { self + others }
}

/// Python's jsonschema, where it is installed.
enum SchemaValidator {
  static let reason: Comment = "needs python3 with jsonschema and yaml"
  private static let python = Tool.python(importing: "jsonschema", "yaml")
  static var isHere: Bool { python != nil }

  /// The verdict on each file: `ok`, or the first error.
  static func verdicts(of files: [String], _ kind: FileKind) throws -> [(file: String, verdict: String)] {
    let schema = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).schema.json")
    let outcomes = JSONSchemaTests.outcomes
    try JSONSchema.of(kind, outcomes: outcomes).rendered().write(to: schema, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: schema) }
    let script = Fixtures.folder.appending(path: "validate.py").path
    let outcome = try #require(try python?.run([script, schema.path] + files))
    try #require(outcome.exitCode == 0, "\(outcome.errors)")
    let verdicts = outcome.output.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      return (file: parts[0], verdict: parts[1])
    }
    try #require(verdicts.map(\.file) == files)
    return verdicts
  }
}
