internal import Charts
internal import Designs
internal import Experiments
internal import Notation
internal import Reporting

/// A measure of a scenario, or its difference from the baseline, with the variables that move it.
struct InfluencedQuantity {
  /// The variables, in the order of the design.
  let variables: [String]
  /// The rows of those that move it beyond doubt, the strongest first.
  let sure: [VariableEffect]
  /// The quantity in words.
  let name: String

  /// The quantities of a table, in its order, each with its variables.
  static func all(
    of rows: [VariableEffect], _ influence: Influence, uncertainty: [UncertaintyRow], replications: Int
  ) -> [InfluencedQuantity] {
    rows.map(\.quantity).firstAppearances.map { quantity in
      let spread = uncertainty.first { $0.quantity == quantity }?.uncertainty ?? SweepUncertainty()
      return InfluencedQuantity(
        quantity, rows.filter { $0.quantity == quantity },
        ofChance: influence.ofChance(spread, replications: replications))
    }
  }

  private init(_ quantity: QuantityName, _ rows: [VariableEffect], ofChance: Double) {
    variables = rows.map(\.variable)
    sure = rows.filter { $0.size.lower > ofChance || $0.size.upper < -ofChance }
      .sorted { $0.size.value.magnitude > $1.size.value.magnitude }
    let (measure, scenario) = (Wording.words(quantity.measure), Wording.name(quantity.scenario))
    name =
      quantity.of == .difference
      ? "the difference that \(scenario) makes to \(measure)" : "\(measure) in \(scenario)"
  }

  /// The variables that move it most, so many at most; there is one.
  func clause(most: Int, _ influence: Influence) -> String {
    let strongest = sure.prefix(most).map { "\(Wording.name($0.variable)) (\(influence.text($0)))" }
    return "what moves \(name) most is \(strongest.joined(separator: ", then "))"
  }
}
