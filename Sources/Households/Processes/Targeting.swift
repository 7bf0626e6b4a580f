import ExactMath
import Randomness
import Simulation

/// Numbers of targeting and registration (model, 7.7).
public struct TargetingParameters: Sendable {
  /// Chance that a voiceless household gets registered.
  public var voicelessRegistration = 0.3
  /// Share of the clients that are registered through their patron.
  public var brokeredShare = 0.6
  /// Part of a benefit in money or kind that the patron takes from a household registered through it.
  public var patronCut = 0.10
  /// Points by which the leading appear poorer in a community's ranking than the isolated.
  public var eliteWeight = 10.0
  /// Standard deviation of a community's error about its households, points.
  public var rankingNoise = 8.0
  /// Log-odds that a household on the poverty line applies by itself.
  public var selfSelectionConstant = -1.0
  /// What a shortfall of the whole need adds to these log-odds.
  public var selfSelectionNeed = 2.0
  /// What knowing its rights adds to these log-odds.
  public var selfSelectionAwareness = 1.0
  /// Part of what is missing to full take-up and completion that members' own choice makes up for.
  public var choiceGain = 0.5
  /// Standard deviation of the logarithm of a partner's reach over union councils.
  public var reachSpread = 0.8

  static let catalogue: [ParameterDefinition] = [
    ParameterDefinition(
      "targeting.voiceless_registration", \.targeting.voicelessRegistration, "probability", 0...1, Source.assumed,
      "Chance that a programme can register a voiceless household, which has no card and no access."),
    ParameterDefinition(
      "targeting.brokered_share", \.targeting.brokeredShare, "share of clients", 0...1, Source.assumed,
      "Share of the clients that a programme registers through their patron."),
    ParameterDefinition(
      "targeting.patron_cut", \.targeting.patronCut, "share of the benefit", 0...1, Source.assumed,
      "Part of cash, assets and deposits that the patron takes from households registered through it."),
    ParameterDefinition(
      "targeting.elite_weight", \.targeting.eliteWeight, "points", 0...100, Source.assumed,
      "Points by which leading households appear poorer in a community's ranking than isolated ones."),
    ParameterDefinition(
      "targeting.ranking_noise", \.targeting.rankingNoise, "points", 0...100, Source.assumed,
      "Standard deviation of the error with which a community ranks its households."),
    ParameterDefinition(
      "targeting.self_selection_constant", \.targeting.selfSelectionConstant, "log-odds", -20...20, Source.assumed,
      "Log-odds that a household on the poverty line applies by itself."),
    ParameterDefinition(
      "targeting.self_selection_need", \.targeting.selfSelectionNeed, "log-odds per share of need", -20...20,
      Source.assumed, "What a shortfall of the whole need adds to the log-odds of applying."),
    ParameterDefinition(
      "targeting.self_selection_awareness", \.targeting.selfSelectionAwareness, "log-odds", -20...20, Source.assumed,
      "What knowing its rights adds to the log-odds that a household applies."),
    ParameterDefinition(
      "targeting.choice_gain", \.targeting.choiceGain, "share of what is missing", 0...1, Source.assumed,
      "Part of what is missing to full take-up and completion that the members' own choice makes up for."),
    ParameterDefinition(
      "targeting.reach_spread", \.targeting.reachSpread, "log standard deviation", 0...3, Source.assumed,
      "Spread of how well a partner reaches the union councils, half of it common to all partners."),
  ]
}

/// Who applies by itself to a programme that waits for applications.
struct SelfSelection {
  private let parameters: TargetingParameters
  private let lot: Lot

  init(_ programme: Programme, _ setting: ProgrammeSetting) {
    parameters = setting.scenario.parameters.targeting
    lot = Lot("\(programme.name)/application", setting.stream)
  }

  /// Whether a household applies: logistic in its shortfall of consumption and in knowing its rights.
  func applies(_ household: Int, _ population: Population, step: Int) -> Bool {
    let shortfall = max(-1, min(1, 1 - Double(population.welfare[household])))
    let isAware = population.state[household].political >= 2
    let logOdds =
      parameters.selfSelectionConstant + parameters.selfSelectionNeed * shortfall
      + (isAware ? parameters.selfSelectionAwareness : 0)
    return lot.draw(household, step: step).uniform0 < logistic(logOdds)
  }
}
