import Households
import Scenarios
import Testing

@testable import Descriptions

/// Whole descriptions.
@Suite struct ScenarioDescriptionTests {
  /// The descriptions of the shipped scenarios, made once.
  private static let shipped = Given.shipped.mapValues(text)

  private static func text(_ loaded: LoadedScenario) -> String {
    ScenarioDescription(loaded, survey: nil, observeEvery: 4, version: "1.2.3").markdown
  }

  @Test("every shipped scenario reads well", arguments: Given.shippedNames)
  func readsWell(name: String) throws {
    let lines = try #require(Self.shipped[name]).split(separator: "\n")
    #expect(!lines.contains { Prose.hasLeftovers($0) })
    // Tables and references hold the words of others.
    for line in lines where !line.hasPrefix("|") && line.first?.isNumber != true {
      #expect(Prose.slips(in: line).isEmpty, "\(line)")
      #expect(!line.contains("_") || line.contains("`"), "\(line)")
    }
  }

  @Test("the sections stand in the order of ODD")
  func sections() throws {
    let text = try #require(Self.shipped["kasur-mawakhat.yaml"])
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") || $0.hasPrefix("### ") }
    #expect(
      headings == [
        "## Overview", "### Purpose and patterns", "### Entities, state variables and scales",
        "### Process overview and scheduling", "## Design concepts", "## Details", "### Initialisation",
        "### Input data", "### Submodels", "## Assumed values", "## References",
      ])
    #expect(text.hasPrefix("# Kasur MawaKhat\n"))
    #expect(text.contains("made by untrap 1.2.3"))
  }

  @Test("every value stands in exactly one table", arguments: Given.shippedNames)
  func everyValue(name: String) throws {
    let loaded = try #require(Given.shipped[name])
    let rows = try #require(Self.shipped[name]).split(separator: "\n").filter { $0.hasPrefix("| `") }
    let paths = rows.map { String($0.dropFirst(3).prefix { $0 != "`" }) }
    #expect(paths.sorted() == (loaded.resolved.map(\.path) + Model.measures.map(\.name)).sorted())
  }

  @Test("every process of the schedule is listed, in order", arguments: Given.shippedNames)
  func processes(name: String) throws {
    let loaded = try #require(Given.shipped[name])
    let text = try #require(Self.shipped[name])
    let listed = text.split(separator: "\n").filter { $0.contains(". **") }
      .compactMap { $0.split(separator: "**").dropFirst().first?.lowercased() }
    #expect(listed == Model.processes(of: loaded.scenario).map(\.name))
    for process in Model.processes {
      #expect(text.components("\n\(process.rules)").count == 2, "\(process.name)")
    }
  }

  @Test("what takes no part and what is switched off are told")
  func absence() throws {
    let overrides = Mechanism.interest.settings.map { path, value in
      ScenarioOverride(option: "--without interest", path: "parameters.\(path)", value: "\(value)")
    }
    let text = Self.text(try Given.shipped("kasur-baseline.yaml", overrides))
    #expect(text.contains("Institutions and programmes take no part in this scenario: it has no programmes."))
    #expect(text.contains("Switched off in this scenario: interest."))
    #expect(text.contains("save, borrow and sell assets. Switched off: interest.\n"))
    #expect(text.contains("| not stated | --without interest |"))
    let none = try #require(Self.shipped["ehsaas.yaml"])
    #expect(none.contains("Institutions take no part in this scenario: none of its programmes mobilises households."))
    #expect(none.contains("No mechanism of the model is switched off."))
  }

  @Test("every mechanism is on unless it is switched off", arguments: Mechanism.allCases)
  func mechanisms(mechanism: Mechanism) throws {
    var scenario = try Given.scenario().scenario
    #expect(SwitchedOff(in: scenario).mechanisms.isEmpty)
    mechanism.disable(in: &scenario.parameters)
    let off = SwitchedOff(in: scenario)
    #expect(off.mechanisms.contains(mechanism))
    #expect(Model.processes.contains { off.sentence(on: $0).contains(Words.plain(mechanism.rawValue)) })
  }

  @Test("survey, scale, observations and luck are told as they are")
  func settings() throws {
    let loaded = try Given.scenario(set: "replications=1", "population.consumption_scale.rural=1.7", "years=1")
    let text = ScenarioDescription(loaded, survey: "hies.csv", observeEvery: 1, version: "1").markdown
    #expect(text.contains("Households are drawn from the survey `hies.csv`."))
    #expect(text.contains("Surveyed consumption is multiplied by 1.7 in rural places."))
    #expect(text.contains("taken at the start, every quarter and at the end"))
    #expect(text.contains("the scenario is run once."))
    #expect(
      text.contains("The scenario covers 4 quarters (1 year): from the first quarter of 2019 to the last of 2019."))
    #expect(text.contains("7,800 households are simulated, one for each real household."))
    let plain = Self.text(try Given.scenario())
    #expect(
      plain.contains(
        "the factor with which 13.5% of persons consume less than they need, the official headcount ratio"))
    #expect(plain.contains("published margins of the Household Integrated Economic Survey 2015-16"))
  }

  @Test("sources are numbered, and what is assumed is counted")
  func sources() throws {
    let loaded = try Given.scenario(
      """
      parameters:
        shocks:
          illness_probability: {value: 0.08, source: "A | survey", interval: [0.06, 0.1]}
          asset_loss_probability: {value: 0.04, source: "A | survey"}
      sources: [A book]
      """)
    let text = Self.text(loaded)
    #expect(text.contains("\n## References\n\n1. A book\n"))
    let number = try #require(text.firstMatch(of: /\n(\d+)\. A \| survey\n/)).output.1
    #expect(text.contains("| 0.08 | probability per quarter | [\(number)], 95% interval 0.06 to 0.1 | small.yaml:"))
    #expect(text.contains("| 0.04 | probability per quarter | [\(number)] | small.yaml:"))
    let assumed = loaded.resolved.count { $0.isAssumed }
    #expect(text.contains("\n\(assumed) of the \(loaded.resolved.count) values above are assumed, not measured;"))
  }
}

