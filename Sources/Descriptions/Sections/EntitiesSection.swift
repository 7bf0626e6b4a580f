internal import Households
internal import Scenarios

/// Who and where: entities, their states, places, time.
struct EntitiesSection {
  let loaded: LoadedScenario
  let tables: ValueTable

  var markdown: String {
    Markdown.blocks([
      "### Entities, state variables and scales", Self.entities, levels, time, households, places,
      "Settings of the run:", tables.markdown(values { !$0.contains(".") || $0.hasPrefix("without.") }),
      "Settings of the population:", tables.markdown(values { $0.hasPrefix("population.") }),
    ])
  }

  private var scenario: Scenario { loaded.scenario }

  private func values(_ isIncluded: (String) -> Bool) -> [ResolvedValue] {
    loaded.resolved.filter { isIncluded($0.path) && !ProgrammesSection.ownPaths.contains($0.path) }
  }

  private static let entities = Markdown.table(
    ["entity", "what it has"],
    [
      [
        "household",
        "settlement, members, need, workers, dependants, traits of its head, minority status; productive assets, idle "
          + "resources, debt to the patron, savings, soft loan, skill, economic, social and political level, luck in "
          + "labour, awareness, coaching, scorecard points, membership, time out of dependency and in the trap",
      ],
      ["patron, one in each settlement", "mark-up, power, stance, what it is owed"],
      ["neighbourhood", "a community organisation: status, maturity, members, organiser"],
      ["settlement", "village organisation, works in use, knowledge of market rates, collective purchase"],
      ["union council", "local support organisation with its treasury and resource persons; centres; events"],
      ["tehsil", "network of local support organisations"],
      ["partner", "area, budget, register of beneficiaries"],
      ["programme", "package, targeting, prerequisites, budget, list, promises, books"],
    ])

  private var levels: String {
    let scales = Dimension.allCases.map {
      "\($0.name): \(Words.listed($0.levelNames.map { $0.replacing("_", with: "-") }))"
    }
    return """
      A household has one of four levels in each of three dimensions, worst to best \
      (\(scales.joined(separator: "; "))). It is out of dependency when it is self-reliant, at least connected, and \
      at least aware, and durably so once that has held for four quarters.
      """
  }

  private var time: String {
    let final = scenario.start.ordinal + scenario.quarters - 1
    let period = Period.words(scenario.start, CalendarQuarter(year: final / 4, quarter: final % 4 + 1))
    return """
      One step is a quarter. The scenario covers \(Words.counted(scenario.quarters, "quarter", "quarters")) \
      (\(Words.counted(scenario.years, "year", "years"))): \(period). Money is in PKR thousand of the fiscal year \
      2015-16 inside the model; programmes state theirs at prices of their own year.
      """
  }

  private var households: String {
    let real = scenario.population.places.reduce(0) { $0 + $1.households }
    let simulated = Words.counted(scenario.population.households, "household is", "households are")
    return scenario.population.simulatedHouseholds == nil
      ? "\(simulated) simulated, one for each real household."
      : "\(simulated) simulated and stand for \(Words.counted(real, "real one", "real ones"))."
  }

  private var places: String {
    Markdown.table(
      ["district", "tehsil", "type", "real households", "union councils", "survey rows of"],
      scenario.population.places.map { place in
        [
          place.district.escaped, place.tehsil.escaped, place.settlementType.rawValue, Figures.number(place.households),
          place.unionCouncils.map { Figures.number(Double($0)) } ?? "by their usual size",
          "\(place.stratum.region.rawValue) \(place.stratum.province.escaped)",
        ]
      })
  }
}
