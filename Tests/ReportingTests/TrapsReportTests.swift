import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("Traps")
struct TrapsReportTests {
  /// A chain of three levels of politics: voiceless, client, and aware with all else, which is out of dependency.
  private static func moves(client: Double) -> [Double] {
    var moves = [Double](repeating: 0, count: 4096)
    func add(_ from: Int, _ to: Int, _ count: Double) { moves[to + 64 * from] += count }
    let (worst, client) = ((state: 15 - 4, stay: 950.0), (state: 15 - 4 + 16, up: client))
    let best = 15 - 4 + 32
    add(worst.state, worst.state, worst.stay)
    add(worst.state, client.state, 50)
    add(client.state, worst.state, 20)
    add(client.state, client.state, 980 - client.up)
    add(client.state, best, client.up)
    add(best, client.state, 10)
    add(best, best, 990)
    return moves
  }

  private static func study(replications: Int = 10) throws -> TrapStudy {
    func evidence(_ name: String, client: Double) -> DependencyEvidence {
      DependencyEvidence(
        scenarioName: name, content: .moves((0..<replications).map { moves(client: client + 0.1 * Double($0 % 2)) }))
    }
    return try TrapStudy([evidence("Village", client: 10), evidence("Village with grants", client: 29.9)])
  }

  @Test("the account says how far the exit is, which traps there are, which door is narrowest, and what it is not")
  func account() throws {
    let text = TrapsReport(try Self.study(), basis: "the moves of 10 replications").text
    for words in [
      "The traps of Village, Village with grants", "years on average until a durable exit",
      "years sooner than in Village",
      "A household that is in it stays another",
      "The narrowest door in Village: raising the chance of moving from client",
      "Made of the moves of 10 replications: 30,000 household-quarters for each scenario.", "Nothing reacts",
    ] {
      #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words), "\(words)")
    }
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
  }

