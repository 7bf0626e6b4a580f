import Foundation
import Reporting
import Testing

/// Searches for the best mix as a user calls them.
@Suite("Optimize")
struct OptimizeTests {
  private static let candidates = """
    candidates:
      - programme: Grants
        budgets: [5_000_000, 10_000_000]
      - programme: Cash
        budgets: [4_000_000]
        areas: [{tehsil: Kasur}, {union_councils: Kasur UC 1}]

    """

  private static func portfolio(
    _ search: String = "{screened: 3, replications: 4, finalists: 1}", outcome: String = "durable_exits"
  ) -> String {
    """
    name: Trial
    scenario: town.yaml
    set: {years: 1, population.households: 150}
    outcome: \(outcome)
    budget: {total: 12_000_000, price_year: 2016}
    \(candidates)
    search: \(search)

    """
  }

  private static let town =
    ScenarioText.grants.replacing("households: 3000", with: "households: 3000\n      union_councils: 2") + """
        - name: Cash
          partner: Test fund
          from: 2016-Q1
          until: 2016-Q4
          price_year: 2016
          package:
            - cash_transfer: {amount: 3_000, quarters: 2}

      """

  private static func program(_ portfolio: String = portfolio()) throws -> Program {
    let program = try Program()
    try program.write(town, to: "town.yaml")
    try program.write(portfolio, to: "portfolio.yaml")
    return program
  }

  @Test("a programme that reaches nobody in the mix that is recommended is told of")
  func nobody() throws {
    let program = try Self.program()
    let late = """
        - name: Late
          partner: Test fund
          from: 2016-Q1
          until: 2016-Q4
          price_year: 2016
          capacity: 0
          package:
            - cash_transfer: {amount: 3_000, quarters: 2}

      """
    try program.write(Self.town + late, to: "town.yaml")
    let outcome = try program.call("optimize", "portfolio.yaml", "--out", "results")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let told = outcome.errors.split(separator: "\n").filter {
      $0.hasPrefix("warning: in the mix that is recommended: Late of ") && $0.contains(" has served nobody: ")
    }
    #expect(told.count == 1, "\(outcome.errors)")
    let record = try program.text("results/run.json")
    #expect(record.contains("\"kind\": \"reach\"") && record.contains("in the mix that is recommended: Late of "))
    #expect(try program.call("verify", "results").exitCode == 0)
  }

