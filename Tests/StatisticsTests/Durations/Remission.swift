import Statistics

/// Weeks until 42 children with leukaemia had a relapse: half of them had been given 6-mercaptopurine.
///
/// Source: Freireich and others 1963, Blood 21, 699-716.
enum Remission {
  /// Weeks and whether a relapse ended them; the others were still in remission when last seen.
  static let treated: [(weeks: Int, isRelapse: Bool)] =
    [6, 6, 6, 7, 10, 13, 16, 22, 23].map { ($0, true) }
    + [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map { ($0, false) }
  static let untreated: [(weeks: Int, isRelapse: Bool)] = [
    1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23,
  ].map { ($0, true) }

  /// Those at risk in each week from the first.
  static func riskSets(_ children: [(weeks: Int, isRelapse: Bool)], weight: Double = 1) -> [RiskSet] {
    (1...35).map { week in
      RiskSet(
        members: children.count { $0.weeks >= week }, events: children.count { $0.weeks == week && $0.isRelapse },
        weight: weight)
    }
  }
}
