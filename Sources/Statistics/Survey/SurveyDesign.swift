/// How a sample was drawn: strata, the primary sampling units drawn within them, and the weight of each household.
///
/// Every row is a household that stands for `weight` households of `persons` members each. Units are drawn with
/// replacement or from so many that it makes no difference; what happens within a unit needs no description, because
/// the differences between units hold it all. A row of weight 0 stands for nobody and belongs to the design all the same:
/// it was drawn, and a total that leaves it out differs between samples by how many of its kind are drawn.
///
/// Source: Cochran 1977, Sampling Techniques, chapter 11; Wolter 2007, doi:10.1007/978-0-387-35099-8, chapter 2.
public struct SurveyDesign: Sendable {
  /// How many households each row stands for, at least 0; only their ratios matter.
  public let weights: [Double]
  /// Members of each household.
  public let persons: [Double]
  /// Each row's primary sampling unit, by its index.
  let unitOfRow: [Int]
  /// Each unit's stratum, by its index.
  let stratumOfUnit: [Int]
  /// Units of each stratum.
  let unitsOfStratum: [Int]

  /// Describes a sample.
  ///
  /// - Parameters:
  ///   - strata: The stratum of each row.
  ///   - primarySamplingUnits: The unit of each row; the same name in two strata means two units.
  ///   - weights: How many households each row stands for, at least 0.
  ///   - persons: Members of each household, at least 0.
  /// - Precondition: All are equally many, and no weight or number of members is negative.
  /// - Complexity: O(n).
  public init<Label: Hashable>(
    strata: [Label], primarySamplingUnits: [Label], weights: [Double], persons: [Double]
  ) {
    precondition(
      strata.count == weights.count && primarySamplingUnits.count == weights.count && persons.count == weights.count,
      "each household has a stratum, a unit, a weight and members")
    precondition(weights.allSatisfy { $0 >= 0 } && persons.allSatisfy { $0 >= 0 }, "weights cannot be negative")
    self.weights = weights
    self.persons = persons
    let stratumOfRow = Self.numbers(of: strata)
    unitOfRow = Self.numbers(of: zip(stratumOfRow, primarySamplingUnits).map(UnitName.init))
    var stratumOfUnit: [Int] = []
    var unitsOfStratum = [Int](repeating: 0, count: (stratumOfRow.max() ?? -1) + 1)
    for (stratum, unit) in zip(stratumOfRow, unitOfRow) where unit == stratumOfUnit.count {
      stratumOfUnit.append(stratum)
      unitsOfStratum[stratum] += 1
    }
    self.stratumOfUnit = stratumOfUnit
    self.unitsOfStratum = unitsOfStratum
  }

  /// Numbers of labels, from 0, in the order in which they first come.
  private static func numbers<Label: Hashable>(of labels: [Label]) -> [Int] {
    var known: [Label: Int] = [:]
    return labels.map { label in
      let number = known[label, default: known.count]
      known[label] = number
      return number
    }
  }

  private struct UnitName<Label: Hashable>: Hashable {
    let stratum: Int
    let unit: Label
  }

  // MARK: - What it consists of

  /// Households in the sample.
  public var householdCount: Int { weights.count }
  /// Primary sampling units.
  public var unitCount: Int { stratumOfUnit.count }
  /// Strata.
  public var stratumCount: Int { unitsOfStratum.count }
  /// Strata with one unit, which tell nothing of the differences between units.
  public var singleUnitStratumCount: Int { unitsOfStratum.count { $0 == 1 } }
  /// Whether each row stands for anybody.
  public var hasWeight: [Bool] { weights.map { $0 > 0 } }
  /// Rows of weight 0.
  public var weightlessCount: Int { weights.count { $0 == 0 } }
  /// The number of persons each row stands for.
  public var personWeights: [Double] { zip(weights, persons).map { $0 * $1 } }

  /// Units less strata, of those in which a domain has members.
  ///
  /// - Parameter isMember: Whether each row belongs to the domain.
  /// - Returns: The degrees of freedom of intervals; 0 where there is no more than a unit to a stratum.
  /// - Complexity: O(n).
  ///
  /// Source: Korn and Graubard 1999, doi:10.1002/9781118032619, 5.2.
  public func degreesOfFreedom(ofDomain isMember: [Bool]) -> Int {
    var holds = [Bool](repeating: false, count: unitCount)
    for (row, unit) in unitOfRow.enumerated() where isMember[row] { holds[unit] = true }
    var stratumHolds = [Bool](repeating: false, count: stratumCount)
    for (unit, stratum) in stratumOfUnit.enumerated() where holds[unit] { stratumHolds[stratum] = true }
    return holds.count { $0 } - stratumHolds.count { $0 }
  }

  /// The number of sampling units of equal size that would weigh persons as evenly as those of a domain do.
  ///
  ///     (sum over units of W_c)^2 / sum over units of W_c^2
  ///
  /// - Parameter isMember: Whether each row belongs to the domain.
  /// - Returns: The effective number, with the persons W of the domain in each unit; NaN where the domain has no weight.
  /// - Complexity: O(n).
  ///
  /// Source: Kish 1965, Survey Sampling, 11.7.
  public func effectiveUnits(ofDomain isMember: [Bool]) -> Double {
    var sizes = [Double](repeating: 0, count: unitCount)
    for (row, unit) in unitOfRow.enumerated() where isMember[row] { sizes[unit] += weights[row] * persons[row] }
    let (sum, squares) = sizes.reduce((0, 0)) { ($0.0 + $1, $0.1 + $1 * $1) }
    return sum * sum / squares
  }
}
