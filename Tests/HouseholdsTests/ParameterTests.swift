import Testing

@testable import Households

@Suite struct ParameterTests {
  @Test("paths are unique and written in one way")
  func paths() {
    let paths = Parameters.catalogue.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(paths.count > 250)
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_.")
    for path in paths { #expect(path.allSatisfy { letters.contains($0) } && path.contains("."), "\(path)") }
  }

  @Test("every default is allowed")
  func defaults() {
    let parameters = Parameters()
    for definition in Parameters.catalogue {
      #expect(definition.allowed.contains(definition.value(in: parameters)), "\(definition.path)")
    }
  }

  @Test("every number has a unit, a source and a sentence")
  func description() {
    for definition in Parameters.catalogue {
      #expect(!definition.unit.isEmpty && !definition.source.isEmpty, "\(definition.path)")
      #expect(definition.summary.hasSuffix(".") && definition.summary.count > 15, "\(definition.path)")
    }
  }

  @Test("what a value may be holds it and is allowed, and what evidence has told says how far")
  func ranges() {
    let parameters = Parameters()
    for definition in Parameters.catalogue {
      let (value, allowed) = (definition.value(in: parameters), definition.allowed)
      if let range = definition.range(in: parameters) {
        #expect(range.contains(value) && range.lowerBound < range.upperBound, "\(definition.path)")
        #expect(allowed.contains(range.lowerBound) && allowed.contains(range.upperBound), "\(definition.path)")
      } else {
        #expect(!definition.isAssumed || value == 0, "\(definition.path)")
      }
      if definition.source == Source.calibrated { #expect(definition.interval != nil, "\(definition.path)") }
      if definition.isAssumed { #expect(definition.evidence != .identified, "\(definition.path)") }
    }
  }

  @Test("nothing tells the coefficients of moves, and their priors can turn their signs")
  func coefficients() {
    let parameters = Parameters()
    let coefficients = Parameters.catalogue.filter { $0.path.hasPrefix("dependency.coefficients.") }
    #expect(coefficients.count == Feature.count * Move.count)
    for definition in coefficients {
      #expect(definition.evidence == .not)
      #expect(definition.range(in: parameters).map { $0.contains(0) } == true, "\(definition.path)")
    }
  }

  @Test("a set value is read back, and nothing else has changed")
  func roundTrip() {
    let defaults = Parameters.catalogue.map { $0.value(in: Parameters()) }
    for (index, definition) in Parameters.catalogue.enumerated() {
      var parameters = Parameters()
      let low = definition.allowed.lowerBound
      let value = defaults[index] == low ? definition.allowed.upperBound : low
      definition.set(value, in: &parameters)
      for (other, definition) in Parameters.catalogue.enumerated() {
        #expect(definition.value(in: parameters) == (other == index ? value : defaults[other]))
      }
    }
  }

  @Test("the shares by which levels and skills are drawn add up to 1")
  func tables() {
    let initial = InitialParameters()
    #expect(initial.levelShares.count == 12 && initial.skill.count == 20)
    for table in [initial.levelShares, initial.skill] {
      for row in 0..<table.count / 4 { #expect((table[4 * row..<4 * row + 4].reduce(0, +) - 1).magnitude < 1e-12) }
    }
  }

  @Test("the price table knows its years")
  func prices() {
    let prices = PriceParameters()
    #expect(prices.deflator(of: 2016) == 1)
    #expect(prices.deflator(of: 2006) != nil && prices.deflator(of: 2025) != nil)
    #expect(prices.deflator(of: 2005) == nil && prices.deflator(of: 2026) == nil)
    // The ratios of the official poverty lines.
    #expect(((prices.deflator(of: 2014) ?? 0) - 3030 / 3250.28).magnitude < 5e-5)
    #expect(((prices.deflator(of: 2019) ?? 0) - 3758 / 3250.28).magnitude < 5e-5)
  }
}
