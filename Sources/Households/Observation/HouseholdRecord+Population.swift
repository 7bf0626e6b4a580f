import Simulation

extension HouseholdRecord {
  /// The columns of the microdata file after scenario, replication and quarter.
  public static let columns: [Column] = [
    Column(name: "household", type: "integer", unit: "", summary: "Id, the same in every scenario of a replication."),
    Column(name: "weight", type: "number", unit: "real households", summary: "Households it stands for."),
    Column(name: "district", type: "string", unit: "", summary: "District."),
    Column(name: "tehsil", type: "string", unit: "", summary: "Tehsil."),
    Column(name: "union_council", type: "string", unit: "", summary: "Union council."),
    Column(name: "settlement", type: "integer", unit: "", summary: "Village or mohalla."),
    Column(name: "settlement_type", type: "string", unit: "", summary: "rural or urban."),
    Column(name: "persons", type: "integer", unit: "persons", summary: "Members."),
    Column(name: "adult_equivalents", type: "number", unit: "adults", summary: "Official scale."),
    Column(name: "workers", type: "integer", unit: "persons", summary: "Members who work."),
    Column(name: "dependants", type: "integer", unit: "persons", summary: "Members under 18 or over 64."),
    Column(name: "female_head", type: "integer", unit: "0 or 1", summary: "Headed by a woman."),
    Column(name: "head_literate", type: "integer", unit: "0 or 1", summary: "The head reads."),
    Column(name: "minority", type: "integer", unit: "0 or 1", summary: "Minority household."),
    Column(name: "k", type: "number", unit: "PKR thousand of 2015-16", summary: "Productive assets."),
    Column(name: "debt", type: "number", unit: "PKR thousand of 2015-16", summary: "Debt to the patron."),
    Column(name: "savings", type: "number", unit: "PKR thousand of 2015-16", summary: "Savings."),
    Column(name: "soft_loan", type: "number", unit: "PKR thousand of 2015-16", summary: "Soft loan outstanding."),
    Column(
      name: "consumption", type: "number", unit: "PKR thousand of 2015-16 per quarter",
      summary: "Consumption at the prices paid."),
    Column(
      name: "welfare", type: "number", unit: "consumption / need", summary: "Consumption at market prices over need."),
    Column(name: "E", type: "integer", unit: "level 0-3", summary: "Economic level."),
    Column(name: "S", type: "integer", unit: "level 0-3", summary: "Social level."),
    Column(name: "P", type: "integer", unit: "level 0-3", summary: "Political level."),
    Column(name: "skill", type: "integer", unit: "level 0-3", summary: "Skill."),
    Column(name: "awareness", type: "number", unit: "0-1", summary: "Stock of awareness."),
    Column(name: "coaching", type: "number", unit: "0-1", summary: "Stock of coaching."),
    Column(name: "score", type: "number", unit: "points", summary: "Scorecard points."),
    Column(name: "programmes", type: "string", unit: "", summary: "Programmes received so far, divided by `; `."),
  ]

  init(_ population: Population, household: Int, settlement: Int, quarter: Int, povertyLine: Double, programmes: String)
  {
    let geography = population.geography
    let council = geography.unionCouncilOfSettlement[settlement]
    let placeIndex = geography.placeOfUnionCouncil[council]
    let place = geography.places[placeIndex]
    let traits = population.traits[household]
    let state = population.state[household]
    func flag(_ trait: Traits) -> Cell { .whole(traits.contains(trait) ? 1 : 0) }
    self.init(
      quarter: quarter,
      cells: [
        .whole(household), .real(geography.weights[placeIndex]), .text(place.district), .text(place.tehsil),
        .text(geography.unionCouncilNames[council]), .whole(settlement), .text(place.settlementType.rawValue),
        .whole(Int(population.persons[household])),
        .real((population.need[household] / povertyLine * 1000).rounded() / 1000),
        .whole(Int(population.workers[household])), .whole(Int(population.dependants[household])),
        flag(.femaleHead), flag(.headLiterate), flag(.minority),
        .real(population.assets[household]), .real(population.debt[household]), .real(population.savings[household]),
        .real(population.loan[household]), .real(population.consumption[household]),
        .single(population.welfare[household]), .whole(state.economic), .whole(state.social),
        .whole(state.political), .whole(Int(population.skill[household])),
        .single(population.awareness[household]), .single(population.coaching[household]),
        .single(population.score[household]), .text(programmes),
      ])
  }
}
