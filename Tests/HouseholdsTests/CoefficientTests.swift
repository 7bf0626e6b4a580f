import Testing

@testable import Households

@Suite struct CoefficientTests {
  /// Log-odds of E+, E-, S+, S-, P+ and P- as the model gives them; where a move is impossible, 0.
  static let table: [(Feature, [Double])] = [
    (.bonded, [-1.1, 0, 0, 0.4, -0.8, 0.6]),
    (.tied, [-2.0, -7.3, 0, 0.2, -0.4, 0.4]),
    (.precarious, [-5.4, -2.0, 0.2, 0, 0, 0]),
    (.selfReliant, [0, -3.5, 0.4, 0, 0, 0]),
    (.isolated, [0, 0, -4.4, 0, 0, 0]),
    (.sheltered, [0, 0, -5.4, -4.4, 0, 0]),
    (.connected, [0.3, -0.3, -6.1, -4.1, 0.4, 0]),
    (.leading, [0.5, -0.5, 0, -3.3, 0.8, 0]),
    (.voiceless, [0, 0, 0, 0, -2.6, 0]),
    (.client, [0, 0, 0, 0, -5.5, -4.6]),
    (.aware, [0.2, -0.1, 0.2, 0, -5.0, -5.2]),
    (.claiming, [0.4, -0.3, 0.3, 0, 0, -4.0]),
    (.wealth, [0.3, -0.35, 0, 0, 0, 0]),
    (.debt, [-2.3, 0.7, 0, 0, 0, 0]),
    (.surplus, [1.2, -0.8, 0, 0, 0, 0]),
    (.distress, [-1.0, 1.2, 0, 0.4, 0, 0]),
    (.skill, [0.4, -0.2, 0, 0, 0, 0]),
    (.femaleHead, [-0.2, 0.1, -0.3, 0, -0.3, 0]),
    (.minority, [-0.3, 0.2, -0.5, 0.2, -0.4, 0]),
    (.connectedPeers, [0, 0, 1.2, -0.8, 0.5, 0]),
    (.roleModels, [0.3, 0, 1.0, 0, 0, 0]),
    (.patronPower, [-0.8, 0.8, -0.5, 0.4, -0.6, 0.5]),
    (.awareness, [0, 0, 0.6, 0, 1.6, -0.5]),
    (.coaching, [0.6, -0.3, 0.8, 0, 0.4, 0]),
    (.trap, [-0.5, 0.3, -0.4, 0, -0.4, 0]),
    (.organisationMaturity, [0.5, -0.5, 1.6, -1.2, 0.7, 0]),
    (.tier, [0, 0, 0, 0, 0.9, -0.5]),
    (.works, [0, 0, 0, 0, 0, 0]),
    (.retaliation, [-0.5, 1.0, 0, 0.3, 0, 0.5]),
  ]

  @Test("the default coefficients are those of the model")
  func defaults() {
    let coefficients = DependencyParameters().coefficients
    #expect(coefficients.count == Feature.count * Move.count)
    #expect(Set(Self.table.map(\.0)) == Set(Feature.allCases))
    for (feature, row) in Self.table {
      for move in Move.allCases {
        let value = coefficients[feature.rawValue + Feature.count * move.rawValue]
        #expect(value == row[move.rawValue], "\(feature) \(move)")
      }
    }
  }

  @Test("the catalogue names each coefficient by feature and move")
  func paths() throws {
    for (feature, row) in Self.table {
      for move in Move.allCases {
        let path = "dependency.coefficients.\(feature.name).\(move.name)"
        let definition = try #require(Parameters.catalogue.first { $0.path == path })
        #expect(definition.value(in: Parameters()) == row[move.rawValue])
      }
    }
  }

  @Test("features and coefficients fit the bounds within which products are exact")
  func exactness() {
    #expect(Feature.count <= 64)
    #expect(Move.count == Move.allCases.count)
    for definition in Parameters.catalogue where definition.path.hasPrefix("dependency.coefficients.") {
      #expect(definition.allowed == -32...32)
    }
  }

  @Test("the features of organisations come last, by the names of the model")
  func organisationFeatures() {
    #expect(Feature.allCases.suffix(4).map(\.name) == ["co_maturity", "tier", "works", "retaliation"])
    #expect(Feature.countWithoutOrganisations == Feature.count - 4)
  }

  @Test("features are rounded to the nearest 1/1024, ties to even")
  func featureGrid() {
    #expect(featureUnits(1) == 1024)
    #expect(featureUnits(-0.25) == -256)
    #expect(featureUnits(1.5 / 1024) == 2)
    #expect(featureUnits(2.5 / 1024) == 2)
    #expect(featureUnits(-1.5 / 1024) == -2)
    #expect(featureUnits(20) == 20_480)
  }
}
