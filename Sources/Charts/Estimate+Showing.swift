internal import Experiments
internal import Notation

extension Estimate {
  /// It with its interval in words, such as `12.3% (95% interval 10.1 to 14.5)`.
  func phrase(factor: Double = 100, unit: String = "%", decimals: Int) -> String {
    ReadableNumber.text(mean * factor, decimals: decimals) + unit + " "
      + Wording.interval(low, high, factor: factor, decimals: decimals)
  }

  /// Members of a row: the mean and both ends of its interval, multiplied by a factor.
  func members(_ names: [String], factor: Double = 1) -> [(key: String, value: JSONValue)] {
    zip(names, [mean, low, high]).map { ($0, Encodings.rounded($1 * factor)) }
  }

  /// Members of a row that has no other interval.
  func members(_ name: String, factor: Double) -> [(key: String, value: JSONValue)] {
    members([name, Encodings.low, Encodings.high], factor: factor)
  }
}
