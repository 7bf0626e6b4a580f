import Foundation
import Statistics
import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Description of a dataset")
struct DescriptionTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("the range of each measure of a survey is the one that its unit tells in outputs")
  func rangesOfSurveyMeasures() {
    let terms = SampleTerms(indicators: [.init(name: "literacy", meaning: "whose head does not read", weight: 1)])
    for measure in terms.measures {
      let description = terms.description(of: measure)
      #expect(description.range.values() == measure.range, "\(description.name)")
    }
  }

  @Test("the data package describes every column of every table, in order, and nothing else")
  func dataPackage() throws {
    let directory = try TemporaryDirectory()
    try Fixture.write(to: directory.path + "/out")
    let package = try json(directory.text("out/datapackage.json"))
    let resources = try #require(package["resources"] as? [[String: Any]])
    let described = try resources.map { try #require($0["path"] as? String) }
    #expect(
      described == [
        "outcomes.csv", "programme_outcomes.csv", "summary.csv", "comparison.csv", "ranking.csv", "attribution.csv",
        "effectiveness.csv", "frontier.csv", "acceptability.csv", "budget_impact.csv", "survival.csv", "mobility.csv",
        "transition_matrix.csv", "dynamics.csv", "growth_incidence.csv", "survival_comparison.csv",
        "counterfactuals.csv", "transitions.csv", "yearly_transitions.csv", "spells.csv", "panel.csv",
        "quantiles.csv", "costs.csv", "course.csv", "institutions.csv", "stocktake.csv", "reach.csv",
        "households.csv",
      ])
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let header = try directory.text("out/" + path).split(separator: "\n")[0].split(separator: ",").map(String.init)
      #expect(fields.compactMap { $0["name"] as? String } == header)
      for field in fields {
        #expect(["string", "integer", "number"].contains(field["type"] as? String))
        #expect((field["description"] as? String)?.hasSuffix(".") == true, "\(path) \(field)")
        if field["type"] as? String == "number" { #expect(field["unit"] != nil, "\(path) \(field)") }
      }
      let key = try #require(schema["primaryKey"] as? [String])
      #expect(key.allSatisfy(header.contains))
      let digest = try FileDigest(path: directory.path + "/out/" + path)
      #expect(resource["hash"] as? String == "sha256:" + digest.sha256)
      #expect(resource["bytes"] as? Int == digest.bytes)
    }
    let measures = try #require(package["measures"] as? [[String: Any]])
    #expect(
      measures.compactMap { $0["name"] as? String }
        == (Fixture.measures + Model.programmeMeasures + EndState.measures + HouseholdDynamics.panelMeasures
        + MobilityFigure.measures).map(\.name))
    #expect(package["name"] as? String == "untrap-base-loans-small")
  }

  @Test("the record holds what was run and the digest of every other file")
  func record() throws {
    let directory = try TemporaryDirectory()
    let files = try Fixture.write(to: directory.path + "/out")
    #expect(try directory.names == ["out"])
    let record = try json(directory.text("out/run.json"))
    #expect(record["format"] as? String == "untrap-run/3")
    #expect(record["version"] as? String == SoftwareVersion.current)
    #expect(record["baseline"] as? String == "Base")
    #expect(record["seed"] as? Int == 7)
    let overrides = try #require(record["overrides"] as? [[String: String]])
    #expect(overrides[0] == ["option": "--set", "typed": "years=1", "path": "years", "value": "1"])
    #expect(record["precision"] == nil)
    let inputs = try #require(record["inputs"] as? [[String: Any]])
    #expect(inputs.map { $0["file"] as? String } == ["base.yaml", "shared/places.yaml", "loans.yaml"])
    #expect(inputs[0]["text"] as? [String] == ["name: Base", "extends: shared/places.yaml", ""])
    let scenarios = try #require(record["scenarios"] as? [[String: Any]])
    #expect(scenarios[0]["extends"] as? [String] == ["shared/places.yaml"])
    let values = try #require(scenarios[0]["values"] as? [[String: Any]])
    #expect(values[1]["origin"] as? String == "default")
    #expect(values[1]["value"] as? Double == 0.06)
    #expect(values[1]["source"] as? String == "assumed")
    let outputs = try #require(record["outputs"] as? [[String: Any]])
    let recorded = Set(outputs.compactMap { $0["sha256"] as? String })
    let written = try files.filter { $0.name != "run.json" }.map {
      try FileDigest(path: directory.path + "/out/" + $0.name).sha256
    }
    #expect(recorded == Set(written))
    #expect(outputs.count == 30)
    #expect(outputs[0]["rows"] as? Int == 4 * 4)
    let execution = try #require(record["execution"] as? [String: Any])
    #expect(execution["household_quarters_per_second"] as? Int == 800)
  }

  @Test("identity leaves out the execution, and nothing else")
  func identity() throws {
    let directory = try TemporaryDirectory()
    try Fixture.write(to: directory.path + "/one", seconds: 2, threads: 1)
    try Fixture.write(to: directory.path + "/two", seconds: 9, threads: 7)
    #expect(try directory.text("one/run.json") != directory.text("two/run.json"))
    let identity = try ResultIdentity.text(of: directory.path + "/one")
    #expect(try ResultIdentity.text(of: directory.path + "/two") == identity)
    #expect(identity.split(separator: "\n").count == 31)

    for file in try FileManager.default.contentsOfDirectory(atPath: directory.path + "/two") {
      let original = try directory.text("two/" + file)
      var changed = original
      let end = original.range(of: "\"execution\"")?.lowerBound ?? original.endIndex
      // A table without rows has no digit.
      let place = try #require(original[..<end].lastIndex(of: "1") ?? original[..<end].lastIndex(of: "e"))
      changed.replaceSubrange(place...place, with: "2")
      try directory.write(changed, to: "two/" + file)
      #expect(try ResultIdentity.text(of: directory.path + "/two") != identity, "\(file)")
      try directory.write(original, to: "two/" + file)
    }
    try directory.write("more", to: "two/more.csv")
    #expect(try ResultIdentity.text(of: directory.path + "/two") != identity)
  }

  @Test("text that looks like the execution does not hide what comes before")
  func identityOfTrickyText() {
    let record = "{\n  \"a\": \"\\n  \\\"execution\\\": {\",\n  \"execution\": {\n    \"seconds\": 1\n  }\n}\n"
    #expect(
      ResultIdentity.comparablePart(of: record) == "{\n  \"a\": \"\\n  \\\"execution\\\": {\",")
  }
}