  @Test func aSearchWritesItsTables() throws {
    let program = try Self.program()
    let outcome = try program.call("optimize", "portfolio.yaml", "--out", "results")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      try program.names("results") == [
        "datapackage.json", "evaluations.csv", "finalists.csv", "mixes.csv", "portfolio_frontier.csv", "run.json",
      ])
    let mixes = try program.text("results/mixes.csv").split(separator: "\n")
    #expect(
      mixes[0] == "mix,Grants: budget,Cash: budget,Cash: area,budget,reached,gain,replications")
    // Cash in two places, grants of two sizes, both with the smaller one, and nothing.
    #expect(mixes.count == 1 + 7)
    #expect(mixes[1].hasPrefix("1,0,0,,0,"))
    #expect(mixes[1].contains(",final,0,"))
    let finalists = try program.text("results/finalists.csv").split(separator: "\n")
    #expect(
      finalists[0].contains(
        ",from_recommended,from_recommended_low,from_recommended_high,told_apart_from_recommended,may_be_best,"))
    #expect(finalists[1].hasPrefix("1,nothing,"))
    let choice = /,(finalist|step|nothing),(share|best_mean|nothing),/
    #expect(finalists.dropFirst().count { $0.contains(choice) } == 1)
    let evaluations = try program.text("results/evaluations.csv").split(separator: "\n")
    #expect(evaluations[0] == "stage,replication,mix,outcome,cost")
    #expect(outcome.output.hasPrefix("Trial: the most durable exits, households, after 4 quarters for up to PKR 12.00"))
    for part in [
      "No mix has a better mean than nothing.", "What money buys", "Recommended: ",
      "The last mixes, in 4 fresh replications", "All money in millions of PKR of 2015-16.",
      "How far the search could have missed", "7 mixes are within the budget", "\nResults: results (6 files, ",
    ] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(
      outcome.output.contains("With 4 fresh replications this is no evidence: mixes cannot be told apart by so few."))
    for verdict in ["beyond doubt.\n", "the best (95%)", " yes ", "  better\n", "not told apart from the one before"] {
      #expect(!outcome.output.contains(verdict), "\(verdict)")
    }
    #expect(outcome.errors.contains("warning: intervals from 4 replications are unreliable"))
    #expect(try program.text("results/run.json").contains("\"command\": \"optimize\""))
  }

  @Test("threads change nothing but the record of the execution")
  func threads() throws {
    let program = try Self.program()
    var identities: Set<String> = []
    for threads in ["1", "2", "7"] {
      let outcome = try program.call("optimize", "portfolio.yaml", "--out", "out-\(threads)", "--threads", threads)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      identities.insert(try ResultIdentity.text(of: program.directory + "/out-\(threads)"))
    }
    #expect(identities.count == 1)
  }

  @Test("results are verified, and a changed digit is found")
  func verify() throws {
    let program = try Self.program()
    try program.call("optimize", "portfolio.yaml", "--out", "results", "--quiet")
    let proved = try program.call("verify", "results")
    #expect(proved.exitCode == 0, "\(proved.output) \(proved.errors)")
    #expect(proved.output.contains("verified: 6 files"))
    let text = try program.text("results/finalists.csv")
    let place = try #require(text.lastIndex { $0.isNumber && $0 != "2" })
    try program.write(text.replacingCharacters(in: place...place, with: "2"), to: "results/finalists.csv")
    let refuted = try program.call("verify", "results")
    #expect(refuted.exitCode == 1)
    #expect(refuted.output.contains("finalists.csv"))
  }

  @Test("a search that was killed is resumed to the same bytes")
  func resume() throws {
    let program = try Self.program(Self.portfolio("{screened: 3, replications: 200, finalists: 1}"))
    try program.call("optimize", "portfolio.yaml", "--out", "whole", "--quiet", "--threads", "2")
    let process = try program.start(["optimize", "portfolio.yaml", "--out", "broken", "--quiet", "--threads", "2"])
    let journal = program.directory + "/broken.partial/journal"
    var committed = 0
    while process.isRunning, committed < 5 {
      committed = ((try? String(contentsOfFile: journal, encoding: .utf8)) ?? "").split(separator: "\n").count - 1
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try #require(try program.names().contains("broken.partial"), "it ended before it was killed")
    let refused = try program.call("optimize", "portfolio.yaml", "--out", "broken")
    #expect(refused.errors.contains(" replications of a run that was stopped; untrap resume broken finishes it"))
    let resumed = try program.call("resume", "broken", "--threads", "1")
    #expect(resumed.exitCode == 0, "\(resumed.errors)")
    #expect(resumed.output.hasPrefix("Trial: "))
    #expect(
      try ResultIdentity.text(of: program.directory + "/broken")
        == ResultIdentity.text(of: program.directory + "/whole"))
    #expect(try !program.names().contains("broken.partial"))
  }

  @Test("results cannot be extended, and it is said why")
  func extend() throws {
    let program = try Self.program()
    try program.call("optimize", "portfolio.yaml", "--out", "out", "--quiet")
    let refused = try program.call("extend", "out", "--replications", "9")
    #expect(refused.exitCode == 64)
    #expect(
      refused.errors
        == "error: out holds the results of untrap optimize, which cannot be extended: other replications would choose "
        + "other mixes; run it anew with --replications 9\n")
  }

  @Test("a dry run tells the candidates, the rounds and the time, and writes nothing")
  func dryRun() throws {
    let program = try Self.program()
    let outcome = try program.call("optimize", "portfolio.yaml", "--dry-run", "--replications", "8")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for part in ["Grants", "5.00, 10.00", "final", "Mixes: 7 within PKR 12.00 million", "Nothing was run or written."] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(try !program.names().contains("notebooks-output"))
  }

  @Test("a broken portfolio and a wrong call have their exit codes")
  func exitCodes() throws {
    let program = try Self.program()
    try program.write(Self.portfolio().replacing("programme: Cash", with: "programme: Csh"), to: "broken.yaml")
    let broken = try program.call("optimize", "broken.yaml")
    #expect(broken.exitCode == 65)
    #expect(
      broken.errors.contains(
        "broken.yaml:9:16: error: candidates.2.programme: no programme of the scenario is called 'Csh'"))
    #expect(broken.errors.contains("did you mean 'Cash'?"))
    #expect(try program.call("optimize", "nowhere.yaml").exitCode == 65)
    #expect(try program.call("optimize", "portfolio.yaml", "--replications", "1").exitCode == 64)
    #expect(try program.call("optimize").exitCode == 64)
    #expect(try !program.names().contains("notebooks-output"))
  }
}
