extension Distribution {
  /// What is wrong with a distribution as it stands.
  public enum Problem: Hashable, Sendable {
    /// The number is NaN or infinite.
    case notFinite(Parameter)
    /// The number must be above 0.
    case notPositive(Parameter)
    /// Low must be below high.
    case lowNotBelowHigh
    /// Low and high are so far apart that their difference is no finite number.
    case tooWide
    /// The mode must be from low to high.
    case modeOutsideRange
  }

  /// The numbers that define distributions.
  public enum Parameter: Hashable, Sendable {
    /// The lower end.
    case low
    /// The upper end.
    case high
    /// The most likely number.
    case mode
    /// The mean.
    case mean
    /// The standard deviation.
    case standardDeviation
    /// The median.
    case median
    /// The standard deviation of the natural logarithm.
    case logStandardDeviation
  }

  /// All that is wrong; empty for a distribution that has quantiles.
  ///
  /// Numbers that are not finite are reported alone, because nothing else can be said of them.
  public var problems: [Problem] {
    let infinite = parameters.filter { !$0.number.isFinite }.map { Problem.notFinite($0.parameter) }
    return infinite.isEmpty ? problemsOfFiniteNumbers : infinite
  }

  /// The numbers that define the distribution, in the order in which they are written.
  private var parameters: [(parameter: Parameter, number: Double)] {
    switch self {
    case .uniform(let low, let high), .logUniform(let low, let high): [(.low, low), (.high, high)]
    case .normal(let mean, let standardDeviation): [(.mean, mean), (.standardDeviation, standardDeviation)]
    case .logNormal(let median, let deviation): [(.median, median), (.logStandardDeviation, deviation)]
    case .triangular(let low, let mode, let high): [(.low, low), (.mode, mode), (.high, high)]
    }
  }

  private var problemsOfFiniteNumbers: [Problem] {
    var problems: [Problem] = []
    switch self {
    case .uniform(let low, let high):
      problems += Self.problemsOfRange(low, high)
    case .logUniform(let low, let high):
      if low <= 0 { problems.append(.notPositive(.low)) }
      problems += Self.problemsOfRange(low, high)
    case .normal(_, let standardDeviation):
      if standardDeviation <= 0 { problems.append(.notPositive(.standardDeviation)) }
    case .logNormal(let median, let logStandardDeviation):
      if median <= 0 { problems.append(.notPositive(.median)) }
      if logStandardDeviation <= 0 { problems.append(.notPositive(.logStandardDeviation)) }
    case .triangular(let low, let mode, let high):
      problems += Self.problemsOfRange(low, high)
      if problems.isEmpty, mode < low || mode > high { problems.append(.modeOutsideRange) }
    }
    return problems
  }

  private static func problemsOfRange(_ low: Double, _ high: Double) -> [Problem] {
    low >= high ? [.lowNotBelowHigh] : (high - low).isFinite ? [] : [.tooWide]
  }
}
