internal import Charts
internal import Notation

/// The answer of a sensitivity analysis: which unsure numbers move the results.
struct SensitivityAnswer {
  let sentences: [String]

  init(_ source: ResultSource) throws {
    let assumed = AssumedValues(source.facts)
    let certainty = """
      Every point was run \(counted(source.results.replications, "time")); of the \(assumed.values.count) of \
      \(assumed.total) values that are assumed, those that the design does not vary are taken as they are.
      """
    let found = try Influence.allCases.lazy.compactMap { influence in
      try source.results.table(influence.file, [:]).map { (influence, $0.rows()) }
    }.first { !$0.1.isEmpty }
    // What scenarios change is asked before what they are like; the design names its measures by weight.
    guard let (influence, rows) = found, let first = rows.first(where: { $0["of"] == "difference" }) ?? rows.first
    else {
      sentences = [
        "A sweep has one answer for each of its points: see summary.csv and design.csv.", certainty,
      ]
      return
    }
    let bars = rows.filter { row in Influence.quantity.allSatisfy { row[$0] == first[$0] } }
      .sorted { $0.number(influence.value).magnitude > $1.number(influence.value).magnitude }
    let (sure, unsure) = (bars.filter(influence.isSure), bars.filter { !influence.isSure($0) })
    let quantity = Influence.words(first)
    let strongest = sure.prefix(3).map { "\($0["variable"]) (\(influence.text($0)))" }.joined(separator: ", ")
    sentences =
      [
        sure.isEmpty
          ? "None of \(counted(bars.count, "variable")) can be told to move \(quantity)."
          : "What moves \(quantity) most: \(strongest), by \(influence.words).",
        unsure.isEmpty || sure.isEmpty
          ? nil
          : "\(counted(unsure.count, "variable")) of \(bars.count) cannot be told to move it at all: "
            + "\(Wording.list(unsure.map { $0["variable"] })).",
      ].compactMap(\.self) + [certainty]
  }
}

/// How the influence of a variable is measured.
private enum Influence: CaseIterable {
  case swing, variance, effect

  /// The columns that name a quantity.
  static let quantity = ["scenario", "measure", "of"]

  /// A quantity in words.
  static func words(_ row: DataTable.Row) -> String {
    let measure = Wording.words(row["measure"])
    return row["of"] == "difference"
      ? "the difference that \(Wording.name(row["scenario"])) makes to \(measure)"
      : "\(measure) in \(Wording.name(row["scenario"]))"
  }

  var file: String {
    switch self {
    case .swing: "tornado.csv"
    case .variance: "indices.csv"
    case .effect: "elementary_effects.csv"
    }
  }

  var value: String {
    switch self {
    case .swing: "swing"
    case .variance: "total"
    case .effect: "mu_star"
    }
  }

  /// What the numbers are.
  var words: String {
    switch self {
    case .swing: "the swing from its low to its high value, all others as usual"
    case .variance: "total shares of variance (Sobol' indices)"
    case .effect: "the mean size of its elementary effects"
    }
  }

  /// Whether chance alone does not make the influence.
  func isSure(_ row: DataTable.Row) -> Bool {
    row.number(value + "_low") > 0 || row.number(value + "_high") < 0
  }

  /// The influence with its interval.
  func text(_ row: DataTable.Row) -> String {
    let numbers = [value, value + "_low", value + "_high"].map { row.number($0) }
    switch self {
    case .variance:
      let shares = numbers.map { ReadableNumber.text(100 * $0, decimals: 0) }
      return "\(shares[0])%, \(shares[1]) to \(shares[2])"
    case .swing, .effect:
      let unit = DisplayUnit(measure: row["measure"], unit: row["unit"])
      return "\(unit.difference(numbers[0])), \(unit.differenceInterval(numbers[1], numbers[2]))"
    }
  }
}
