internal import ExactMath

// Each measure as a formula of totals, from which its linearisation follows. The poverty line is given and not
// estimated, so it has no influence of its own.
extension SurveySample {
  /// A measure of a domain with its linearisation.
  ///
  /// - Parameters:
  ///   - measure: The measure.
  ///   - domain: The rows it is taken of.
  /// - Returns: The measure; NaN where it is not defined.
  /// - Precondition: A measure of deprivation needs deprivations.
  /// - Complexity: O(n).
  ///
  /// Source: Deville 1999, Survey Methodology 25(2), 193-203; for inequality Biewen and Jenkins 2006,
  /// doi:10.1111/j.1468-0084.2006.00166.x; for the Gini coefficient Binder and Kovacevic 1995, Survey Methodology 21(2),
  /// 137-145.
  func linearised(_ measure: SurveyMeasure, over domain: LinearisedDomain) -> LinearisedStatistic {
    switch measure {
    case .welfareRatio: return domain.mean { welfareRatios[$0] }
    case .fosterGreerThorbecke(let order): return domain.mean { shortfall($0, order: order) }
    case .watts:
      return domain.mean { WattsIndex.shortfall(ofWelfareRatio: welfareRatios[$0], floor: Self.welfareFloor) }
    case .senShorrocksThon: return senShorrocksThon(over: domain)
    case .gini:
      // The mean difference over twice the mean, D / (2 W^2 mean), with the mean total / W.
      let pairs = domain.size * domain.total { welfareRatios[$0] }
      return 0.5 * domain.differencesOfPairs(sortedValues: welfareRatios) / pairs
    case .theil:
      let total = domain.total { welfareRatios[$0] }
      return domain.total { TheilIndex.entropy(of: welfareRatios[$0]) } / total - (total / domain.size).logarithm
    case .meanLogDeviation:
      return domain.mean(floored).logarithm - domain.mean { naturalLogarithm(floored($0)) }
    case .atkinson(let aversion): return atkinson(aversion, over: domain)
    case .deprivationHeadcount: return domain.mean { known.poor[$0] }
    case .deprivationIntensity: return domain.total { known.censoredScores[$0] } / domain.total { known.poor[$0] }
    case .adjustedDeprivationHeadcount: return domain.mean { known.censoredScores[$0] }
    case .censoredHeadcount(let indicator): return domain.mean { known.censored($0, indicator: indicator) }
    }
  }

  /// What a group adds to a measure of the whole, with its linearisation.
  ///
  ///     share of persons, or of all welfare, times the measure of the group
  ///
  /// - Parameters:
  ///   - group: The group.
  ///   - measure: The measure.
  ///   - whole: The domain of which the group is a part.
  /// - Returns: The contribution, in the unit of the measure; nil where the measure does not divide.
  /// - Complexity: O(n).
  ///
  /// Source: Shorrocks 1980, doi:10.2307/1913126; Foster, Greer and Thorbecke 1984, doi:10.2307/1913475.
  func contribution(
    of group: LinearisedDomain, to measure: SurveyMeasure, over whole: LinearisedDomain
  ) -> LinearisedStatistic? {
    guard let decomposition = measure.decomposition else { return nil }
    let share =
      switch decomposition {
      case .byPersons, .byPersonsWithRemainder: group.size / whole.size
      case .byWelfareWithRemainder: group.total { welfareRatios[$0] } / whole.total { welfareRatios[$0] }
      }
    return share * linearised(measure, over: group)
  }

  // MARK: - Parts of formulas

  /// Relative shortfall from the line to a power; whoever is at the line is not poor.
  private func shortfall(_ row: Int, order: Int) -> Double {
    let ratio = welfareRatios[row]
    guard PovertyLine.isPoor(welfareRatio: ratio) else { return 0 }
    return order == 0 ? 1 : order == 1 ? 1 - ratio : (1 - ratio) * (1 - ratio)
  }

  /// The mean gap and half of the mean difference of gaps, where the non-poor have the gap 0: P1 (1 + G).
  private func senShorrocksThon(over domain: LinearisedDomain) -> LinearisedStatistic {
    let gaps = welfareRatios.indices.map { shortfall($0, order: 1) }
    let pairs = domain.size * domain.size
    return domain.mean { gaps[$0] } + 0.5 * domain.differencesOfPairs(sortedValues: gaps) / pairs
  }

  private func atkinson(_ aversion: Double, over domain: LinearisedDomain) -> LinearisedStatistic {
    let mean = domain.mean { floored($0, aversion: aversion) }
    let utility = domain.mean { AtkinsonIndex.utility(of: floored($0, aversion: aversion), aversion: aversion) }
    let equivalent = aversion == 1 ? utility : (1 / (1 - aversion)) * utility.logarithm
    return 1 - equivalent.exponential / mean
  }
}
