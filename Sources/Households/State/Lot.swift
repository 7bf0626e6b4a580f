import Randomness
import Simulation

/// What chance decides for one purpose of a programme.
struct Lot: Sendable {
  private let stream: RandomStream
  private let purpose: Purpose

  /// - Parameters:
  ///   - label: names the purpose; the same label in the same stream gives the same luck.
  ///   - stream: draws of one replication.
  init(_ label: String, _ stream: RandomStream) {
    self.stream = stream
    purpose = Purpose(label: label)
  }

  /// The luck of a household or a place in a step; without one, a trait of it that is the same whenever it is asked.
  func draw(_ entity: Int, step: Int = 0) -> RandomWords { stream.draw(entity, purpose, step: step) }
}

extension RandomStream {
  /// The luck of a household or a place in a step; without one, a trait of it that is the same whenever it is asked.
  func draw(_ entity: Int, _ purpose: Purpose, step: Int = 0) -> RandomWords {
    draw(entity: UInt32(truncatingIfNeeded: entity), quarter: Int32(step), purpose: purpose)
  }

  /// Draws four uniform numbers for every household of a block, in a loop that becomes vector code.
  func fill(_ uniforms: [Column<Double>], for households: Range<Int>, quarter: Int32, purpose: Purpose) {
    let count = households.count
    let first = UInt32(truncatingIfNeeded: households.lowerBound)
    let (column0, column1) = (uniforms[0][0..<count], uniforms[1][0..<count])
    let (column2, column3) = (uniforms[2][0..<count], uniforms[3][0..<count])
    for row in 0..<count {
      let luck = draw(entity: first &+ UInt32(truncatingIfNeeded: row), quarter: quarter, purpose: purpose)
      column0[row] = luck.uniform0
      column1[row] = luck.uniform1
      column2[row] = luck.uniform2
      column3[row] = luck.uniform3
    }
  }
}
