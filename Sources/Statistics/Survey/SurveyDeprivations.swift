/// Who is deprived of what in a sample, and who is poor by the weighted count of deprivations.
///
/// Source: Alkire and Foster 2011, doi:10.1016/j.jpubeco.2010.11.006.
public struct SurveyDeprivations: Sendable {
  /// The weights of the indicators and the cut-off.
  public let rule: DeprivationRule
  /// What each household is deprived of: a bit for each indicator, the first the lowest.
  public let bits: [UInt64]
  /// The weighted share of indicators in which each household is deprived, 0 for those that are not poor by it.
  let censoredScores: [Double]
  /// 1 for each household that is poor by its score, otherwise 0.
  let poor: [Double]

  /// Counts deprivations.
  ///
  /// - Parameters:
  ///   - rule: The weights of the indicators and the cut-off.
  ///   - bits: What each household is deprived of: a bit for each indicator of the rule, the first the lowest.
  /// - Complexity: O(households times indicators).
  public init(rule: DeprivationRule, bits: [UInt64]) {
    self.rule = rule
    self.bits = bits
    let scores = bits.map(rule.score)
    poor = scores.map { rule.isPoor(score: $0) ? 1 : 0 }
    censoredScores = zip(scores, poor).map { $0 * $1 }
  }

  /// 1 where a household is poor by its score and deprived in an indicator, otherwise 0.
  func censored(_ household: Int, indicator: Int) -> Double {
    bits[household] >> UInt64(indicator) & 1 == 1 ? poor[household] : 0
  }
}
