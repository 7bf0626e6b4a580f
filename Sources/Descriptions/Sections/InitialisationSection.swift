internal import Households
internal import Scenarios

/// How households are made, and from what.
struct InitialisationSection {
  let loaded: LoadedScenario
  /// The name of the survey file, where there is one.
  let survey: String?
  let tables: ValueTable

  var markdown: String {
    Markdown.blocks([
      "## Details", "### Initialisation", households, scale, burnIn,
      tables.markdown(parameters: loaded.parameters(of: "initial")),
      "### Input data", input, "Prices of other years are brought to those of 2015-16 by this table:",
      tables.markdown(parameters: loaded.parameters(of: "prices")),
    ])
  }

  private var scenario: Scenario { loaded.scenario }

  private var households: String {
    """
    Households are drawn with replacement from the survey rows of their place's province and region, with the rows' \
    weights, and placed in settlements and neighbourhoods. What lasts of surveyed consumption over need is told apart \
    from luck and the survey's error. Assets follow from it with a spread; levels are drawn by its rank in the \
    country, debts and skills by its band. Nobody is organised.
    """
  }

  private var scale: String {
    let population = scenario.population
    let sentences = SettlementType.allCases.compactMap { type -> String? in
      guard population.places.contains(where: { $0.settlementType == type }) else { return nil }
      let places = "in \(type.rawValue) places"
      if let scale = population.consumptionScale[type] {
        return "Surveyed consumption is multiplied by \(Figures.number(scale)) \(places)."
      }
      guard let headcount = population.officialHeadcount[type] else { return nil }
      return "Surveyed consumption is multiplied \(places) by the factor with which \(Figures.share(headcount)) of "
        + "persons consume less than they need, the official headcount ratio."
    }
    return sentences.joined(separator: " ")
  }

  private var burnIn: String {
    let quarters = Words.counted(scenario.parameters.initial.burnInQuarters, "quarter", "quarters")
    return """
      Households then settle for \(quarters) without programmes. In the last one labour potential is solved so that \
      they consume what the survey says, and moves between levels are balanced so that their shares stay without \
      programmes. All scenarios of a comparison start from the same settled households.
      """
  }

  private var input: String {
    let source =
      survey.map { "the survey \($0.code)" }
      ?? "the published margins of the Household Integrated Economic Survey 2015-16 that come with the program"
    return "Households are drawn from \(source). Beside the scenario files nothing else is read."
  }
}

extension LoadedScenario {
  /// The values of a group of parameters.
  func parameters(of group: String) -> [ResolvedValue] {
    resolved.filter { $0.path.hasPrefix("\(ParameterWords.prefix)\(group).") }
  }
}
