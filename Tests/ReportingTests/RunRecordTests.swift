import Designs
import Experiments
import Foundation
import Households
import Testing

@testable import Reporting

@Suite("The record of results")
struct RunRecordTests {
  @Test("it tells all that is needed to run it again")
  func contents() throws {
    let place = try TemporaryDirectory()
    let files = try Fixture.write(to: place.path + "/out")
    let record = try RunRecord(directory: place.path + "/out")
    #expect(record.version == SoftwareVersion.current)
    #expect(record.command == "compare")
    let simulation = try #require(record.simulation)
    #expect(simulation.scenarios == Fixture.simulation.scenarios)
    #expect(simulation.scenarios.map(\.files) == [["base.yaml", "shared/places.yaml"], ["loans.yaml"]])
    #expect(simulation.overrides == Fixture.simulation.overrides)
    #expect(simulation.replications == 2)
    #expect(simulation.precision == nil)
    #expect(simulation.observeEvery == 4)
    #expect(simulation.microdataAt == [0])
    #expect(record.inputs == Fixture.record.inputs)
    for input in record.inputs { #expect(record.text(of: input.name) == input.text) }
    #expect(record.changedTexts == [])
    #expect(record.isAsWritten)
    #expect(record.surveyFile == nil)
    #expect(Set(record.outputs) == Set(files.filter { $0.name != "run.json" }))
  }

  @Test("a recipe is a record without outputs, with the survey and the goal")
  func recipe() throws {
    let place = try TemporaryDirectory()
    let directory = try ResultDirectory(
      path: place.path + "/out", replacingResults: true, discardingUnfinished: false)
    try place.write("rows", to: "hies.csv")
    let digest = try FileDigest(path: place.path + "/hies.csv")
    var record = Fixture.record
    record.inputs.append(FileRecord(digest, name: "survey.csv"))
    var simulation = Fixture.simulation
    simulation.precision = Precision(measure: "gini", halfWidth: 0.125, pilot: 5, maximum: 50)
    record.kind = .study(simulation)
    var execution = Fixture.execution()
    execution.survey = place.path + "/hies.csv"
    execution.bytesPerHousehold = .nan
    try directory.begin(record, execution: execution)
    let stored = try RunRecord(path: directory.partialPath + "/recipe.json")
    #expect(stored.outputs == [])
    #expect(stored.surveyFile?.name == "survey.csv" && stored.surveyFile?.sha256 == digest.sha256)
    #expect(stored.execution.survey == place.path + "/hies.csv")
    #expect(stored.simulation?.precision == simulation.precision)
    #expect(stored.replacesResults == true)
    #expect(stored.planned.number == nil)
  }

  /// A record of each kind, with all that it may have.
  private static let kinds: [(command: String, kind: RunRecord.Kind)] = {
    let simulation = Fixture.simulation
    let variables = [
      Variable(
        name: "rate", path: "parameters.a", domain: .number(.uniform(low: 0, high: 0.5), whole: false), usual: "0.25"),
      Variable(name: "who", path: "parameters.b", domain: .values(["x", "y"]), usual: nil),
    ]
    let design = Design(
      name: "Trial", scenarios: ["base.yaml"], settings: [], measures: ["gini"], method: .factorial(levels: 2),
      variables: variables, resamples: 7)
    let digest = FileDigest(name: "transitions.csv", contents: [1, 2, 3])
    return [
      (
        "sweep",
        .sweep(
          simulation,
          DesignRecord(
            file: "base.yaml", design: design, points: 4, bases: ["stated", "assumption"], units: ["", "PKR"]))
      ),
      ("traps", .traps(simulation, .run)), ("traps", .traps(simulation, .results(digest))),
      ("traps", .traps(simulation, .profile(.femaleHead))), ("traps", .traps(simulation, .household(3))),
      (
        "measure",
        .measurement(
          MeasurementRecord(
            data: .survey, line: 3250.28, by: ["region"],
            indicators: [.init(name: "land", meaning: "have none", weight: 0.5)], cutoff: 0.4,
            bootstrap: .init(resamples: 9, seed: .max)))
      ),
    ]
  }()

  @Test("what is read is written again to the same text, whatever the results are of")
  func sameText() throws {
    let place = try TemporaryDirectory()
    for (command, kind) in Self.kinds + [("compare", Fixture.record.kind)] {
      var record = RunRecord(command: command, kind: kind, inputs: Fixture.record.inputs)
      record.warnings = [Warning(.reach, "nobody came")]
      record.files = [FileRecord(FileDigest(name: "a.csv", contents: [1]), rows: 3)]
      record.execution = Fixture.execution()
      try place.write(record.text, to: "out/run.json")
      let read = try RunRecord(directory: place.path + "/out")
      #expect(read.isAsWritten)
      #expect(read.text == record.text)
    }
  }

  @Test("a member of a later version is left alone, a kind of warning of it kept as another")
  func laterVersion() throws {
    let place = try TemporaryDirectory()
    var record = Fixture.record
    record.warnings = [Warning(.reach, "nobody came")]
    try place.write(
      record.text.replacing("\"kind\": \"reach\"", with: "\"kind\": \"tides\", \"place\": \"the coast\""),
      to: "out/run.json")
    #expect(try RunRecord(directory: place.path + "/out").warnings == [Warning(.other, "nobody came")])
  }

  @Test("a record that has changed before the execution is not as it was written, nor is one without a digest")
  func changedRecord() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let text = try place.text("out/run.json")
    for (found, replacement, isAsWritten) in [
      ("\"observe_every\": 4", "\"observe_every\": 6", false), ("\"record_sha256\"", "\"sha256\"", false),
      ("\"threads\": 1", "\"threads\": 2", true),
    ] {
      #expect(text.contains(found))
      try place.write(text.replacing(found, with: replacement), to: "out/run.json")
      #expect(try RunRecord(directory: place.path + "/out").isAsWritten == isAsWritten, "\(found)")
    }
  }

