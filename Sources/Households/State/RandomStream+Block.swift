import Randomness
import Simulation

extension RandomStream {
  /// Draws three uniform numbers for every household of a block, in a loop that becomes vector code.
  func fill(_ uniforms: [Column<Double>], for households: Range<Int>, quarter: Int32, purpose: Purpose) {
    let count = households.count
    let first = UInt32(truncatingIfNeeded: households.lowerBound)
    let (zeroth, second, third) = (uniforms[0][0..<count], uniforms[1][0..<count], uniforms[2][0..<count])
    for row in 0..<count {
      let luck = draw(entity: first &+ UInt32(truncatingIfNeeded: row), quarter: quarter, purpose: purpose)
      zeroth[row] = luck.uniform0
      second[row] = luck.uniform1
      third[row] = luck.uniform2
    }
  }
}
