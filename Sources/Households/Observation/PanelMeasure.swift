import Statistics

/// What the panel knows of a group: weighted sums over all waves.
struct PanelSums {
  /// By `PanelQuantity`.
  let values: [Double]
  let waves: Int
  /// The households of the group, at risk of nothing.
  let households: RiskSet

  subscript(quantity: PanelQuantity) -> Double { values[quantity.rawValue] }

  /// A part of a whole; NaN where the whole is nothing.
  func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : .nan }

  /// The same part of the persons.
  func share(_ quantity: PanelQuantity) -> Double { share(self[quantity], of: self[.persons]) }

  var components: PovertyComponents {
    let waves = Double(waves)
    return PovertyComponents(
      total: FosterGreerThorbecke(
        totalWeight: self[.persons], poorWeight: self[.poorPersons] / waves, weightedGap: self[.gapPersons] / waves,
        weightedSquaredGap: self[.squaredGapPersons] / waves),
      chronic: FosterGreerThorbecke(
        totalWeight: self[.persons], poorWeight: self[.chronicPersons], weightedGap: self[.chronicGapPersons],
        weightedSquaredGap: self[.chronicSquaredGapPersons]))
  }
}

extension HouseholdDynamics {
  /// The measures of `panel`, in order: poverty over the waves of a panel that comes once a year, the start included.
  public static let panelMeasures: [Measure] = panelDefinitions.map(\.measure)

  private static let persons = "share of persons"
  private static let line = "share of the poverty line"
  private static let square = "squared share of the poverty line"

  /// The same, and how they follow from the panel's sums.
  static let panelDefinitions: [MeasureDefinition<PanelSums>] = [
    .init("always_poor", persons, "Persons poor in all waves.") { $0.share(.alwaysPoor) },
    .init("sometimes_poor", persons, "Persons poor in some waves, but not in all.") {
      PovertySpells(totalWeight: $0[.persons], alwaysWeight: $0[.alwaysPoor], neverWeight: $0[.neverPoor]).sometimes
    },
    .init("never_poor", persons, "Persons poor in no wave.") { $0.share(.neverPoor) },
    .init("always_poor_five_waves", persons, "Persons poor in each of the first five waves.") {
      $0.waves >= PanelRecorder.wavesOfSpells ? $0.share(.alwaysPoorFive) : .nan
    },
    .init("never_poor_five_waves", persons, "Persons poor in none of the first five waves.") {
      $0.waves >= PanelRecorder.wavesOfSpells ? $0.share(.neverPoorFive) : .nan
    },
    .init("mean_headcount_ratio", persons, "Persons in poverty, mean over waves.") { $0.components.total.headcount },
    .init("chronic_headcount_ratio", persons, "Persons whose mean welfare over all waves is below the line.") {
      $0.components.chronic.headcount
    },
    .init("mean_poverty_gap", line, "Poverty gap, mean over waves; chronic and transient make it up.") {
      $0.components.total.gap
    },
    .init("chronic_poverty_gap", line, "Poverty gap of mean welfare over all waves (Jalan-Ravallion).") {
      $0.components.chronic.gap
    },
    .init("transient_poverty_gap", line, "Poverty gap that is due to welfare going up and down.") {
      $0.components.transient(ofOrder: 1)
    },
    .init("mean_poverty_severity", square, "Mean squared gap, over waves; chronic and transient make it up.") {
      $0.components.total.severity
    },
    .init("chronic_poverty_severity", square, "Squared gap of mean welfare over all waves (Jalan-Ravallion).") {
      $0.components.chronic.severity
    },
    .init("transient_poverty_severity", square, "Squared gap that is due to welfare going up and down.") {
      $0.components.transient(ofOrder: 2)
    },
    .init("transient_share", "share of mean_poverty_severity", "The transient part of the squared gap.") {
      $0.share($0.components.transient(ofOrder: 2), of: $0.components.total.severity)
    },
    .init("poverty_entry", "share of persons not poor a year before", "Persons that have become poor within a year.") {
      $0.share($0[.enteredPoverty], of: $0[.enteredPoverty] + $0[.stayedOut])
    },
    .init("poverty_exit", "share of persons poor a year before", "Persons that are no longer poor after a year.") {
      $0.share($0[.leftPoverty], of: $0[.leftPoverty] + $0[.stayedPoor])
    },
    .init(
      "poverty_entry_three_years", "share of persons not poor three years before",
      "Persons that are poor and were not three years before."
    ) {
      $0.share($0[.enteredPovertyThreeYears], of: $0[.enteredPovertyThreeYears] + $0[.stayedOutThreeYears])
    },
    .init(
      "poverty_exit_three_years", "share of persons poor three years before",
      "Persons that are not poor and were three years before."
    ) {
      $0.share($0[.leftPovertyThreeYears], of: $0[.leftPovertyThreeYears] + $0[.stayedPoorThreeYears])
    },
    .init(
      "households_per_simulated", "real households", "What one simulated household stands for, as far as errors go."
    ) {
      $0.households.meanWeight
    },
  ]
}
