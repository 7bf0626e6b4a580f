/// A measure of poverty, inequality or multiple deprivation that is estimated from a sample.
public enum SurveyMeasure: Hashable, Sendable {
  /// The mean ratio of welfare to the poverty line.
  case welfareRatio
  /// The index of Foster, Greer and Thorbecke of order 0, 1 or 2.
  case fosterGreerThorbecke(order: Int)
  /// The Watts index.
  case watts
  /// The index of Sen, Shorrocks and Thon.
  case senShorrocksThon
  /// The Gini coefficient.
  case gini
  /// Theil's index T.
  case theil
  /// The mean logarithmic deviation, Theil's L.
  case meanLogDeviation
  /// Atkinson's index with an aversion to inequality.
  case atkinson(aversion: Double)
  /// The share of those deprived in enough indicators, H of Alkire and Foster.
  case deprivationHeadcount
  /// The mean score of these, A.
  case deprivationIntensity
  /// The product M0 = H A.
  case adjustedDeprivationHeadcount
  /// The share of those who are both poor by the count and deprived in an indicator.
  case censoredHeadcount(indicator: Int)

  /// Those of welfare, in the order of outputs.
  public static let ofWelfare: [SurveyMeasure] =
    [.welfareRatio] + (0...2).map { .fosterGreerThorbecke(order: $0) } + [
      .watts, .senShorrocksThon, .gini, .theil, .meanLogDeviation, .atkinson(aversion: 0.5),
      .atkinson(aversion: 1), .atkinson(aversion: 2),
    ]

  /// Those of multiple deprivation, in the order of outputs.
  ///
  /// - Parameter indicatorCount: Number of indicators.
  /// - Returns: H, A, M0 and a censored headcount for each indicator.
  /// - Complexity: O(indicators).
  public static func ofDeprivation(indicatorCount: Int) -> [SurveyMeasure] {
    [.deprivationHeadcount, .deprivationIntensity, .adjustedDeprivationHeadcount]
      + (0..<indicatorCount).map { .censoredHeadcount(indicator: $0) }
  }

  /// What values it can take.
  public var range: ValueRange {
    switch self {
    case .welfareRatio, .watts, .theil, .meanLogDeviation: .notNegative
    case .fosterGreerThorbecke, .senShorrocksThon, .gini, .atkinson, .deprivationHeadcount, .deprivationIntensity,
      .adjustedDeprivationHeadcount, .censoredHeadcount:
      .share
    }
  }

  // MARK: - Decomposition

  /// By which shares the values of groups sum up to that of the whole.
  public enum Decomposition: Sendable {
    /// Shares of persons; nothing is left over.
    case byPersons
    /// Shares of persons, and a part that lies between the groups.
    case byPersonsWithRemainder
    /// Shares of all welfare, and a part that lies between the groups.
    case byWelfareWithRemainder

    /// Whether a part lies between the groups.
    public var leavesRemainder: Bool { self != .byPersons }
  }

  /// How the measure divides into those of groups; nil where it does not.
  public var decomposition: Decomposition? {
    switch self {
    case .welfareRatio, .fosterGreerThorbecke, .watts, .deprivationHeadcount, .adjustedDeprivationHeadcount,
      .censoredHeadcount:
      .byPersons
    case .meanLogDeviation: .byPersonsWithRemainder
    case .theil: .byWelfareWithRemainder
    case .senShorrocksThon, .gini, .atkinson, .deprivationIntensity: nil
    }
  }
}
