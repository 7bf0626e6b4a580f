extension Double {
  /// The larger of two errors; NaN is the largest of all.
  func largerError(_ other: Double) -> Double { isNaN || other.isNaN ? .nan : Swift.max(self, other) }
}