  private static func words(_ study: TrapStudy) -> String {
    TrapsReport(study, basis: "moves").text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("no verdict is given from fewer replications than verdicts need")
  func tooFewReplications() throws {
    let text = Self.words(try Self.study(replications: 9))
    #expect(text.contains("Whether that differs from Village cannot be told yet: a verdict needs 10 replications, and"))
    #expect(text.contains("there are 9.") && !text.contains("years sooner than"))
  }

  @Test("a class that was left for states seldom seen is not called a trap that nobody was seen to leave")
  func endNotKnown() throws {
    var moves = [Double](repeating: 0, count: 4096)
    for (from, to, count) in [(0, 0, 9970.0), (0, 63, 20), (63, 63, 60)] { moves[to + 64 * from] = count }
    let study = try TrapStudy([DependencyEvidence(scenarioName: "Village", content: .moves([moves]))])
    let text = Self.words(study)
    #expect(text.contains("99.4% of household-quarters were spent in states that are left for states too seldom seen"))
    #expect(text.contains("In all, 0.6% of household-quarters were spent out of dependency."))
    for words in ["nobody was seen to leave", "Nobody was out", "no durable exit", "One great trap"] {
      #expect(!text.contains(words), "\(words)")
    }
    #expect(TrapsWarnings.list(study, scenarios: []).contains { $0.text.contains("and when, is not known") })
    #expect(!TrapsWarnings.list(study, scenarios: []).contains { $0.text.contains("no durable exit was seen") })
  }

  @Test("where not all make an exit, scenarios are held against each other by how many do, not by how soon")
  func notAllExit() throws {
    func evidence(_ name: String, lost: Double) -> DependencyEvidence {
      let replications = (0..<10).map { replication in
        var moves = Self.moves(client: 10)
        let lost = lost + Double(replication % 2)
        for (from, to, count) in [(1, 1, 9000.0), (11, 1, lost), (11, 11, -lost)] { moves[to + 64 * from] += count }
        return moves
      }
      return DependencyEvidence(scenarioName: name, content: .moves(replications))
    }
    let text = Self.words(try TrapStudy([evidence("Village", lost: 20), evidence("Village with grants", lost: 2)]))
    #expect(text.contains("percentage points more who make an exit in the end than in Village; how much sooner cannot"))
    #expect(!text.contains("years sooner than") && !text.contains("years later than"))
  }

  @Test("households whose states lead nowhere in another scenario are told so, without a time")
  func noneOfTheSame() throws {
    func evidence(_ name: String, _ counts: [(Int, Int, Double)]) -> DependencyEvidence {
      var moves = [Double](repeating: 0, count: 4096)
      for (from, to, count) in counts { moves[to + 64 * from] = count }
      return DependencyEvidence(scenarioName: name, content: .moves([moves]))
    }
    let first = evidence("Village", [(0, 0, 900), (0, 63, 100), (63, 0, 100), (63, 63, 900)])
    let text = Self.words(
      try TrapStudy([
        first, evidence("Lost", [(0, 0, 1000), (1, 1, 500), (1, 63, 1), (63, 63, 450)]),
        evidence("Unseen", [(1, 1, 500), (1, 63, 1), (63, 63, 450)]),
      ]))
    #expect(text.contains("None of the households that are not out in Village makes a durable exit by these moves"))
    #expect(text.contains("Of the states in which the households of Village that are not out were, none counts here"))
    #expect(!text.contains("0.0 years"))
  }

  @Test("without a way out the account says so, and no door is praised")
  func noWayOut() throws {
    var moves = [Double](repeating: 0, count: 4096)
    for (from, to, count) in [(0, 1, 1.0), (1, 0, 1), (0, 0, 5), (1, 1, 5)] { moves[to + 64 * from] = count }
    let study = try TrapStudy([DependencyEvidence(scenarioName: "Stuck", content: .moves([moves]))])
    let text = TrapsReport(study, basis: "moves").text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("spent in a trap without a door: nobody was seen to leave it, and no durable exit can be"))
    #expect(text.contains("Nobody was out of dependency."))
    #expect(!text.contains("narrowest door"))
    #expect(TrapsWarnings.list(study, scenarios: []).contains { $0.text.contains("no durable exit") })
  }

