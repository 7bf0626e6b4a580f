internal import Households
internal import Scenarios

/// Differences in places and households.
enum PopulationComparison {
  static func section(_ comparison: FactComparison) -> ScenarioDifference.Section {
    let all = comparison.changes.filter { $0.path.hasPrefix(prefix) && !$0.path.hasPrefix(PlaceNames.prefix) }
      .map { $0.statement(String($0.path.dropFirst(prefix.count))) }
    let places = comparison.named(names, below: "population.places").map { place in
      switch place.owner {
      case .both: place.members.map { $0.change.statement($0.key, of: place.name.escaped) }
      case .second: [whole(place, "B adds", comparison.second)]
      case .first: [whole(place, "B leaves out", comparison.first)]
      }
    }
    return ScenarioDifference.Section(
      heading: "Places and households",
      statements: all + places.flatMap(\.self)
        + NamedChanges.order(names(comparison.first), names(comparison.second), "the places stand"))
  }

  private static let prefix = "population."

  private static func names(_ loaded: LoadedScenario) -> [String] { PlaceNames(loaded.scenario.population.places).list }

  private static func whole(
    _ place: NamedChanges, _ verb: String, _ loaded: LoadedScenario
  ) -> ScenarioDifference.Statement {
    let index = names(loaded).firstIndex(of: place.name) ?? 0
    let households = Words.counted(loaded.scenario.population.places[index].households, "household", "households")
    return ScenarioDifference.Statement(
      text: "\(verb) the place \(place.name.escaped), with \(households).", paths: place.paths)
  }
}
