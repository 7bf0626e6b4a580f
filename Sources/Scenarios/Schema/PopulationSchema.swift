import Households

/// The keys of `population`.
enum PopulationSchema {
  private static let settlementTypes = SettlementType.allCases.map(\.rawValue)

  /// Who is simulated.
  static let population = Record(fields: [
    Field(
      "households", .whole(1...100_000_000), unit: "households",
      "how many are simulated; without it, one for each real household"),
    Field(
      "official_headcount", .record(bySettlementType(.share, unit: "share of persons")),
      "the poverty rates that the burn-in must end with"),
    Field(
      "consumption_scale", .record(bySettlementType(.positive, unit: "ratio")),
      "the factor on surveyed consumption; without it, that of official_headcount"),
    Field(
      "places", .list(of: .record(place), atLeast: 1, atMost: 2_000, noun: "places"), .required,
      "the parts of districts that are simulated"),
  ])

  private static let place = Record(fields: [
    Field("district", .text, .required, "the district"),
    Field("tehsil", .text, .required, "the tehsil"),
    Field("settlement_type", .choice(settlementTypes), .required, "rural or urban"),
    Field("households", .number(.positive), .required, unit: "households", "real households of the place"),
    Field("union_councils", .whole(1...100_000), unit: "union councils", "how many; without it, by the usual size"),
    Field("survey", .record(survey), .required, "the survey rows that populate the place"),
  ])

  private static let survey = Record(fields: [
    Field("province", .text, .required, "the province as the survey spells it"),
    Field("region", .choice(settlementTypes), .required, "rural or urban rows"),
  ])

  private static func bySettlementType(_ bounds: Bounds, unit: String) -> Record {
    Record(fields: settlementTypes.map { Field($0, .number(bounds), unit: unit, "value of \($0) places") })
  }
}
