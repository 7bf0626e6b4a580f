import Experiments
import Foundation
import Testing

@testable import Reporting

@Suite("Reading the record of a run back")
struct StoredRecordTests {
  @Test("it tells all that is needed to run it again")
  func contents() throws {
    let place = try TemporaryDirectory()
    let files = try Fixture.write(to: place.path + "/out")
    let record = try StoredRecord(directory: place.path + "/out")
    #expect(record.version == SoftwareVersion.current)
    #expect(record.command == "compare")
    #expect(record.scenarioFiles == [["base.yaml", "shared/places.yaml"], ["loans.yaml"]])
    #expect(record.overrides == Fixture.record.overrides)
    #expect(record.replications == 2)
    #expect(record.precision == nil)
    #expect(record.observeEvery == 4)
    #expect(record.microdataAt == [0])
    #expect(record.texts.count == 3)
    for input in Fixture.record.inputs { #expect(record.texts[input.digest.name] == input.text) }
    #expect(record.changedTexts == [])
    #expect(record.isAsWritten)
    #expect(record.survey == nil)
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
    record.inputs.append(InputRecord(survey: digest, name: "survey.csv"))
    record.precision = Precision(measure: "gini", halfWidth: 0.125, pilot: 5, maximum: 50)
    var execution = Fixture.execution()
    execution.survey = place.path + "/hies.csv"
    execution.bytesPerHousehold = .nan
    try directory.begin(record, execution: execution)
    let stored = try StoredRecord(path: directory.partialPath + "/recipe.json")
    #expect(stored.outputs == [])
    #expect(stored.survey?.name == "survey.csv" && stored.survey?.sha256 == digest.sha256)
    #expect(stored.surveyPath == place.path + "/hies.csv")
    #expect(stored.precision == record.precision)
    #expect(stored.replacesResults)
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
      #expect(try StoredRecord(directory: place.path + "/out").isAsWritten == isAsWritten, "\(found)")
    }
  }

  @Test("a text that has changed is told")
  func changedText() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let text = try place.text("out/run.json")
    try place.write(text.replacing("\"name: Loans, small\"", with: "\"name: Loans, large\""), to: "out/run.json")
    #expect(try StoredRecord(directory: place.path + "/out").changedTexts == ["loans.yaml"])
  }

  @Test(
    "what is no record of this form is refused with the reason",
    arguments: [
      ("untrap-run/2", "untrap-run/1", "has the form untrap-run/1; untrap 0.1.0 reads untrap-run/2"),
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
        "\"observe_every\"", "\"traps\": {\"source\": \"household\", \"household\": -1}, \"observe_every\"",
        "traps does not"
      ),
    ])
  func refused(found: String, replacement: String, message: String) throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    let text = try place.text("out/run.json")
    let range = try #require(text.range(of: found))
    try place.write(text.replacingCharacters(in: range, with: replacement), to: "out/run.json")
    #expect {
      _ = try StoredRecord(directory: place.path + "/out")
    } throws: { error in
      (error as? OutputError)?.description.contains(message) ?? false
    }
  }
}
