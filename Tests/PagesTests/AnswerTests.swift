import Testing

@testable import Pages

@Suite("Answers")
struct AnswerTests {
  typealias Difference = SmallResults.Difference

  private static func sentences(_ differences: [Difference], replications: Int = 20) throws -> [String] {
    try Answer(
      SmallResults(differences: differences, replications: replications, baselineRank: differences.count + 1).source
    )
    .sentences
  }

  @Test("the best leads, all are ranked, with gain, band, cost and certainty")
  func leader() throws {
    let best = Difference(
      scenario: "Loans", mean: 79, low: 63, high: 94, rank: 1,
      bands: [("poor", 0.02, 0.01, 0.03), ("not_poor", 0.01, -0.01, 0.03), ("very_poor", -0.02, -0.03, -0.01)],
      ratio: (131_444.2, 115_143.5, 153_682))
    let other = Difference(scenario: "Kasur, top down", mean: 47, low: 34, high: 59, rank: 2)
    #expect(
      try Self.sentences([other, best]) == [
        """
        After 10 years 79 more households have made a durable exit from dependency (a year out of it) in Loans than in \
        Base (95% interval 63 to 94); ranks by what is beyond doubt: 1 Loans, 2 “Kasur, top down” (+47; 34 to 59), 3 Base.
        """,
        """
        In Loans 1 of 3 bands of the poverty scorecard gain, most those that were poor by it at the start (+2.000 points \
        out of dependency, 1.000 to 3.000), and very poor loses; one more durable exit costs its programmes PKR 131,444 of \
        2015-16, discounted (115,144 to 153,682).
        """,
        """
        The intervals are 95%, from 20 replications in which all scenarios meet the same luck, and hold chance alone; 1 of \
        2 values are assumed, not measured, and what they would change is for untrap sensitivity to tell.
        """,
      ])
  }

  @Test("who shares the first rank is not put behind")
  func shared() throws {
    let sure = Difference(scenario: "A", mean: 50, low: 40, high: 60, rank: 1)
    let unsure = Difference(scenario: "B", mean: 60, low: -5, high: 125, rank: 1)
    let first = try Self.sentences([sure, unsure])[0]
    #expect(first.contains("50 more households"))
    #expect(first.contains("ranks by what is beyond doubt: 1 B (+60; -5 to 125), 1 A, 3 Base."), "\(first)")
  }

  @Test("what does harm is named where nothing gains")
  func harm() throws {
    let worse = Difference(scenario: "A", mean: -79, low: -94, high: -63, rank: 2)
    let unclear = Difference(scenario: "B", mean: -3, low: -12, high: 6, rank: 1)
    let same = Difference(scenario: "C", mean: 0, low: 0, high: 0, rank: 1)
    let sentences = try Self.sentences([worse, unclear, same])
    #expect(
      sentences[0] == """
        After 10 years no scenario can be told to have more durable exits from dependency than Base: for B the interval of \
        the difference from Base reaches from -12 to +6 households; there are fewer in A (-79; -94 to -63).
        """)
    #expect(sentences[1].hasPrefix("What one more durable exit costs cannot be told where there are not more of them;"))
    #expect(
      try Self.sentences([worse])[0]
        == "After 10 years no scenario has more durable exits from dependency than Base; there are fewer in A (-79; -94 to -63)."
    )
    let unchanged = try Self.sentences([same])
    #expect(unchanged[0].hasPrefix("After 10 years no scenario changes who has made a durable exit"))
    #expect(unchanged[1].hasPrefix("What one more durable exit costs cannot be told where there are not more of them;"))
  }

  @Test("what cannot be told apart is said to be so")
  func unclear() throws {
    let one = Difference(scenario: "A", mean: 3, low: -4, high: 10, rank: 1)
    let other = Difference(scenario: "B", mean: 5, low: -20, high: 30, rank: 1)
    #expect(
      try Self.sentences([one])[0] == """
        After 10 years A cannot be told apart by durable exits from dependency: the interval of the difference from Base \
        reaches from -4 to +10 households.
        """)
    let sentences = try Self.sentences([one, other])
    #expect(sentences[0].hasPrefix("After 10 years the scenarios cannot be told apart by durable exits"))
    #expect(sentences[0].contains("even for B,"))
    #expect(
      sentences[1] == """
        Who gains, and what one more durable exit costs, cannot be told either; the programmes cost PKR 2.00 million in A \
        and 2.00 million in B (of 2015-16).
        """)
  }

  @Test("few replications tell nothing, however narrow their intervals", arguments: [2, 4, 9])
  func few(replications: Int) throws {
    let narrow = Difference(scenario: "A", mean: 8, low: 8, high: 8, rank: 1)
    let sentences = try Self.sentences([narrow], replications: replications)
    #expect(sentences[0].contains("the scenarios cannot be told apart"), "\(sentences[0])")
    #expect(sentences[0].contains("\(replications) replications are too few"))
    #expect(sentences.count == 3)
  }

  @Test("the table gives no verdict from few replications, not even by leaving one out", arguments: [2, 9, 10])
  func fewInTable(replications: Int) throws {
    let source = try SmallResults(
      differences: [
        Difference(scenario: "A", mean: 8, low: 7, high: 9, rank: 1),
        Difference(scenario: "B", mean: 5, low: -10, high: 20, rank: 2),
        Difference(scenario: "C", mean: 0, low: 0, high: 0, rank: 2),
      ], replications: replications
    ).source
    let notes = try #require(try ScenarioTable(overviewOf: [source])).rows.map { $0.cells[0].notes.last }
    #expect(
      notes
        == (replications < 10
          ? ["too few replications", "too few replications", "no difference"]
          : ["+7.0 to +9.0", "not told apart", "no difference"]))
  }

  @Test("one replication has no intervals")
  func single() throws {
    let sentences = try Self.sentences(
      [Difference(scenario: "A", mean: 8, low: .nan, high: .nan, rank: 1)], replications: 1)
    #expect(sentences[0].contains("differ from those of Base by +8 in A, in one replication"), "\(sentences[0])")
    #expect(sentences[2].hasPrefix("One replication gives no intervals"))
  }

  @Test("the overview counts real households and marks what is not told apart")
  func overview() throws {
    let source = try SmallResults(
      differences: [
        Difference(scenario: "A", mean: 50, low: 40, high: 60, rank: 1, ratio: (1_000, 900, 1_200)),
        Difference(scenario: "B", mean: 5, low: -10, high: 20, rank: 2),
      ]
    ).source
    let table = try #require(try ScenarioTable(overviewOf: [source]))
    #expect(table.rows.map(\.heading) == ["A, against Base", "B, against Base"])
    #expect(table.rows.map { $0.cells[0].value } == ["+50.0", "+5.0"])
    #expect(table.rows.map { $0.cells[0].notes } == [["+40.0 to +60.0"], ["-10.0 to +20.0", "not told apart"]])
    #expect(table.rows.map { $0.cells[3].value } == ["1,000", "-"])
  }
}
