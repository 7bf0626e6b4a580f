import Households

/// Makes the model's scenario of checked values; only called when no error was reported.
struct ScenarioBuilder {
  /// The model's numbers, with those that the scenario gives.
  static func parameters(of scenario: CheckedRecord) -> Parameters {
    var parameters = Parameters()
    guard let given = scenario["parameters"]?.record else { return parameters }
    for definition in Parameters.catalogue {
      var record: CheckedRecord? = given
      var value: CheckedValue?
      for key in definition.path.split(separator: ".") {
        value = record?[String(key)]
        record = value?.record
      }
      if let number = value?.number { definition.set(number, in: &parameters) }
    }
    return parameters
  }

  static func build(_ scenario: CheckedRecord, parameters: Parameters) -> Scenario {
    var result = Scenario(
      name: scenario.required("name", \.text), start: scenario.required("start", \.quarter),
      years: scenario.required("years", \.whole), replications: scenario.required("replications", \.whole),
      seed: UInt64(scenario.required("seed", \.whole)), regime: scenario.requiredChoice("regime", Regime.self),
      population: population(scenario.required("population", \.record)), parameters: parameters,
      programmes: scenario.records("programmes").map(ProgrammeBuilder.build))
    result.partners = scenario.records("partners").map(ProgrammeBuilder.partner)
    result.coordination = scenario["coordination"]?.text.flatMap(Coordination.init)
    return result
  }

  private static func population(_ population: CheckedRecord) -> PopulationSpecification {
    PopulationSpecification(
      simulatedHouseholds: population["households"]?.whole,
      places: population.records("places").map(place),
      officialHeadcount: bySettlementType(population["official_headcount"]?.record),
      consumptionScale: bySettlementType(population["consumption_scale"]?.record))
  }

  private static func place(_ place: CheckedRecord) -> Place {
    let survey = place.required("survey", \.record)
    return Place(
      district: place.required("district", \.text), tehsil: place.required("tehsil", \.text),
      settlementType: place.requiredChoice("settlement_type", SettlementType.self),
      households: place.required("households", \.number), unionCouncils: place["union_councils"]?.whole,
      stratum: Stratum(
        province: survey.required("province", \.text), region: survey.requiredChoice("region", SettlementType.self)))
  }

  private static func bySettlementType(_ record: CheckedRecord?) -> [SettlementType: Double] {
    var result: [SettlementType: Double] = [:]
    for type in SettlementType.allCases { result[type] = record?[type.rawValue]?.number }
    return result
  }
}
