import ExactMath
import LinearAlgebra
import Randomness

/// Kernels of a quarter over a block of 1,024 households.
func kernelEntries() -> [Contest.Entry] {
  let count = 1024
  let repeats = 400
  let units = count * repeats
  let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
  let uniforms = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
  for index in 0..<count { uniforms[index] = (Double(index) + 0.5) / Double(count) }
  let features = UnsafeMutablePointer<Double>.allocate(capacity: count * 29)
  features.initialize(repeating: 0.5, count: count * 29)
  // The model pads its six moves to eight columns, which BLAS kernels like.
  let columns = 8
  let coefficients = [Double](repeating: 0.25, count: 29 * columns)
  let odds = UnsafeMutablePointer<Double>.allocate(capacity: count * columns)
  let stream = RandomStream(seed: 1, replication: 0)
  func product(features inner: Int, expected: Double) -> Contest.Entry {
    Contest.Entry(
      name: "matrix product, \(inner) features, 6 moves",
      units: units,
      work: {
        coefficients.withUnsafeBufferPointer { coefficients in
          guard let right = coefficients.baseAddress else { return }
          for _ in 0..<repeats {
            BLAS.multiply(rows: count, inner: inner, columns: columns, left: features, right: right, result: odds)
          }
        }
        return odds[count * columns - 1]
      }, expected: expected...expected)
  }
  return [
    Contest.Entry(
      name: "Philox draw of four words",
      units: units,
      work: {
        var sum: UInt32 = 0
        for quarter in 0..<repeats {
          for entity in 0..<count {
            let words = stream.draw(
              entity: UInt32(entity), quarter: Int32(quarter), purpose: Purpose(rawValue: 1))
            sum ^= words.word0 ^ words.word1 ^ words.word2 ^ words.word3
          }
        }
        return Double(sum)
      }, expected: 2033829058...2033829058),
    Contest.Entry(
      name: "exponential",
      units: units,
      work: {
        for _ in 0..<repeats {
          _ = values.update(fromContentsOf: uniforms)
          exponentiate(values)
        }
        return values[count - 1]
      }, expected: 2.71...2.72),
    Contest.Entry(
      name: "normal quantile",
      units: units,
      work: {
        for _ in 0..<repeats { tabulatedNormalQuantiles(of: UnsafeBufferPointer(uniforms), into: values) }
        return values[count / 2]
      }, expected: 0...0.01),
    product(features: 25, expected: 3.125),
    product(features: 29, expected: 3.625),
  ]
}
