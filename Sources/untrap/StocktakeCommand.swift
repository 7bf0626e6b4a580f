internal import ArgumentParser

/// `untrap stocktake`: one scenario, and who has done what in it.
struct StocktakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stocktake",
    abstract: "Runs a scenario and tells who has done what, where, for how many, with what money.",
    discussion: """
      Overlaps are households that several partners have served alike; unmet need is households
      that are poor by the scorecard and that none has.

      Examples:
        untrap stocktake scenarios/kasur-mawakhat.yaml
        untrap stocktake scenarios/ajkrsp.yaml --years 5 --without elite_capture
      """)

  @OptionGroup
  var call: ScenarioCall

  func run() throws { try call.run("stocktake") }
}
