internal import Households

/// A quarter of a course as a survey would have seen it: a number for each household, in the order of their ids.
struct SurveyWave: Sendable {
  /// Observed consumption per adult equivalent, PKR thousand of 2015-16 a quarter.
  var consumption: [Double] = []
  /// Observed consumption at market prices over need.
  var welfare: [Double] = []
  /// Observed productive assets over the need of a quarter: an index of items does not grow with the household.
  var assets: [Double] = []
  /// Productive assets over the need of a quarter, without the survey's error.
  var trueAssets: [Double] = []
  /// Debt over the need of a quarter.
  var debt: [Double] = []
  /// Whether a programme has given it something.
  var isServed: [Bool] = []

  /// Adds the next household.
  mutating func add(_ values: HouseholdValues, quarter: Int, povertyLine: Double, error: MeasurementError) {
    let factors = error.factors(household: welfare.count, quarter: quarter)
    consumption.append(values.consumption / values.adultEquivalents * factors.consumption)
    welfare.append(values.welfare * factors.consumption)
    let need = povertyLine * values.adultEquivalents
    assets.append(values.assets / need * factors.assets)
    trueAssets.append(values.assets / need)
    debt.append(values.debt / need)
    isServed.append(values.isServed)
  }
}
