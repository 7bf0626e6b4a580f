internal import Households

/// In the prices of which fiscal year the amounts of programmes and partners are stated.
struct PriceYears {
  /// Each kind of owner: the path above their names, the names, and the year of each.
  private let owners: [(prefix: String, names: PathNames, years: [String: Int])]

  init(_ scenario: Scenario) {
    let programmes = scenario.programmes.map { ($0.name, $0.priceYear) }
    let partners = scenario.partners.map { ($0.name, $0.priceYear) }
    owners = [("programmes", programmes), ("partners", partners)].map { prefix, years in
      (
        prefix, PathNames(years.map(\.0), below: prefix),
        Dictionary(years, uniquingKeysWith: { first, _ in first })
      )
    }
  }

  /// The one path under which the price year of a programme or partner is compared, whether its budget states it or
  /// not; nil for other paths.
  func path(ofYear path: String) -> String? {
    for (prefix, names, _) in owners {
      guard let found = names.find(path) else { continue }
      return Self.keys.contains(found.key) ? "\(prefix).\(found.name).\(Self.keys[0])" : nil
    }
    return nil
  }

  private static let keys = ["price_year", "budget.price_year"]

  /// The fiscal year by the path of an amount; nil where it belongs to no programme and no partner.
  func year(of path: String) -> Int? {
    for (_, names, years) in owners {
      if let name = names.find(path)?.name { return years[name] }
    }
    return nil
  }
}
