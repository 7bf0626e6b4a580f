internal import Households
internal import Notation

extension Scenario {
  /// The scenario in one line.
  var outline: String {
    [
      name, ReadableNumber.count(years, "year") + " from \(start)",
      ReadableNumber.count(population.places.count, "place"),
      population.simulatedHouseholds.map { ReadableNumber.count($0, "household") } ?? "all households",
      ReadableNumber.count(programmes.count, "programme"), ReadableNumber.count(replications, "replication"),
    ].joined(separator: ", ")
  }
}
