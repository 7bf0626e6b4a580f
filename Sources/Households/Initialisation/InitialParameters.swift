import ExactMath

/// How households are drawn and placed (model, 5).
public struct InitialParameters: Sendable {
  /// Names of the skill levels.
  public static let skillNames = ["none", "basic", "vocational", "advanced"]
  /// Names of the welfare bands by which levels, debt and skill are drawn.
  public static let welfareBandNames = ["deep_poor", "poor", "near_poor", "middle", "rich"]
  /// Upper bounds of the welfare bands but the last, consumption over need.
  public static let welfareBandBounds = [0.75, 1.0, 1.5, 2.5]

  /// Poverty line of a quarter for each adult equivalent (`z`).
  public var povertyLine = 9.75084
  /// Quarters that run before the start.
  public var burnInQuarters = 24.0
  /// Mean settlement sizes, rural and urban.
  public var settlementSize = [500.0, 200.0]
  /// Union council sizes, rural and urban.
  public var unionCouncilSize = [3900.0, 2000.0]
  /// Mean size of a neighbourhood, the reach of a community organisation.
  public var neighbourhoodSize = 20.0
  /// Share of households with land, rooms or skills that lie unused.
  public var idleResourceShare = 0.4
  /// Most that lies unused in a household that has something, share of need.
  public var idleResourceMaximum = 0.5
  /// Share of luck in labour income that reaches consumption.
  public var luckPassedOn = 0.86
  /// Standard deviation of the survey's error, logarithmic.
  public var surveyError = 0.30
  /// Mean of log lasting welfare across the country, by which levels are drawn.
  public var welfareMean = 0.45
  /// Standard deviation of log lasting welfare across the country.
  public var welfareDeviation = 0.42
  /// Assets at a lasting welfare ratio of 1, share of need.
  public var assetShare = 0.10
  /// Elasticity of assets to the lasting welfare ratio.
  public var assetElasticity = 1.1
  /// Logarithmic standard deviation of assets around that.
  public var assetDeviation = 1.3
  /// Share of minority households.
  public var minorityShare = 0.04
  /// Share of households whose debt bears interest.
  public var interestBearingShare = 0.24
  /// Shares of the levels across the country, `level + 4 * dimension`.
  public var levelShares = [
    0.01, 0.16, 0.23, 0.60,
    0.08, 0.41, 0.40, 0.11,
    0.07, 0.49, 0.32, 0.12,
  ]
  /// Correlation of levels with log lasting welfare, by dimension.
  public var levelCorrelation = [0.50, 0.25, 0.30]
  /// Correlation between dimensions of what else decides the levels.
  public var commonCorrelation = 0.20
  /// Chance of each skill level.
  public var skill = [
    0.85, 0.12, 0.03, 0.00,
    0.80, 0.15, 0.05, 0.00,
    0.74, 0.17, 0.08, 0.01,
    0.65, 0.20, 0.12, 0.03,
    0.55, 0.22, 0.17, 0.06,
  ]
  /// Chance of owing the patron.
  public var debtor = [0.65, 0.55, 0.40, 0.25, 0.12]

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "initial.poverty_line", \.initial.povertyLine, "PKR thousand of 2015-16 per adult equivalent and quarter",
        0.001...10_000, "Planning Commission of Pakistan: PKR 3,250.28 a month in 2015-16",
        "Poverty line; need is the line times adult equivalents."),
      ParameterDefinition(
        "initial.burn_in_quarters", \.initial.burnInQuarters, "quarters", 0...400, Source.assumed,
        "Quarters without programmes that run before the start."),
      ParameterDefinition(
        "initial.settlement_size.rural", \.initial.settlementSize[0], "households", 1...100_000,
        "Population and Housing Census 2023: 45,543 inhabited rural localities, about 500 households each",
        "Mean size of a village."),
      ParameterDefinition(
        "initial.settlement_size.urban", \.initial.settlementSize[1], "households", 1...100_000, Source.assumed,
        "Mean size of a mohalla."),
      ParameterDefinition(
        "initial.union_council_size.rural", \.initial.unionCouncilSize[0], "households", 1...1_000_000,
        "Population and Housing Census 2023 and about 6,000 union councils",
        "Size of a rural union council, where the scenario does not count union councils."),
      ParameterDefinition(
        "initial.union_council_size.urban", \.initial.unionCouncilSize[1], "households", 1...1_000_000,
        Source.assumed, "Size of an urban union council, where the scenario does not count union councils."),
      ParameterDefinition(
        "initial.neighbourhood_size", \.initial.neighbourhoodSize, "households", 2...10_000,
        "community organisations of 15-25 members, Rural Support Programmes Network",
        "Mean size of a neighbourhood, the reach of one community organisation."),
      ParameterDefinition(
        "initial.idle_resource_share", \.initial.idleResourceShare, "share of households", 0...1, Source.assumed,
        "Households with land, rooms or skills that lie unused."),
      ParameterDefinition(
        "initial.idle_resource_maximum", \.initial.idleResourceMaximum, "quarters of need", 0...100, Source.assumed,
        "The most that lies unused in a household that has something; amounts are uniform below it."),
      ParameterDefinition(
        "initial.luck_passed_on", \.initial.luckPassedOn, "ratio", 0...1.5, Source.calibrated,
        "Share of luck in log labour income that reaches log consumption, by which the start takes luck out of it.",
        interval: 0.64...1, evidence: .weakly),
      ParameterDefinition(
        "initial.survey_error", \.initial.surveyError, "log points", 0...1,
        Source.calibrated,
        "Standard deviation of what a survey saw in consumption besides luck: its error, and stocks and shocks of the time.",
        interval: 0.22...0.39,
        evidence: .identified),
      ParameterDefinition(
        "initial.welfare_mean", \.initial.welfareMean, "log points", -5...5,
        "HIES 2015-16 (Pakistan Bureau of Statistics), scaled to the official headcounts, computed",
        "Mean of log lasting welfare over households of the country, from which levels are drawn by rank."),
      ParameterDefinition(
        "initial.welfare_deviation", \.initial.welfareDeviation, "log points", 0.01...5,
        "HIES 2015-16 (Pakistan Bureau of Statistics), less what does not last, computed",
        "Standard deviation of log lasting welfare over households of the country."),
      ParameterDefinition(
        "initial.asset_share", \.initial.assetShare, "quarters of need", 0...100, Source.calibrated,
        "Productive assets of a household whose lasting welfare is just its need.", interval: 0.05...0.19,
        evidence: .not),
      ParameterDefinition(
        "initial.asset_elasticity", \.initial.assetElasticity, "ratio", 0...10, Source.calibrated,
        "Elasticity of productive assets to the lasting welfare ratio.", interval: 0.55...2.2, evidence: .not),
      ParameterDefinition(
        "initial.asset_deviation", \.initial.assetDeviation, "log points", 0...3, Source.calibrated,
        "Spread of productive assets among households of the same welfare.", interval: 0.65...2.6, evidence: .not),
      ParameterDefinition(
        "initial.minority_share", \.initial.minorityShare, "share of households", 0...1, Source.assumed,
        "Households of a minority; the survey does not ask."),
      ParameterDefinition(
        "initial.interest_bearing_share", \.initial.interestBearingShare, "share of households", 0...1,
        "assumed: mean rates near 0.02, 0.012 and 0.005 a quarter by economic level",
        "Households whose debt to the patron bears interest; much informal credit does not."),
    ]
    + Dimension.allCases.flatMap(levels)
    + [
      ParameterDefinition(
        "initial.level_correlation.common", \.initial.commonCorrelation, "correlation", 0...0.99, Source.assumed,
        "Correlation between the dimensions of what else than welfare decides the levels.")
    ]
    + welfareBandNames.indices.flatMap(skills)
    + welfareBandNames.enumerated().map { band, name in
      ParameterDefinition(
        "initial.debtor.\(name)", \.initial.debtor[band], "share of households", 0...1,
        "assumed: 46-73% of ultra-poor households in Sindh owe informal lenders (Banerjee et al. 2015, computed)",
        "Households of this welfare band that owe the patron before the burn-in.")
    }

  private static func levels(_ dimension: Dimension) -> [ParameterDefinition] {
    let index = dimension.rawValue
    let source =
      dimension == .political
      ? "assumed; voiceless: strict dependence of 7% of voters in Sargodha (Mohmand 2011)" : Source.assumed
    let shares = dimension.levelNames.enumerated().map { level, name in
      ParameterDefinition(
        "initial.level_share.\(name)", \.initial.levelShares[level + 4 * index], "share of households", 0...1, source,
        "Households of the country at this level, as long as no programme comes.")
    }
    return shares + [
      ParameterDefinition(
        "initial.level_correlation.\(dimension.name)", \.initial.levelCorrelation[index], "correlation", -0.99...0.99,
        Source.assumed, "Correlation of the levels in this dimension with log lasting welfare.")
    ]
  }

  private static func skills(_ band: Int) -> [ParameterDefinition] {
    skillNames.enumerated().map { level, name in
      ParameterDefinition(
        "initial.skill.\(welfareBandNames[band]).\(name)", \.initial.skill[level + 4 * band], "share of households",
        0...1, Source.assumed, "Households of this welfare band with this skill.")
    }
  }

  /// The welfare band of a welfare ratio; one at a bound belongs above it.
  static func welfareBand(of welfare: Double) -> Int {
    welfareBandBounds.firstIndex { RoundingTolerance.difference(welfare, $0) < 0 } ?? welfareBandBounds.count
  }

  /// The level that a uniform number selects from a table; the table's last level takes what rounding leaves.
  static func level(in table: [Double], band: Int, _ uniform: Double) -> Int {
    var remaining = uniform * (table[4 * band] + table[4 * band + 1] + table[4 * band + 2] + table[4 * band + 3])
    for level in 0..<3 {
      remaining -= table[level + 4 * band]
      if remaining < 0 { return level }
    }
    return 3
  }
}
