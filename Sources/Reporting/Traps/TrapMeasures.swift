internal import Experiments
internal import Households

extension TrapQuantity.SetQuantity {
  /// Its name, unit and meaning in outputs.
  var measure: Measure {
    switch self {
    case .shareInTheRun:
      Measure(
        name: "share_in_the_run", unit: "share of household-quarters",
        summary: "How much of the run was spent in the set, of the household-quarters in the states kept.")
    case .shareInTheLongRun:
      Measure(
        name: "share_in_the_long_run", unit: "share of households",
        summary: "How many are in the set when shares no longer change, of the households in the states kept.")
    case .insideAfterAYear:
      Measure(
        name: "inside_after_a_year", unit: "share of its households",
        summary: "How many that are found in it are in it four quarters later.")
    case .quartersOfStay:
      Measure(
        name: "quarters_of_stay", unit: "quarters",
        summary: "Mean time that a household found in it stays before it first leaves.")
    case .quartersToExit:
      Measure(
        name: "quarters_to_exit_from_it", unit: "quarters",
        summary: """
          Mean time until a durable exit from its states that are not out of dependency, of those who make one in the \
          end; empty where nobody does.
          """)
    }
  }
}

extension TrapQuantity {
  /// The numbers of a scenario as a whole.
  static let ofScenario: [TrapQuantity] =
    [.quartersToExit, .deviationOfQuartersToExit] + horizons.map { .exitWithin(quarters: $0) }
    + [.exitEver, .outInTheLongRun, .halfLife]

  /// The name, unit and meaning of a number of a scenario as a whole or of a door.
  var measure: Measure {
    switch self {
    case .quartersToExit:
      Measure(
        name: "quarters_to_exit", unit: "quarters",
        summary: """
          Mean time until a durable exit, for those of the first scenario's households not out of dependency in the run \
          who make one in the end.
          """)
    case .deviationOfQuartersToExit:
      Measure(
        name: "deviation_of_quarters_to_exit", unit: "quarters",
        summary: "Standard deviation between households of that time.")
    case .exitWithin(let quarters):
      Measure(
        name: "exit_within_\(quarters / 4)_year\(quarters == 4 ? "" : "s")", unit: "share of households",
        summary: "Chance of a durable exit within \(quarters) quarters, for all of the same households.")
    case .exitEver:
      Measure(
        name: "exit_ever", unit: "share of households",
        summary: "Chance of ever making a durable exit, for all of the same households.")
    case .outInTheLongRun:
      Measure(
        name: "out_in_the_long_run", unit: "share of households",
        summary: "Households out of dependency when shares no longer change, of the households in the states kept.")
    case .halfLife:
      Measure(
        name: "half_life", unit: "quarters",
        summary: "Time in which what lasts longest of a shift halves in the end; most shifts fade sooner.")
    case .set(_, _, let quantity): quantity.measure
    case .opening:
      Measure(
        name: "change_if_a_tenth_likelier", unit: "share of the mean time",
        summary: "Change of the mean time until a durable exit when the move becomes a tenth likelier.")
    }
  }
}
