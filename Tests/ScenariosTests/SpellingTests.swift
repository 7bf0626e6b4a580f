import Households
import Testing

/// Suggestions for misspelt names.
struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("mean", "maen", 1), ("ab", "ba", 1),
    ("ca", "abc", 3), ("loan", "loans", 1),
  ])
  func measuresDistance(first: String, second: String, distance: Int) {
    #expect(Spelling.distance(first, second) == distance)
    #expect(Spelling.distance(second, first) == distance)
  }

  @Test func findsTheNearest() {
    let keys = ["households", "official_headcount", "places", "price_year"]
    #expect(Spelling.nearest(to: "house_holds", among: keys) == "households")
    #expect(Spelling.nearest(to: "headcount", among: keys) == nil)
    #expect(Spelling.nearest(to: "official", among: keys) == "official_headcount")
    #expect(Spelling.nearest(to: "PLACES", among: keys) == "places")
    #expect(Spelling.nearest(to: "zebra", among: keys) == nil)
    #expect(Spelling.nearest(to: "x", among: []) == nil)
  }

  @Test(
    "a name with a slip: a fifth of its letters, at most three, wherever they stand",
    arguments: [
      ("Grants for widows", "Grants for window", true), ("Mawakhat", "MawaKhta", true), ("rants", "Grants", true),
      ("Grants for", "Grants form", true), ("Gnarst for widows", "Grants for widows", true),
      ("Cash", "Loan", false), ("Training of weavers", "Trainings of the weavers", false), ("Same", "Same", false),
    ])
  func slips(name: String, other: String, isSlip: Bool) {
    #expect(Spelling.isSlip(name, for: other) == isSlip)
    #expect(Spelling.isSlip(other, for: name) == isSlip)
  }

  @Test("what is too long to be a name has no slips")
  func longNames() {
    let name = String(repeating: "a", count: 500)
    #expect(!Spelling.isSlip(name, for: name + "b"))
    #expect(Spelling.isSlip(String(name.prefix(199)), for: name.prefix(199) + "b"))
  }
}
