internal import Experiments
internal import Households

extension TrapQuantity.SetQuantity {
  /// Its name, unit and meaning in outputs.
  var measure: (name: String, unit: String, summary: String) {
    switch self {
    case .shareInTheRun:
      (
        "share_in_the_run", "share of household-quarters",
        "How much of the run was spent in the set, of the household-quarters in the states kept."
      )
    case .shareInTheLongRun:
      (
        "share_in_the_long_run", "share of households",
        "How many are in the set when shares no longer change, of the households in the states kept."
      )
    case .insideAfterAYear:
      ("inside_after_a_year", "share of its households", "How many that are found in it are in it four quarters later.")
    case .quartersOfStay:
      ("quarters_of_stay", "quarters", "Mean time that a household found in it stays before it first leaves.")
    case .quartersToExit:
      (
        "quarters_to_exit_from_it", "quarters",
        """
        Mean time until a durable exit from its states that are not out of dependency, of those who make one in the end; \
        empty where nobody does.
        """
      )
    }
  }
}

extension TrapQuantity {
  /// The numbers of a scenario as a whole.
  static let ofScenario: [TrapQuantity] =
    [.quartersToExit, .deviationOfQuartersToExit] + horizons.map { .exitWithin(quarters: $0) }
    + [.exitEver, .outInTheLongRun, .halfLife]

  /// The name, unit and meaning of a number of a scenario as a whole or of a door.
  var measure: (name: String, unit: String, summary: String) {
    switch self {
    case .quartersToExit:
      (
        "quarters_to_exit", "quarters",
        """
        Mean time until a durable exit, for those of the first scenario's households not out of dependency in the run who \
        make one in the end.
        """
      )
    case .deviationOfQuartersToExit:
      ("deviation_of_quarters_to_exit", "quarters", "Standard deviation between households of that time.")
    case .exitWithin(let quarters):
      (
        "exit_within_\(quarters / 4)_year\(quarters == 4 ? "" : "s")", "share of households",
        "Chance of a durable exit within \(quarters) quarters, for all of the same households."
      )
    case .exitEver:
      ("exit_ever", "share of households", "Chance of ever making a durable exit, for all of the same households.")
    case .outInTheLongRun:
      (
        "out_in_the_long_run", "share of households",
        "Households out of dependency when shares no longer change, of the households in the states kept."
      )
    case .halfLife:
      (
        "half_life", "quarters",
        "Time in which what lasts longest of a shift halves in the end; most shifts fade sooner."
      )
    case .set(_, _, let quantity): quantity.measure
    case .opening:
      (
        "change_if_a_tenth_likelier", "share of the mean time",
        "Change of the mean time until a durable exit when the move becomes a tenth likelier."
      )
    }
  }
}
