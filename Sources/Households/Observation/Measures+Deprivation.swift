extension Measure {
  /// The measure that tells who is dependent in a dimension among those dependent in enough of them.
  static func censored(_ dimension: Dimension, _ quantity: Quantity) -> Definition {
    ratio(
      "dependency_censored_\(dimension.name)", quantity, .households, "share of households",
      "Households dependent in enough of the three dimensions, and in the \(dimension.name) one among them.")
  }

  /// The measure that tells who is deprived in an indicator among those deprived in enough of them.
  static func censored(_ indicator: DeprivationIndicator) -> Definition? {
    Quantity(rawValue: Quantity.deprived0.rawValue + indicator.rawValue).map { quantity in
      ratio(
        "deprivation_censored_\(indicator.name)", quantity, .households, "share of households",
        "Households deprived in enough indicators that \(indicator.meaning).")
    }
  }
}
