internal import ExactMath

/// Who is poor in all waves of a panel, who in some and who in none.
///
///     always = share of those poor in T of T waves,  never = share of those poor in none,  sometimes = the rest
///
/// Sums of disjoint groups add up. Households poor in all waves are the chronically poor of the spells approach.
///
/// Source: McKay and Lawson 2003, doi:10.1016/S0305-750X(02)00221-8.
public struct PovertySpells: Hashable, Sendable {
  /// The sum of all weights.
  public let totalWeight: Double
  /// The sum of the weights of those poor in all waves.
  public let alwaysWeight: Double
  /// The sum of the weights of those poor in no wave.
  public let neverWeight: Double

  /// The given sums.
  ///
  /// - Parameters:
  ///   - totalWeight: The sum of all weights.
  ///   - alwaysWeight: That of those poor in all waves.
  ///   - neverWeight: That of those poor in none.
  /// - Complexity: O(1).
  public init(totalWeight: Double = 0, alwaysWeight: Double = 0, neverWeight: Double = 0) {
    self.totalWeight = totalWeight
    self.alwaysWeight = alwaysWeight
    self.neverWeight = neverWeight
  }

  /// Counts one member.
  ///
  /// - Parameters:
  ///   - poorWaves: The waves in which it is poor.
  ///   - waves: All waves, at least 1.
  ///   - weight: The number of persons or households it stands for, at least 0.
  /// - Complexity: O(1).
  public mutating func add(poorWaves: Int, of waves: Int, weight: Double) {
    self = PovertySpells(
      totalWeight: totalWeight + weight, alwaysWeight: alwaysWeight + (poorWaves == waves ? weight : 0),
      neverWeight: neverWeight + (poorWaves == 0 ? weight : 0))
  }

  /// The share poor in all waves, 0...1; NaN without weight.
  public var always: Double { alwaysWeight / totalWeight }
  /// The share poor in no wave, 0...1; NaN without weight.
  public var never: Double { neverWeight / totalWeight }
  /// The share poor in some waves but not in all, 0...1; NaN without weight.
  public var sometimes: Double {
    let weight = totalWeight - alwaysWeight - neverWeight
    return RoundingTolerance.isNothing(weight, beside: totalWeight) && totalWeight > 0 ? 0 : weight / totalWeight
  }
}
