public import Designs
public import Households

/// A portfolio that was read without errors, with its scenario and all its mixes.
public struct LoadedPortfolio: Sendable {
  /// What is to be found out.
  public let portfolio: Portfolio
  /// All mixes within the budget whose programmes can do without those that they leave out; nothing first.
  public let mixes: [Mix]
  /// The scenario with all its programmes as they stand.
  public let scenario: LoadedScenario
  /// The portfolio's file.
  public let source: ScenarioSource
  /// Values of the command line.
  public let overrides: [ScenarioOverride]
  /// Doubts that do not keep the portfolio from being used.
  public let warnings: [Diagnostic]

  /// The index of each candidate among the programmes of the scenario.
  let programmes: [Int]
  /// The areas of each candidate by their names in its choices.
  let areas: [[String: Area]]

  /// The scenario of a mix, named after it: candidates that are left out are gone, the others have its budgets and
  /// areas.
  ///
  /// Complexity: O(size of the scenario).
  public func scenario(of mix: Mix) -> Scenario {
    var result = scenario.scenario
    result.name = "mix \(mix.number)"
    var isLeftOut = Array(repeating: false, count: result.programmes.count)
    for (candidate, number) in mix.choices.enumerated() {
      let programme = programmes[candidate]
      guard let choice = portfolio.candidates[candidate].choice(number) else {
        isLeftOut[programme] = true
        continue
      }
      result.programmes[programme].totalBudget = choice.statedBudget
      if let area = areas[candidate][choice.area] { result.programmes[programme].area = area }
    }
    result.programmes = result.programmes.indices.filter { !isLeftOut[$0] }.map { result.programmes[$0] }
    return result
  }
}