  @Test("states left out are warned of, and doors that nobody goes through are not named")
  func leftOut() throws {
    var moves = Self.moves(client: 10)
    let study = try TrapStudy([DependencyEvidence(scenarioName: "Village", content: .moves([moves]))])
    #expect(!TrapsWarnings.list(study, scenarios: []).contains { $0.text.contains("left out") })
    let account = TrapsAccount(study: study)
    #expect(account.doorsByEffect(scenario: 0).count == 4)
    #expect(account.doorsOfAny == account.doorsByEffect(scenario: 0))
    // A tenth of the household-quarters stay in a state that is never left.
    moves[0] += moves.reduce(0, +) / 9
    let stuck = try TrapStudy([DependencyEvidence(scenarioName: "Village", content: .moves([moves]))])
    #expect(
      TrapsWarnings.list(stuck, scenarios: []).contains {
        $0.text.hasPrefix("Village: 10.0% of household-quarters were in states left out; all shares but those of")
          && $0.text.contains("to tell where they lead: bonded/isolated/voiceless;")
      })
  }

  @Test("classes without a door are told beside those who can get out, whose time is that of those who do")
  func withoutDoor() throws {
    // Beside the village, as many again among the tied and precarious who never leave these levels.
    var moves = Self.moves(client: 10)
    for (from, to, count) in [(1, 2, 30.0), (2, 1, 30), (1, 1, 1440), (2, 2, 1500)] { moves[to + 64 * from] += count }
    let study = try TrapStudy([DependencyEvidence(scenarioName: "Village", content: .moves([moves, moves]))])
    let text = TrapsReport(study, basis: "moves").text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "50.0% of household-quarters were spent in a trap without a door (",
      "50.0% of household-quarters were spent in states (", "In all, 16.7% of household-quarters were spent out of",
      "Of the households that are not out, 40.0% make a durable exit in the end", "the others have no mean time",
      "lasts for ever", "The classes:", "no door: ",
      // 1 - 20^(-1/300), by the 300 simulated household-quarters of 10 real ones that it was stayed in.
      "a chance of leaving it of 0.99% a quarter or more would have shown, with 95%",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("nobody was out") && !text.contains("Nobody was out"))
    #expect(TrapsWarnings.list(study, scenarios: []).contains { $0.text.contains("from states with 50.0%") })
    let rows = try ClassRow.lines(of: study).dropFirst()
    #expect(rows.count == 2)
    #expect(rows.first?.contains(",trap_without_a_door,") == true && rows.last?.contains(",way_out,") == true)
    // The last four are shares; names and members may hold commas.
    #expect(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(4).first } == ["0.5", "0.5"])
  }

  @Test("the range of each number is the one that its unit tells in outputs, but for changes")
  func ranges() {
    for quantity in TrapQuantity.ofScenario {
      #expect(quantity.measure.range.values() == quantity.range, "\(quantity.measure.name)")
    }
    for quantity in TrapQuantity.SetQuantity.allCases {
      let range = TrapQuantity.set(resolution: 0, set: 0, quantity).range
      #expect(quantity.measure.range.values() == range, "\(quantity.measure.name)")
    }
  }

  @Test("moves are read back as they were written, and gaps in replications are found")
  func readingMoves() throws {
    let directory = try TemporaryDirectory()
    let table = try TableFile(TransitionEntry.schema, directory: directory.path)
    for replication in 1...2 {
      for (index, name) in ["Village", "Village, with grants"].enumerated() {
        let result = RunResult(
          observations: [], transitions: Self.moves(client: Double(10 * replication + index)), costs: [])
        let run = RunIdentity(scenario: index, scenarioName: name, replication: replication)
        try TransitionEntry.write(result, to: RunWriter(TransitionEntry.table, table, of: run, in: Fixture.dataset))
      }
    }
    let written = try table.close().digest
    let evidence = try DependencyEvidence.read(directory: directory.path, recorded: written, replications: 2)
    #expect(evidence.map(\.scenarioName) == ["Village", "Village, with grants"])
    guard case .moves(let moves) = evidence[1].content else {
      Issue.record("moves are read")
      return
    }
    #expect(moves == [Self.moves(client: 11), Self.moves(client: 21)])
    let lines = try directory.text("transitions.csv").split(separator: "\n", omittingEmptySubsequences: false)
    let gap = lines.filter { !$0.hasPrefix("Village,1,") }.joined(separator: "\n")
    try directory.write(gap, to: "transitions.csv")
    #expect(throws: OutputError.self) {
      try DependencyEvidence.read(
        directory: directory.path, recorded: FileDigest(path: directory.path + "/transitions.csv"), replications: 2)
    }
    try directory.write(lines.joined(separator: "\n"), to: "transitions.csv")
    #expect(throws: OutputError.self) {
      try DependencyEvidence.read(directory: directory.path, recorded: written, replications: 3)
    }
    // A digit that was changed makes it another table than that of the record.
    try directory.write(lines.joined(separator: "\n").replacing("21", with: "31"), to: "transitions.csv")
    #expect(throws: OutputError.changedFiles(path: directory.path, names: ["transitions.csv"])) {
      try DependencyEvidence.read(directory: directory.path, recorded: written, replications: 2)
    }
  }

  @Test("quarters are shown as years, shares as percent, what has no end as never")
  func units() {
    #expect(TrapUnit(.quartersToExit).text(10) == "2.5")
    #expect(TrapUnit(.exitWithin(quarters: 20)).text(0.1234) == "12.3")
    #expect(TrapUnit.years.text(.infinity) == "never")
    #expect(TrapUnit.change.signed(-0.0213) == "-2.13")
    #expect((TrapsAccount.yearly(0.5) - 0.9375).magnitude < 1e-15)
  }
}
