/// Means per household of a row; PKR thousand of 2015-16, skill levels, stocks and shares.
struct TreatmentStocks {
  var assets = 0.0
  var debt = 0.0
  var skill = 0.0
  var labour = 0.0
  var entrepreneurs = 0.0
  var awareness = 0.0
  var coaching = 0.0
  /// Part of depreciation that is saved by those who have chosen their assets.
  var upkeep = 0.0

  /// The mean with other households.
  mutating func mix(with other: TreatmentStocks, share: Double) {
    func mix(_ path: WritableKeyPath<TreatmentStocks, Double>) {
      self[keyPath: path] += share * (other[keyPath: path] - self[keyPath: path])
    }
    for path in [
      \TreatmentStocks.assets, \.debt, \.skill, \.labour, \.entrepreneurs, \.awareness, \.coaching, \.upkeep,
    ] {
      mix(path)
    }
  }
}
