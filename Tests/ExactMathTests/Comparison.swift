/// The distance of a result from a reference, in units in the last place of the reference.
func unitsInLastPlace(_ result: Double, from reference: DoubleDouble) -> Double {
  (((result - reference.high) - reference.low) / reference.high.ulp).magnitude
}

/// The distance of a result from a correctly rounded known answer, in units in the last place.
func unitsInLastPlace(_ result: Double, from reference: Double) -> Double {
  ((result - reference) / reference.ulp).magnitude
}

/// Evenly spaced arguments, ends included.
func grid(from first: Double, to last: Double, count: Int) -> [Double] {
  (0..<count).map { first + (last - first) * (Double($0) / Double(count - 1)) }
}

/// A number that changes with any bit of any value: FNV-1a over the bit patterns.
func fingerprint(_ values: [Double]) -> UInt64 {
  var hash: UInt64 = 14_695_981_039_346_656_037
  for value in values {
    for shift in stride(from: 0, to: 64, by: 8) {
      hash = (hash ^ ((value.bitPattern >> UInt64(shift)) & 255)) &* 1_099_511_628_211
    }
  }
  return hash
}
