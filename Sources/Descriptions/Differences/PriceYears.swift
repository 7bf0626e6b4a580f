internal import Households

/// In the prices of which fiscal year the amounts of programmes and partners are stated.
struct PriceYears {
  private let programmes: [String: Int]
  private let partners: [String: Int]

  /// Collects the price years of a scenario.
  init(_ scenario: Scenario) {
    programmes = Dictionary(
      scenario.programmes.map { ($0.name, $0.priceYear) }, uniquingKeysWith: { first, _ in first })
    partners = Dictionary(scenario.partners.map { ($0.name, $0.priceYear) }, uniquingKeysWith: { first, _ in first })
  }

  /// The fiscal year by the path of an amount; nil where it belongs to no programme and no partner.
  func year(of path: String) -> Int? {
    for (prefix, years) in [("programmes", programmes), ("partners", partners)] {
      if let name = NamedPath.find(path, below: prefix, among: Array(years.keys))?.name { return years[name] }
    }
    return nil
  }
}
