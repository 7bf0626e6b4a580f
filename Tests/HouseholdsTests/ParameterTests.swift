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
    for table in [initial.economic, initial.social, initial.political, initial.skill] {
      #expect(table.count == 20)
      for band in 0..<5 { #expect((table[4 * band..<4 * band + 4].reduce(0, +) - 1).magnitude < 1e-12) }
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
