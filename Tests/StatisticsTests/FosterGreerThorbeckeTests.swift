import Statistics
import Testing

@Suite struct FosterGreerThorbeckeTests {
  @Test("a population known by hand")
  func knownAnswer() {
    let ratios: [Double] = [0.5, 0.75, 1, 2]
    let weights: [Double] = [1, 2, 3, 2]
    let poverty = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    #expect(poverty.totalWeight == 8)
    #expect(poverty.headcount == 0.375)
    #expect(poverty.gap == 0.125)
    #expect(poverty.severity == 0.046875)
    #expect((0...2).map { poverty.index(ofOrder: $0) } == [0.375, 0.125, 0.046875])
  }

  @Test("agrees with the definition on the log-normal distribution", arguments: [0.3, 0.6, 1.1], [-0.4, 0, 0.5])
  func closedForms(deviation: Double, mean: Double) {
    let distribution = LogNormal(mean: mean, deviation: deviation)
    let count = 100_000
    let weights = [Double](repeating: 1, count: count)
    let poverty = FosterGreerThorbecke(welfareRatios: distribution.quantiles(count: count), weights: weights)
    // The middles of cells of a falling function from 1 to 0 err by at most half a cell in all.
    let bound = 0.5 / Double(count) + 1e-12
    #expect((poverty.headcount - distribution.headcount).magnitude <= bound)
    #expect((poverty.gap - distribution.gap).magnitude <= bound)
    #expect((poverty.severity - distribution.severity).magnitude <= bound)
  }

  @Test("agrees with a slow sum over the poor")
  func slowReference() {
    let ratios = (0..<997).map { Double($0 * 7919 % 1000) / 400 }
    let weights = (0..<997).map { Double($0 % 5) }
    let poverty = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    let poor = zip(ratios, weights).filter { $0.0 < 1 }
    let total = weights.reduce(0, +)
    #expect((poverty.headcount - poor.map { $0.1 }.reduce(0, +) / total).magnitude < 1e-14)
    #expect((poverty.gap - poor.map { $0.1 * (1 - $0.0) }.reduce(0, +) / total).magnitude < 1e-14)
    let squares = poor.map { $0.1 * (1 - $0.0) * (1 - $0.0) }
    #expect((poverty.severity - squares.reduce(0, +) / total).magnitude < 1e-14)
  }

  @Test("decomposes into groups, and severity <= gap <= headcount")
  func decomposition() {
    let ratios = (0..<900).map { Double($0 * 7919 % 1000) / 400 }
    let weights = (0..<900).map { Double($0 % 7 + 1) }
    let whole = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    var sum = FosterGreerThorbecke()
    var average = 0.0
    for start in stride(from: 0, to: 900, by: 300) {
      let group = FosterGreerThorbecke(
        welfareRatios: ratios[start..<(start + 300)], weights: weights[start..<(start + 300)])
      #expect(0 <= group.severity && group.severity <= group.gap && group.gap <= group.headcount)
      #expect(group.headcount <= 1)
      sum.add(group)
      average += group.totalWeight / whole.totalWeight * group.gap
    }
    #expect(sum.headcount == whole.headcount)
    #expect((sum.gap - whole.gap).magnitude < 1e-14)
    #expect((sum.severity - whole.severity).magnitude < 1e-14)
    #expect((average - whole.gap).magnitude < 1e-14)
  }

  @Test("unsafe buffers and slices give the same bits as arrays")
  func buffers() {
    let ratios = (0..<100).map { Double($0) / 70 }
    let weights = (0..<100).map { Double($0 % 3) }
    let fromArrays = FosterGreerThorbecke(welfareRatios: ratios, weights: weights)
    let fromBuffers = ratios.withUnsafeBufferPointer { ratioBuffer in
      weights.withUnsafeBufferPointer { FosterGreerThorbecke(welfareRatios: ratioBuffer, weights: $0[0..<100]) }
    }
    #expect(fromArrays == fromBuffers)
  }

  @Test("nobody, everybody at the line, zero welfare")
  func edges() {
    #expect(FosterGreerThorbecke().headcount.isNaN)
    #expect(FosterGreerThorbecke(welfareRatios: [1.0, 1.0], weights: [1.0, 1.0]).headcount == 0)
    let destitute = FosterGreerThorbecke(welfareRatios: [0.0], weights: [2.0])
    #expect((0...2).map { destitute.index(ofOrder: $0) } == [1, 1, 1])
  }
}
