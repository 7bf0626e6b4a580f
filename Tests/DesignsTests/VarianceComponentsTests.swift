import Designs
import Randomness
import Testing

@Suite struct VarianceComponentsTests {
  @Test("a table worked by hand")
  func byHand() {
    // Means of points 2, 6, 11.5, of replications 5, 8, of all 6.5.
    let components = VarianceComponents(outputs: [1, 3, 5, 7, 9, 14], replications: 2)
    #expect(components.points.sumOfSquares == 91)
    #expect(components.replications.sumOfSquares == 13.5)
    #expect(components.interaction.sumOfSquares == 3)
    #expect(components.points.degreesOfFreedom == 2)
    #expect(components.replications.degreesOfFreedom == 1)
    #expect(components.interaction.degreesOfFreedom == 2)
    #expect(components.points.variance == 22)
    #expect(components.replications.variance == 4)
    #expect(components.interaction.variance == 1.5)
    // Of the variance 22.75 of the means, half of 1.5.
    #expect((components.interactionShareOfMeans - 0.75 / 22.75).magnitude < 1e-15)
    #expect(components.mean == 6.5)
  }

  @Test("sums of squares add up to that of all outputs")
  func sums() {
    let stream = RandomStream(seed: 1, replication: 0)
    let outputs = (0..<12 * 7).map { 50 + stream.draw(entity: $0, quarter: 0, purpose: Purpose(rawValue: 1)).normal0 }
    let components = VarianceComponents(outputs: outputs, replications: 7)
    let mean = outputs.reduce(0, +) / 84
    let total = outputs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let parts = [components.points, components.replications, components.interaction]
    #expect((parts.map(\.sumOfSquares).reduce(0, +) - total).magnitude < 1e-10)
    #expect(parts.map(\.degreesOfFreedom).reduce(0, +) == 83)
    #expect((components.mean - mean).magnitude < 1e-12)
  }

  @Test("estimates are unbiased")
  func unbiased() {
    let (tables, p, r) = (2000, 8, 5)
    let truth = [4.0, 1, 0.25]
    var sums = [0.0, 0, 0]
    var squares = [0.0, 0, 0]
    for table in 0..<tables {
      let stream = RandomStream(seed: 77, replication: UInt32(table))
      func normal(_ entity: Int, _ purpose: UInt32) -> Double {
        stream.draw(entity: UInt32(entity), quarter: 0, purpose: Purpose(rawValue: purpose)).normal0
      }
      let outputs = (0..<p * r).map { 2 * normal($0 / r, 1) + normal($0 % r, 2) + 0.5 * normal($0, 3) }
      let components = VarianceComponents(outputs: outputs, replications: r)
      let parts = [components.points, components.replications, components.interaction]
      for (index, part) in parts.enumerated() {
        sums[index] += part.unbiasedEstimate
        squares[index] += part.unbiasedEstimate * part.unbiasedEstimate
      }
    }
    for index in 0..<3 {
      let mean = sums[index] / Double(tables)
      let standardError = ((squares[index] / Double(tables) - mean * mean) / Double(tables)).squareRoot()
      #expect((mean - truth[index]).magnitude < 4 * standardError)
    }
  }

  @Test("without interaction the components are the variances of points and of replications")
  func additive() {
    let (points, chance) = ([1.0, 4, 2, 9], [0.0, 10, 5])
    let components = VarianceComponents(outputs: points.flatMap { p in chance.map { p + $0 } }, replications: 3)
    #expect(components.interaction.variance < 1e-28)
    #expect((components.points.variance - 38 / 3.0).magnitude < 1e-13)
    #expect((components.replications.variance - 25).magnitude < 1e-13)
  }

  @Test("a negative estimate counts as 0 and is kept")
  func negative() {
    let components = VarianceComponents(outputs: [1, -1, -1, 1], replications: 2)
    #expect(components.points.unbiasedEstimate == -2)
    #expect(components.points.variance == 0)
    #expect(components.replications.variance == 0)
    #expect(components.interaction.variance == 4)
  }

  @Test("points that are not finite are left out")
  func undefinedOutputs() {
    let components = VarianceComponents(outputs: [1, 3, .nan, 0, 5, 7, 9, 14, 2, .infinity], replications: 2)
    #expect(components.points.variance == 22)
    #expect(components.replications.variance == 4)
  }

  @Test("equal outputs have no variance, too few have no components")
  func degenerate() {
    let equal = VarianceComponents(outputs: .init(repeating: 0.1, count: 12), replications: 3)
    #expect(equal.points.variance == 0 && equal.replications.variance == 0 && equal.interaction.variance == 0)
    let single = VarianceComponents(outputs: [1, 2, 3], replications: 1)
    #expect(single.points.variance.isNaN && single.replications.variance.isNaN && single.interaction.variance.isNaN)
    #expect(single.points.sumOfSquares == 2)
    let none = VarianceComponents(outputs: [], replications: 3)
    #expect(none.points.variance.isNaN && none.mean.isNaN)
  }

  @Test("chance makes up all of the means' variance where they vary less than chance alone would make them")
  func shareOfChance() {
    // Points 2 and 2 by means, or nearly so: mean squares 0 and 0.02 of points, 8 and 7.22 of interaction.
    #expect(VarianceComponents(outputs: [0, 4, 4, 0], replications: 2).interactionShareOfMeans == 1)
    #expect(VarianceComponents(outputs: [0, 4, 3.9, 0.3], replications: 2).interactionShareOfMeans == 1)
    #expect(VarianceComponents(outputs: [1, 2, 5, 6], replications: 2).interactionShareOfMeans == 0)
    #expect(VarianceComponents(outputs: [3, 3, 3, 3], replications: 2).interactionShareOfMeans.isNaN)
    #expect(VarianceComponents(outputs: [1, 2, 3], replications: 1).interactionShareOfMeans.isNaN)
  }

  @Test("the share of chance is within 0 and 1, and on average near the truth")
  func shareWithinBounds() {
    let (tables, p, r) = (2000, 12, 3)
    for truth in [0.0, 0.2, 1] {
      var sum = 0.0
      for table in 0..<tables {
        let stream = RandomStream(seed: 78, replication: UInt32(table))
        func normal(_ entity: Int, _ purpose: UInt32) -> Double {
          stream.draw(entity: UInt32(entity), quarter: 0, purpose: Purpose(rawValue: purpose)).normal0
        }
        let (spread, chance) = ((1 - truth).squareRoot(), (truth * Double(r)).squareRoot())
        let outputs = (0..<p * r).map { spread * normal($0 / r, 1) + normal($0 % r, 2) + chance * normal($0, 3) }
        let share = VarianceComponents(outputs: outputs, replications: r).interactionShareOfMeans
        #expect(share >= 0 && share <= 1)
        sum += share
      }
      // Truncated at 0 and 1 it lies within, by less than its spread.
      #expect(abs(sum / Double(tables) - truth) < 0.2)
    }
  }

  @Test("outputs that differ by rounding alone have no variance to share")
  func rounding() {
    let components = VarianceComponents(outputs: [0.3, 0.1 + 0.2, 0.1 + 0.2, 0.3], replications: 2)
    #expect(components.points.variance == 0 && components.interaction.variance == 0)
    #expect(components.interactionShareOfMeans.isNaN)
    // Points and replications add up but for rounding: nothing is interaction.
    let sums = VarianceComponents(outputs: [0.1, 0.3, 0.2, 0.4, 0.7, 0.9], replications: 2)
    #expect(sums.interaction.variance == 0 && sums.interactionShareOfMeans == 0)
  }
}
