import Statistics
import Testing

@Suite("Poverty over several waves")
struct PovertyPanelTests {
  @Test("spells of a chain that enters at .13664 and leaves at .41111: always poor .0300, never .4170")
  func spells() {
    let (entry, exit) = (0.13664, 0.41111)
    var spells = PovertySpells()
    // All 32 ways through five waves, each with its probability.
    for path in 0..<32 {
      let waves = (0..<5).map { path >> $0 & 1 }
      var probability = waves[0] == 1 ? entry / (entry + exit) : exit / (entry + exit)
      for (before, now) in zip(waves, waves.dropFirst()) {
        let change = before == 1 ? exit : entry
        probability *= before == now ? 1 - change : change
      }
      spells.add(poorWaves: waves.reduce(0, +), of: 5, weight: probability)
    }
    #expect((spells.always - 0.0300).magnitude < 0.00005)
    #expect((spells.never - 0.4170).magnitude < 0.00005)
    #expect((spells.always + spells.sometimes + spells.never - 1).magnitude < 1e-15)
    #expect(PovertySpells().always.isNaN)
  }

  @Test("two waves of two households, worked out by hand")
  func components() {
    var components = PovertyComponents()
    // 0.5 and 1.1: mean 0.8. Gaps 0.5 and 0, of the mean 0.2.
    components.add(welfareRatios: [0.5, 1.1], weight: 3)
    // Never poor.
    components.add(welfareRatios: [2, 1], weight: 1)
    #expect((components.total.gap - 0.75 * 0.25).magnitude < 1e-15)
    #expect((components.chronic.gap - 0.75 * 0.2).magnitude < 1e-15)
    #expect((components.transient(ofOrder: 1) - 0.75 * 0.05).magnitude < 1e-15)
    #expect((components.total.severity - 0.75 * 0.125).magnitude < 1e-15)
    #expect((components.chronic.severity - 0.75 * 0.04).magnitude < 1e-15)
    #expect((components.transient(ofOrder: 2) - 0.75 * 0.085).magnitude < 1e-15)
    #expect(components.total.headcount == 0.375)
    #expect(components.chronic.headcount == 0.75)
  }

  @Test("transient poverty is never negative, and nothing where welfare does not vary or all waves are below the line")
  func convexity() {
    for member in 0..<500 {
      let ratios = (0..<6).map { Double((member * 7919 + $0 * 104_729) % 1000) / 450 }
      var components = PovertyComponents()
      components.add(welfareRatios: ratios, weight: 2)
      #expect(components.transient(ofOrder: 1) >= -1e-15)
      #expect(components.transient(ofOrder: 2) >= -1e-15)
    }
    var (steady, poor) = (PovertyComponents(), PovertyComponents())
    steady.add(welfareRatios: [0.75, 0.75, 0.75, 0.75], weight: 1)
    #expect(steady.transient(ofOrder: 1) == 0 && steady.transient(ofOrder: 2) == 0)
    // The gap is linear below the line; the squared gap is not, and its transient part is the variance.
    poor.add(welfareRatios: [0.25, 0.75], weight: 1)
    #expect(poor.transient(ofOrder: 1) == 0)
    #expect((poor.transient(ofOrder: 2) - 0.0625).magnitude < 1e-15)
  }
}
