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

  /// The one path under which the price year of a programme or partner is compared, whether its budget states it or
  /// not; nil for other paths.
  func path(ofYear path: String) -> String? {
    for (prefix, years) in [("programmes", programmes), ("partners", partners)] {
      guard let found = NamedPath.find(path, below: prefix, among: Array(years.keys)) else { continue }
      return Self.keys.contains(found.key) ? "\(prefix).\(found.name).\(Self.keys[0])" : nil
    }
    return nil
  }

  private static let keys = ["price_year", "budget.price_year"]

  /// The fiscal year by the path of an amount; nil where it belongs to no programme and no partner.
  func year(of path: String) -> Int? {
    for (prefix, years) in [("programmes", programmes), ("partners", partners)] {
      if let name = NamedPath.find(path, below: prefix, among: Array(years.keys))?.name { return years[name] }
    }
    return nil
  }
}
