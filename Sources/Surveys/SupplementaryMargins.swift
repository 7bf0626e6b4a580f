import Households

/// Margins that the table lacks, computed from the same microdata with the same weights.
///
/// Source: Household Integrated Economic Survey 2015-16, as in `PublishedMargins`.
struct SupplementaryMargins {
  /// Members aged 15 to 17 among those aged 15 to 64.
  static let teenagerShare = 0.121
  /// Members aged 5 to 16 among those under 18.
  static let schoolAgeShare = 0.673
  /// Median of owned land, acres, for the cells with too few owners.
  static let medianAcres = 2.5
  /// Standard deviation of the logarithm of owned land.
  static let spreadOfAcres = 1.16

  /// Members over 64 among those under 15 or over 64.
  let elderlyShare: Double
  /// Households all of whose members of school age attend, among those that have some.
  let allInSchool: Double
  /// Households none of whose members of school age attend, among those that have some.
  let noneInSchool: Double
  /// Flush toilets among households with any toilet.
  let flushShare: Double

  /// The margins of a region and a quintile, 1 poorest to 5 richest.
  init(_ region: SettlementType, quintile: Int) {
    let row = quintile - 1
    elderlyShare = [0.070, 0.081, 0.087, 0.099, 0.132][row]
    switch region {
    case .rural:
      allInSchool = [0.219, 0.341, 0.474, 0.636, 0.792][row]
      noneInSchool = [0.345, 0.291, 0.212, 0.113, 0.096][row]
      flushShare = [0.671, 0.756, 0.786, 0.866, 0.933][row]
    case .urban:
      allInSchool = [0.301, 0.432, 0.558, 0.706, 0.865][row]
      noneInSchool = [0.291, 0.210, 0.148, 0.105, 0.048][row]
      flushShare = [0.919, 0.969, 0.981, 0.989, 0.997][row]
    }
  }
}