extension ScenarioDescriptionTests {
  @Test("a source is assumed by its first word, however it is written, and cites what only begins as a note does")
  func kindsOfSources() throws {
    func loaded(_ source: String) throws -> LoadedScenario {
      try Given.scenario(
        "parameters: {shocks: {illness_probability: {value: 0.08, source: \"\(source)\"}}}")
    }
    func note(_ source: String) throws -> String {
      let loaded = try loaded(source)
      let value = try #require(loaded.resolved.first { $0.path == "parameters.shocks.illness_probability" })
      return References(loaded).note(on: value)
    }
    #expect(try note("Assumed: a guess") == "Assumed: a guess")
    #expect(try note("modelled by the Bureau, 2018").hasPrefix("["))
    #expect(try note("nobody's business, a novel").hasPrefix("["))
    #expect(try note("without a doubt, a memoir").hasPrefix("["))
    #expect(try note("model") == "model")
    let (given, measured) = (try loaded("ASSUMED"), try loaded("A book"))
    #expect(given.resolved.count(where: \.isAssumed) == measured.resolved.count(where: \.isAssumed) + 1)
  }

  @Test("partners and coordination are told although there are no programmes")
  func partnersAlone() throws {
    let loaded = try Given.scenario(
      """
      coordination: registry
      partners:
        - {name: Fund, budget: {total: 5_000_000, price_year: 2019}}
      """)
    let text = ScenarioDescription(loaded, survey: nil, observeEvery: 4, version: "1").markdown
    #expect(text.contains("This scenario has no programmes.\n\n##### Partners and coordination\n\nPartners share"))
    #expect(text.contains("\n- Fund works in all places"))
    for path in ["coordination", "partners.Fund.budget.total"] { #expect(text.contains("| `\(path)` |")) }
  }

  @Test("values of programmes whose names hold dots stand in the table of their own programme")
  func dottedNames() throws {
    func item(_ name: String) -> String {
      "  - {name: \(name), partner: Fund, from: 2019-Q1, until: 2019-Q4, price_year: 2016, package: [{coaching: "
        + "{quarters: 2}}]}\n"
    }
    let loaded = try Given.scenario("programmes:\n" + item("Plan") + item("Plan.b"))
    let text = ScenarioDescription(loaded, survey: nil, observeEvery: 4, version: "1").markdown
    #expect(text.split(separator: "\n").count { $0.hasPrefix("| `programmes.Plan.b.partner` |") } == 1)
  }
}

extension String {
  /// The parts between occurrences of a text.
  fileprivate func components(_ separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
