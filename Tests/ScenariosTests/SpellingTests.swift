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
}
