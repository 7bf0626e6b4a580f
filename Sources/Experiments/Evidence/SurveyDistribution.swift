internal import Households

/// How welfare is distributed in the survey from which households are drawn.
///
///     welfare = g c / (z a),  g = 1 / (quantile of c / (z a) over persons at the official headcount)
///
/// with consumption c, poverty line z, adult equivalents a, and g by villages and towns unless the scenario gives it: the
/// survey is brought to the official headcount, so that the figures depend on no theory. Each place counts with its real
/// households, shared out among the rows of its stratum by their weights, times persons.
struct SurveyDistribution: Sendable {
  let gini: Double
  /// The nine deciles of welfare.
  let deciles: [Double]

  static let tenths = (1...9).map { Double($0) / 10 }

  init(_ rows: [SurveyHousehold], of scenario: Scenario) {
    var welfare: [Double] = []
    var weights: [Double] = []
    for type in SettlementType.allCases {
      let (ratios, persons) = Self.rows(rows, of: scenario, type)
      let scale = scenario.population.consumptionScale[type] ?? Self.scale(ratios, persons, scenario, type)
      welfare += ratios.map { scale * $0 }
      weights += persons
    }
    gini = giniCoefficient(of: welfare, weights: weights)
    deciles = weightedQuantiles(of: welfare, weights: weights, shares: Self.tenths)
  }

  private static func scale(
    _ ratios: [Double], _ persons: [Double], _ scenario: Scenario, _ type: SettlementType
  ) -> Double {
    let headcount = scenario.population.officialHeadcount[type] ?? .nan
    return 1 / weightedQuantiles(of: ratios, weights: persons, shares: [headcount])[0]
  }

  /// Unscaled welfare of the rows of all places of a type, and the persons that they stand for.
  private static func rows(
    _ rows: [SurveyHousehold], of scenario: Scenario, _ type: SettlementType
  ) -> (ratios: [Double], persons: [Double]) {
    var (ratios, persons): ([Double], [Double]) = ([], [])
    for place in scenario.population.places where place.settlementType == type {
      let drawn = rows.filter { $0.stratum == place.stratum && $0.weight > 0 }
      let total = drawn.reduce(0) { $0 + $1.weight }
      for row in drawn {
        let need = scenario.parameters.initial.povertyLine * row.adultEquivalents
        ratios.append(row.consumptionPerMonth * 3 / 1000 / need)
        persons.append(place.households * row.weight / total * Double(row.persons))
      }
    }
    return (ratios, persons)
  }
}
