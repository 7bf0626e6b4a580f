internal import Households
internal import Scenarios

/// What a scenario says under one path; the entries of a list of words make one fact.
struct Fact: Hashable {
  /// The dotted path; a place is called by its name, not by its number, and the price year has one path.
  let path: String
  let values: [String]
  /// The unit; empty where there is none.
  let unit: String
  /// How the values are written.
  let kind: ResolvedValue.Kind
  /// The fiscal year in whose prices an amount of a programme or partner is stated; nil for other values.
  let priceYear: Int?

  /// Whether both say the same; a default may state another unit or source.
  func says(sameAs other: Fact?) -> Bool { values == other?.values }

  /// All facts of a scenario in the order of its values.
  ///
  /// A flag that says no says nothing, except of minorities, who are then kept out.
  static func all(of loaded: LoadedScenario) -> [Fact] {
    let places = PlaceNames(loaded.scenario.population.places)
    let priceYears = PriceYears(loaded.scenario)
    var facts: [Fact] = []
    var statedYears: Set<String> = []
    for value in loaded.resolved {
      let isSilent = value.kind == .flag && value.value == "false" && !value.path.hasSuffix(".minority")
      guard !isSilent else { continue }
      let yearPath = priceYears.path(ofYear: value.path)
      let path = yearPath ?? places.named(value.path)
      let parts = path.split(separator: ".")
      // A number at the end of the path of a parameter is a year or an age, not a place in a list.
      let isEntry =
        parts.count > 1 && !path.hasPrefix(ParameterWords.prefix)
        && parts.last.map { $0.allSatisfy(\.isWholeNumber) } == true
      let list = isEntry ? parts.dropLast().joined(separator: ".") : path
      let earlier = isEntry && facts.last?.path == list ? facts.removeLast().values : []
      let values = yearPath.flatMap { priceYears.year(of: $0) }.map { ["\($0)"] } ?? earlier + [value.value]
      // That of a budget holds where a programme states another as well.
      guard yearPath == nil || statedYears.insert(list).inserted else { continue }
      facts.append(
        Fact(
          path: list, values: values, unit: value.unit, kind: value.kind,
          priceYear: value.unit.hasPrefix("PKR of ") ? priceYears.year(of: path) : nil))
    }
    return facts
  }
}
