/// How costs and effects are judged after the runs (Money, 2-5).
///
/// Nothing in a run depends on these numbers.
public struct EvaluationParameters: Sendable {
  /// Discount rate of costs a year.
  public var costDiscountRate = 0.05
  /// Discount rate of effects a year.
  public var effectDiscountRate = 0.05
  /// Years after the last quarter for which gains are counted where they do not stop.
  public var yearsAfterHorizon = 10.0
  /// Part of a gain that is left each year where it fades.
  public var shareLeftEachYear = 0.5
  /// Most that one would pay for a durable exit or a household lifted, PKR of 2015-16.
  public var willingnessMaximum = 500_000.0
  /// Most that one would pay for a year averted, PKR of 2015-16.
  public var yearWillingnessMaximum = 100_000.0
  /// Steps from nothing to that.
  public var willingnessSteps = 20.0
  /// Cost of a household-year at each level, PKR of 2015-16, `level + 4 * dimension`.
  public var levelCosts = [Double](repeating: 0, count: 12)
  /// Cost of a move between neighbouring levels, PKR of 2015-16, in the order of `LevelMove.allCases`.
  public var moveCosts = [Double](repeating: 0, count: LevelMove.allCases.count)

  /// Creates the default values.
  public init() {}

  /// What a durable exit or a household lifted may be worth, from nothing to the most, PKR of 2015-16.
  public var willingnessToPay: [Double] { grid(upTo: willingnessMaximum) }

  /// What a year averted may be worth, from nothing to the most, PKR of 2015-16.
  public var willingnessToPayForYear: [Double] { grid(upTo: yearWillingnessMaximum) }

  private func grid(upTo maximum: Double) -> [Double] {
    let steps = willingnessSteps.rounded()
    return (0...Int(steps)).map { maximum * Double($0) / steps }
  }

  /// Whether being at a level or moving between levels costs anything.
  public var hasWiderCosts: Bool { (levelCosts + moveCosts).contains { $0 != 0 } }

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "evaluation.cost_discount_rate", \.evaluation.costDiscountRate, "share per year", 0...1, discounting,
        "Rate by which costs of a year later count less."),
      ParameterDefinition(
        "evaluation.effect_discount_rate", \.evaluation.effectDiscountRate, "share per year", 0...1, discounting,
        "Rate by which dependency and poverty of a year later count less; 0 counts all years alike."),
      ParameterDefinition(
        "evaluation.years_after_horizon", \.evaluation.yearsAfterHorizon, "years", 0...100, Source.assumed,
        "Years after the last quarter for which gains are counted where they fade or persist."),
      ParameterDefinition(
        "evaluation.share_left_each_year", \.evaluation.shareLeftEachYear, "share per year", 0...1, Source.assumed,
        "Part of a gain that is left after each year where gains fade."),
      ParameterDefinition(
        "evaluation.willingness_maximum", \.evaluation.willingnessMaximum, "PKR of 2015-16 per unit of effect",
        1...1_000_000_000, Source.assumed,
        "Most that one would pay for a durable exit or a household lifted, in acceptability curves."),
      ParameterDefinition(
        "evaluation.willingness_maximum_year", \.evaluation.yearWillingnessMaximum, "PKR of 2015-16 per year",
        1...1_000_000_000, Source.assumed,
        "Most that one would pay for a year of dependency or poverty averted, in acceptability curves."),
      ParameterDefinition(
        "evaluation.willingness_steps", \.evaluation.willingnessSteps, "steps", 1...1000, Source.assumed,
        "Steps from nothing to the most that one would pay."),
    ]
    + Dimension.allCases.flatMap { dimension in
      dimension.levelNames.enumerated().map { level, name in
        ParameterDefinition(
          "evaluation.level_cost.\(name)", \.evaluation.levelCosts[level + 4 * dimension.rawValue],
          "PKR of 2015-16 per household and year", money, notCounted,
          "What a year of a household at this \(dimension.name) level costs others than the programme.")
      }
    }
    + LevelMove.allCases.enumerated().map { index, move in
      ParameterDefinition(
        "evaluation.move_cost.\(move.name)", \.evaluation.moveCosts[index], "PKR of 2015-16 per household", money,
        notCounted,
        "What a household's move between these \(move.dimension.name) levels costs others than the programme.")
    }

  private static let discounting =
    "Banerjee et al. 2015, doi:10.1126/science.1260799: the rate by which costs are carried over the years"
  private static let notCounted = "nobody has counted it: 0 until a scenario says otherwise"
  private static let money = -1_000_000_000.0...1_000_000_000
}
