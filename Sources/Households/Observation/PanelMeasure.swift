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

/// The measures of the panel and how they follow from its sums.
enum PanelMeasure {
  struct Definition: Sendable {
    let measure: Measure
    let value: @Sendable (PanelSums) -> Double
  }

  private static let persons = "share of persons"
  private static let line = "share of the poverty line"
  private static let square = "squared share of the poverty line"

  /// All measures, in the order of outputs.
  static let definitions: [Definition] = [
    of("always_poor", persons, "Persons poor in all waves.") { $0.share(.alwaysPoor) },
    of("sometimes_poor", persons, "Persons poor in some waves, but not in all.") {
      PovertySpells(totalWeight: $0[.persons], alwaysWeight: $0[.alwaysPoor], neverWeight: $0[.neverPoor]).sometimes
    },
    of("never_poor", persons, "Persons poor in no wave.") { $0.share(.neverPoor) },
    of("always_poor_five_waves", persons, "Persons poor in each of the first five waves.") {
      $0.waves >= PanelRecorder.wavesOfSpells ? $0.share(.alwaysPoorFive) : .nan
    },
    of("never_poor_five_waves", persons, "Persons poor in none of the first five waves.") {
      $0.waves >= PanelRecorder.wavesOfSpells ? $0.share(.neverPoorFive) : .nan
    },
    of("mean_headcount_ratio", persons, "Persons in poverty, mean over waves.") { $0.components.total.headcount },
    of("chronic_headcount_ratio", persons, "Persons whose mean welfare over all waves is below the line.") {
      $0.components.chronic.headcount
    },
    of("mean_poverty_gap", line, "Poverty gap, mean over waves; chronic and transient make it up.") {
      $0.components.total.gap
    },
    of("chronic_poverty_gap", line, "Poverty gap of mean welfare over all waves (Jalan-Ravallion).") {
      $0.components.chronic.gap
    },
    of("transient_poverty_gap", line, "Poverty gap that is due to welfare going up and down.") {
      $0.components.transient(ofOrder: 1)
    },
    of("mean_poverty_severity", square, "Mean squared gap, over waves; chronic and transient make it up.") {
      $0.components.total.severity
    },
    of("chronic_poverty_severity", square, "Squared gap of mean welfare over all waves (Jalan-Ravallion).") {
      $0.components.chronic.severity
    },
    of("transient_poverty_severity", square, "Squared gap that is due to welfare going up and down.") {
      $0.components.transient(ofOrder: 2)
    },
    of("transient_share", "share of mean_poverty_severity", "The transient part of the squared gap.") {
      $0.share($0.components.transient(ofOrder: 2), of: $0.components.total.severity)
    },
    of("poverty_entry", "share of persons not poor a year before", "Persons that have become poor within a year.") {
      $0.share($0[.enteredPoverty], of: $0[.enteredPoverty] + $0[.stayedOut])
    },
    of("poverty_exit", "share of persons poor a year before", "Persons that are no longer poor after a year.") {
      $0.share($0[.leftPoverty], of: $0[.leftPoverty] + $0[.stayedPoor])
    },
    of(
      "poverty_entry_three_years", "share of persons not poor three years before",
      "Persons that are poor and were not three years before."
    ) {
      $0.share($0[.enteredPovertyThreeYears], of: $0[.enteredPovertyThreeYears] + $0[.stayedOutThreeYears])
    },
    of(
      "poverty_exit_three_years", "share of persons poor three years before",
      "Persons that are not poor and were three years before."
    ) {
      $0.share($0[.leftPovertyThreeYears], of: $0[.leftPovertyThreeYears] + $0[.stayedPoorThreeYears])
    },
    of("households_per_simulated", "real households", "What one simulated household stands for, as far as errors go.") {
      $0.households.meanWeight
    },
  ]

  private static func of(
    _ name: String, _ unit: String, _ summary: String, _ value: @escaping @Sendable (PanelSums) -> Double
  ) -> Definition {
    Definition(measure: Measure(name: name, unit: unit, summary: summary), value: value)
  }
}

extension HouseholdDynamics {
  /// The measures of `panel`, in order: poverty over the waves of a panel that comes once a year, the start included.
  public static let panelMeasures: [Measure] = PanelMeasure.definitions.map(\.measure)
}
