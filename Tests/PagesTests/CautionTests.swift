import Reporting
import Testing

@testable import Pages

@Suite("What a page says before it is relied on")
struct CautionTests {
  private static func caution(_ warnings: [Warning]) throws -> Caution {
    Caution(
      SmallResults.source(
        "compare", scenarios: [],
        overrides: [OverrideRecord(option: "--set", typed: "a=1", path: "a", value: "1")], replications: 2,
        warnings: warnings, results: try SmallResults(differences: []).source.results))
  }

  @Test("the warnings of the record, as sentences; what differs besides programmes by itself")
  func fromTheRecord() throws {
    let caution = try Self.caution([
      Warning(.confounded, "A differs from B."), Warning(.replications, "too few"), Warning(.other, "was it meant?"),
    ])
    #expect(caution.confounding == ["A differs from B."])
    #expect(caution.sentences == ["Too few.", "Was it meant?"])
    #expect(caution.notes.count == 2 && caution.notes[0] == "The call changed the scenario files: --set a=1.")
    #expect(caution.notes[1].hasPrefix("Only the headcount is anchored"))
  }

  @Test("a record without warnings has none on the page, and leaves the notes")
  func older() throws {
    let caution = try Self.caution([])
    #expect(caution.confounding.isEmpty && caution.sentences.isEmpty && caution.notes.count == 2)
  }
}
