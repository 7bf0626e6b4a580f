/// The price table: converts PKR of a fiscal year into PKR of 2015-16.
public struct PriceParameters: Sendable {
  /// First fiscal year of the table, by the calendar year in which it ends.
  public static let firstYear = 2006
  /// Price level of each fiscal year from `firstYear`, 2015-16 = 1.
  ///
  /// 2014, 2016 and 2019 are the ratios of the official poverty lines (PKR 3,030, 3,250.28 and 3,758); the years
  /// between are interpolated geometrically; later and earlier years chain the consumer price index.
  public var deflator = [
    0.4072, 0.4389, 0.4916, 0.5752, 0.6333, 0.7201, 0.7993, 0.8584, 0.9322, 0.9655, 1.0, 1.0496, 1.1016, 1.1562,
    1.2799, 1.3938, 1.5639, 2.0205, 2.4933, 2.6055,
  ]

  static let catalogue: [ParameterDefinition] = (0..<20).map { index in
    let year = firstYear + index
    let source =
      switch year {
      case 2014, 2016, 2019:
        "ratio of official poverty lines, Planning Commission of Pakistan"
      case 2015, 2017, 2018:
        "interpolated between official poverty lines, Planning Commission of Pakistan"
      case 2020...:
        "consumer price index, Pakistan Bureau of Statistics, chained to the poverty line of 2018-19"
      default:
        "assumed: consumer price index of the Pakistan Economic Survey from memory, chained to the line of 2013-14"
      }
    return ParameterDefinition(
      "prices.deflator.\(year)", \.prices.deflator[index], "price level, 2015-16 = 1", 0.01...100, source,
      "Price level of the fiscal year that ends in \(year).")
  }

  /// The price level of a fiscal year.
  /// - Parameter year: the calendar year in which the fiscal year ends.
  /// - Returns: the level, 2015-16 = 1; nil where the table has no such year.
  public func deflator(of year: Int) -> Double? {
    let index = year - Self.firstYear
    return deflator.indices.contains(index) ? deflator[index] : nil
  }
}
