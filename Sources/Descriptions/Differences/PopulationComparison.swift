internal import Households
internal import Scenarios

/// Differences in places and households.
enum PopulationComparison {
  static func section(_ comparison: FactComparison) -> ScenarioDifference.Section {
    let all = comparison.changes.filter { $0.path.hasPrefix(prefix) && !$0.path.hasPrefix(PlaceNames.prefix) }
      .map { $0.statement(String($0.path.dropFirst(prefix.count))) }
    let places = comparison.named(names, below: "population.places").flatMap { place in
      place.statements(in: comparison, of: place.name.escaped) { verb, loaded in
        let index = names(loaded).firstIndex(of: place.name) ?? 0
        let households = Words.counted(loaded.scenario.population.places[index].households, "household", "households")
        return "\(verb) the place \(place.name.escaped), with \(households)."
      }
    }
    return ScenarioDifference.Section(
      heading: "Places and households",
      statements: all + places
        + NamedChanges.order(names(comparison.first), names(comparison.second), "the places stand"))
  }

  private static let prefix = "population."

  private static func names(_ loaded: LoadedScenario) -> [String] { PlaceNames(loaded.scenario.population.places).list }
}
