internal import ExactMath
public import Randomness

/// Resampling of primary sampling units within their strata, with weights rescaled to the variance of the design.
///
///     n_h - 1 of the n_h units of a stratum are drawn with replacement;
///     a unit drawn m times has its weights times m n_h / (n_h - 1)
///
/// A stratum with one unit cannot be resampled and keeps its weights, so that it adds nothing to the error. The luck of
/// a resample depends on its number and the number of the unit alone.
///
/// Source: Rao, Wu and Yue 1992, Survey Methodology 18(2), 209-217; Rao and Wu 1988, doi:10.1080/01621459.1988.10478591.
public struct RescaledBootstrap: Sendable {
  /// Number of resamples.
  public let resamples: Int
  /// The luck of the resamples.
  public let stream: RandomStream
  private let design: SurveyDesign
  /// The units of each stratum.
  private let members: [[Int]]

  /// Prepares resampling.
  ///
  /// - Parameters:
  ///   - design: The design of the sample.
  ///   - resamples: Number of resamples, at least 0.
  ///   - stream: The luck of the resamples.
  /// - Precondition: The number of resamples is not negative.
  /// - Complexity: O(units).
  public init(design: SurveyDesign, resamples: Int, stream: RandomStream) {
    precondition(resamples >= 0, "the number of resamples cannot be negative")
    self.design = design
    self.resamples = resamples
    self.stream = stream
    var members = [[Int]](repeating: [], count: design.stratumCount)
    for (unit, stratum) in design.stratumOfUnit.enumerated() { members[stratum].append(unit) }
    self.members = members
  }

  /// What the weights of the units of a resample are multiplied by.
  ///
  /// - Parameter resample: The number of the resample, from 0.
  /// - Returns: A factor for each unit, of mean 1 within each stratum.
  /// - Complexity: O(units).
  func factors(ofResample resample: Int) -> [Double] {
    var factors = [Double](repeating: 1, count: design.unitCount)
    for units in members where units.count > 1 {
      for unit in units { factors[unit] = 0 }
      let factor = Double(units.count) / Double(units.count - 1)
      // The last unit of the stratum draws for nobody: there is one draw less than there are units.
      for drawer in units.dropLast() {
        let words = stream.draw(entity: UInt32(drawer), quarter: Int32(resample), purpose: .rescaledBootstrap)
        factors[units[Int((UInt64(words.word0) * UInt64(units.count)) >> 32)]] += factor
      }
    }
    return factors
  }

  /// Standard errors of statistics: the standard deviations of their values over the resamples.
  ///
  /// - Parameter statistics: From the number of persons each row stands for, the statistics, always as many.
  /// - Returns: The standard errors; NaN with fewer than two resamples, where a statistic was undefined in one, or where
  ///   no stratum has two units, so that nothing is resampled.
  /// - Complexity: O(resamples (n + cost of the statistics)).
  public func standardErrors(_ statistics: ([Double]) -> [Double]) -> [Double] {
    let whole = design.personWeights
    guard members.contains(where: { $0.count > 1 }) else { return statistics(whole).map { _ in .nan } }
    var moments: [RunningMoments] = []
    for resample in 0..<resamples {
      let factors = factors(ofResample: resample)
      let weights = whole.indices.map { whole[$0] * factors[design.unitOfRow[$0]] }
      let values = statistics(weights)
      if moments.isEmpty { moments = values.map { _ in RunningMoments() } }
      for (index, value) in values.enumerated() { moments[index].add(value) }
    }
    return moments.map(\.standardDeviation)
  }
}

extension Purpose {
  /// The entity is the unit that draws, the quarter the number of the resample.
  static var rescaledBootstrap: Purpose { Purpose(label: "survey/rescaled bootstrap") }
}
