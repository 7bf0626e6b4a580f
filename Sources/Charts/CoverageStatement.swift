internal import Notation

/// Whom nobody serves, and who is served twice, in words.
struct CoverageStatement {
  /// Scenarios in which anybody is served or in need.
  let scenarios: [(name: String, coverage: Coverage)]
  let places: [String]
  /// Scenarios that are compared.
  let compared: Int

  var text: String {
    let counts = scenarios.map { _, coverage in
      [coverage.households(.unmet, in: places), overlaps(coverage)]
        + places.map { coverage.households(.unmet, in: $0) }
    }
    let picked = FewScenarios.picked(by: counts, of: "unserved", compared: compared)
    let parts = picked.map { index, remark in
      "in \(Wording.name(scenarios[index].name))\(remark) \(words(scenarios[index].coverage))"
    }
    return "By means of replications, \(parts.joined(separator: "; "))."
  }

  private func overlaps(_ coverage: Coverage) -> Double {
    coverage.lines.filter(\.isOverlap).reduce(0) { $0 + coverage.households($1, in: places) }
  }

  private func words(_ coverage: Coverage) -> String { "\(gap(coverage)), and \(doubles(overlaps(coverage)))" }

  private func gap(_ coverage: Coverage) -> String {
    let unmet = places.map { coverage.households(.unmet, in: $0) }
    guard let most = unmet.max(), most > 0, let place = unmet.firstIndex(of: most) else {
      return "every household that is poor by the scorecard is served"
    }
    let worst = places.count > 1 ? " (most in \(Wording.name(places[place])): \(text(most)))" : ""
    return "nobody serves \(text(unmet.reduce(0, +))) households that are poor by the scorecard\(worst)"
  }

  private func doubles(_ count: Double) -> String {
    guard count > 0 else { return "no household has received the same from two partners" }
    return "\(text(count)) households, counted once for each partner and intervention, have received the same from two "
      + "or more partners"
  }

  /// A mean number of households, with a decimal where it is small and not whole.
  private func text(_ count: Double) -> String {
    ReadableNumber.text(count, decimals: count < 10 && count != count.rounded() ? 1 : 0)
  }
}
