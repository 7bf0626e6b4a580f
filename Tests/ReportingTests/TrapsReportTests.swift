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

  private static func study() throws -> TrapStudy {
    try TrapStudy([
      DependencyEvidence(scenarioName: "Village", content: .moves([moves(client: 10), moves(client: 10.1)])),
      DependencyEvidence(
        scenarioName: "Village with grants", content: .moves([moves(client: 30), moves(client: 29.9)])),
    ])
  }

  @Test("the account says how far the exit is, which traps there are, which door is narrowest, and what it is not")
  func account() throws {
    let text = TrapsReport(try Self.study(), basis: "the moves of 2 replications").text
    for words in [
      "The traps of Village, Village with grants", "years on average until a durable exit",
      "years sooner than in Village",
      "A household that is in it stays another",
      "The narrowest door in Village: raising the chance of moving from client",
      "Made of the moves of 2 replications: 6,000 household-quarters for each scenario.", "Nothing reacts",
    ] {
      #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words), "\(words)")
    }
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
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
    let account = TrapsAccount(study)
    #expect(account.doorsByEffect(scenario: 0).count == 4)
    #expect(account.doorsOfAny == account.doorsByEffect(scenario: 0))
    // A tenth of the household-quarters stay in a state that is never left.
    moves[0] += moves.reduce(0, +) / 9
    let stuck = try TrapStudy([DependencyEvidence(scenarioName: "Village", content: .moves([moves]))])
    #expect(
      TrapsWarnings.list(stuck, scenarios: []).contains {
        $0.text.hasPrefix("Village: 10.0% of household-quarters were in states left out; all shares are of the rest")
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
    ] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("nobody was out") && !text.contains("Nobody was out"))
    #expect(TrapsWarnings.list(study, scenarios: []).contains { $0.text.contains("from states with 50.0%") })
    let directory = try TemporaryDirectory()
    let table = try TableFile(ClassesTable.schema, directory: directory.path)
    try ClassesTable.write(study, to: table)
    _ = try table.close()
    let rows = try directory.text("classes.csv").split(separator: "\n").dropFirst()
    #expect(rows.count == 2)
    #expect(rows.first?.contains(",trap_without_a_door,") == true && rows.last?.contains(",way_out,") == true)
    // The last four are shares; names and members may hold commas.
    #expect(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(4).first } == ["0.5", "0.5"])
  }

  @Test("the range of each number is the one that its unit tells in outputs, but for changes")
  func ranges() {
    for quantity in TrapQuantity.ofScenario {
      let (name, unit, summary) = quantity.measure
      #expect(Measure(name: name, unit: unit, summary: summary).range.values() == quantity.range, "\(name)")
    }
    for quantity in TrapQuantity.SetQuantity.allCases {
      let (name, unit, summary) = quantity.measure
      let range = TrapQuantity.set(resolution: 0, set: 0, quantity).range
      #expect(Measure(name: name, unit: unit, summary: summary).range.values() == range, "\(name)")
    }
  }

  @Test("moves are read back as they were written, and gaps in replications are found")
  func readingMoves() throws {
    let directory = try TemporaryDirectory()
    let table = try TableFile(TransitionsTable.schema, directory: directory.path)
    for replication in 1...2 {
      for (index, name) in ["Village", "Village, with grants"].enumerated() {
        let result = RunResult(
          observations: [], transitions: Self.moves(client: Double(10 * replication + index)), costs: [])
        try TransitionsTable.write(
          result, of: RunIdentity(scenario: index, scenarioName: name, replication: replication), to: table)
      }
    }
    let written = try table.close().digest
    let evidence = try DependencyEvidence.read(directory: directory.path, recorded: written)
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
        directory: directory.path, recorded: FileDigest(path: directory.path + "/transitions.csv"))
    }
    // A digit that was changed makes it another table than that of the record.
    try directory.write(lines.joined(separator: "\n").replacing("21", with: "31"), to: "transitions.csv")
    #expect(throws: OutputError.changedFiles(path: directory.path, names: ["transitions.csv"])) {
      try DependencyEvidence.read(directory: directory.path, recorded: written)
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
