/// Households of a sample with what is measured of them.
public struct SurveySample: Sendable {
  /// How they were drawn.
  public let design: SurveyDesign
  /// Welfare over the poverty line, sorted upwards.
  public let welfareRatios: [Double]
  /// What they are deprived of; nil where that is not measured.
  public let deprivations: SurveyDeprivations?
  /// The number of persons each row stands for.
  let personWeights: [Double]

  /// Joins a design and what was measured.
  ///
  /// - Parameters:
  ///   - design: How the households were drawn.
  ///   - welfareRatios: Welfare of each household over the poverty line, sorted upwards.
  ///   - deprivations: What each household is deprived of, in the same order.
  /// - Precondition: Each household of the design has a welfare ratio, and its deprivations if there are any; the
  ///   ratios are sorted.
  /// - Complexity: O(n).
  public init(design: SurveyDesign, welfareRatios: [Double], deprivations: SurveyDeprivations? = nil) {
    precondition(welfareRatios.count == design.householdCount, "each household has a welfare ratio")
    precondition(zip(welfareRatios, welfareRatios.dropFirst()).allSatisfy { $0 <= $1 }, "the ratios are sorted")
    if let deprivations {
      precondition(deprivations.bits.count == design.householdCount, "each household has its deprivations")
    }
    self.design = design
    self.welfareRatios = welfareRatios
    self.deprivations = deprivations
    personWeights = design.personWeights
  }

  /// The least welfare ratio that logarithms are taken of, a hundredth of the line.
  static let welfareFloor = 0.01

  /// The welfare ratio of a row, not below the floor.
  func floored(_ row: Int) -> Double { max(welfareRatios[row], Self.welfareFloor) }

  /// The welfare ratio of a row, not below the floor where an aversion to inequality would make nothing infinitely bad.
  func floored(_ row: Int, aversion: Double) -> Double { aversion < 1 ? welfareRatios[row] : floored(row) }

  /// What the households are deprived of, where a measure needs it.
  var known: SurveyDeprivations {
    guard let deprivations else { preconditionFailure("a measure of deprivation needs deprivations") }
    return deprivations
  }

  /// All rows with weight as a domain; those of weight 0 stand for nobody, but their units belong to the design.
  var everybody: LinearisedDomain { LinearisedDomain(weights: personWeights, isMember: design.hasWeight) }

  /// The rows of one level of a partition that have weight, as a domain.
  ///
  /// - Parameters:
  ///   - level: The index of the level.
  ///   - partition: What divides the sample.
  /// - Returns: The domain.
  /// - Complexity: O(n).
  func domain(_ level: Int, of partition: SurveyPartition) -> LinearisedDomain {
    LinearisedDomain(
      weights: personWeights, isMember: zip(partition.levelOfRow, design.hasWeight).map { $0 == level && $1 })
  }
}