  @Test("a text that has changed is told")
  func changedText() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let text = try place.text("out/run.json")
    try place.write(text.replacing("\"name: Loans, small\"", with: "\"name: Loans, large\""), to: "out/run.json")
    #expect(try RunRecord(directory: place.path + "/out").changedTexts == ["loans.yaml"])
  }

  @Test(
    "what is no record of this form is refused with the reason",
    arguments: [
      ("untrap-run/3", "untrap-run/2", "has the form untrap-run/2; untrap 0.1.0 reads untrap-run/3"),
      ("\"replications\"", "\"repetitions\"", "it is not a record of a run: replications is missing"),
      ("\"observe_every\": 4", "\"observe_every\": \"x\"", "observe_every is not what it should be"),
      ("{\n", "", "it is not a record of a run: it is not valid JSON"),
      ("\"observe_every\": 4", "\"observe_every\": 0", "observe_every is 0, and observations are at least 1 quarter"),
      ("\"observe_every\": 4", "\"observe_every\": 4e30", "a number that is too large"),
      ("\"replications\": 2", "\"replications\": 0", "replications is 0, and there is at least 1"),
      ("\"replications\": 2", "\"replications\": 100001", "replications is 100001, and there are at most 100000"),
      (
        "\"observe_every\"",
        "\"precision\": {\"measure\": \"gini\", \"half_width\": 1, \"pilot\": 10, \"maximum\": 100001}, \"observe_every\"",
        "precision.maximum is 100001, and there are at most 100000"
      ),
      (
        "\"observe_every\"",
        "\"precision\": {\"measure\": \"gini\", \"half_width\": 1, \"pilot\": 10, \"maximum\": 9}, \"observe_every\"",
        "precision.pilot is 10, and precision.maximum only 9"
      ),
      ("\"replications\": 2", "\"replications\": 9223372036854775808", "a number that is too large"),
      ("\"microdata_at\": [0]", "\"microdata_at\": [-1]", "microdata_at has -1"),
      (
        "\"observe_every\"",
        "\"precision\": {\"measure\": \"gini\", \"half_width\": 0, \"pilot\": 2, \"maximum\": 9}, \"observe_every\"",
        "precision.half_width is 0.0"
      ),
      (
        "\"observe_every\"",
        "\"precision\": {\"measure\": \"gini\", \"half_width\": 1, \"pilot\": 0, \"maximum\": 9}, \"observe_every\"",
        "precision.pilot is 0"
      ),
      ("\"option\": \"--seed\"", "\"option\": \"\"", "overrides.2 has no option or no path"),
      ("\"file\": \"costs.csv\"", "\"file\": \"/etc/passwd\"", "'/etc/passwd', which is not the name of a file"),
      ("\"file\": \"costs.csv\"", "\"file\": \"../costs.csv\"", "'../costs.csv', which is not the name of a file"),
      ("\"file\": \"costs.csv\"", "\"file\": \"..\"", "'..', which is not the name of a file"),
      (
        "\"command\": \"compare\"",
        "\"command\": \"traps\", \"traps\": {\"source\": \"household\", \"household\": -1}", "traps does not"
      ),
      ("\"command\": \"compare\"", "\"command\": \"sweep\"", "it is not a record of a run: design is missing"),
      ("\"command\": \"compare\"", "\"command\": \"guess\"", "command is 'guess', which makes no results"),
      ("\"file\": \"shared/places.yaml\"", "\"file\": \"places.yaml\"", "inputs lacks the text of shared/places.yaml"),
    ])
  func refused(found: String, replacement: String, message: String) throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let text = try place.text("out/run.json")
    let range = try #require(text.range(of: found))
    try place.write(text.replacingCharacters(in: range, with: replacement), to: "out/run.json")
    #expect {
      _ = try RunRecord(directory: place.path + "/out")
    } throws: { error in
      (error as? OutputError)?.description.contains(message) ?? false
    }
  }
}
