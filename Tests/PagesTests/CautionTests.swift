import Foundation
import Testing

@testable import Pages

@Suite("What a page says before it is relied on")
struct CautionTests {
  private static func caution(_ warnings: String) throws -> Caution {
    var source = try SmallResults(differences: []).source
    let record = """
      {"command": "compare", "seed": 7, "overrides": [{"option": "--set", "typed": "a=1"}], "replications": 2,
       "scenarios": []\(warnings)}
      """
    source = ResultSource(
      directory: source.directory, facts: try JSONDecoder().decode(RunFacts.self, from: Data(record.utf8)),
      results: source.results)
    return Caution(source)
  }

  @Test("the warnings of the record, as sentences; what differs besides programmes by itself")
  func fromTheRecord() throws {
    let caution = try Self.caution(
      """
      , "warnings": [{"kind": "confounded", "text": "A differs from B."}, {"kind": "replications", "text": "too few"},
                     {"kind": "of a later version", "text": "was it meant?"}]
      """)
    #expect(caution.confounding == ["A differs from B."])
    #expect(caution.sentences == ["Too few.", "Was it meant?"])
    #expect(caution.notes.count == 2 && caution.notes[0] == "The call changed the scenario files: --set a=1.")
    #expect(caution.notes[1].hasPrefix("Only the headcount is anchored"))
  }

  @Test("a record without warnings has none on the page, and leaves the notes")
  func older() throws {
    let caution = try Self.caution("")
    #expect(caution.confounding.isEmpty && caution.sentences.isEmpty && caution.notes.count == 2)
  }
}
