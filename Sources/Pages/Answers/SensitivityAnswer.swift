internal import Charts
internal import Notation
internal import Reporting

/// The answer of a sensitivity analysis: which unsure numbers move the results.
///
/// It speaks of each measure of each scenario that the design names: what does not move one may move another.
struct SensitivityAnswer {
  let sentences: [String]

  init(_ source: ResultSource) throws {
    let assumed = AssumedValues(source.simulation.scenarios)
    let certainty = """
      Every point was run \(ReadableNumber.count(source.results.replications, "time")); of the \
      \(assumed.values.count) of \(assumed.total) values that are assumed, those that the design does not \
      vary are taken as they are.
      """
    let found = try Influence.allCases.map { ($0, try $0.effects(in: source.results)) }.first { !$0.1.isEmpty }
    guard let (influence, rows) = found else {
      sentences = [
        "A sweep has one answer for each of its points: see summary.csv and design.csv.", certainty,
      ]
      return
    }
    // What scenarios change is asked before what they are like.
    let differences = rows.filter { $0.quantity.of == .difference }
    let quantities = InfluencedQuantity.all(
      of: differences.isEmpty ? rows : differences, influence,
      uncertainty: try source.results.rows(of: UncertaintyRow.self),
      replications: source.results.replications)
    sentences = [Self.strongest(quantities, influence, source.results), Self.weakest(quantities), certainty]
      .compactMap(\.self)
  }

  /// What moves each quantity most.
  private static func strongest(
    _ quantities: [InfluencedQuantity], _ influence: Influence, _ results: ResultSet
  ) -> String {
    let named = quantities.count > Self.few ? 1 : 3
    let unmoved = quantities.filter(\.sure.isEmpty)
    let none = unmoved.first.map { first in
      "none of \(ReadableNumber.count(first.variables.count, "variable")) can be told to move \(Self.list(unmoved))"
    }
    let clauses =
      quantities.filter { !$0.sure.isEmpty }.map { $0.clause(most: named, influence) } + [none].compactMap(\.self)
    let sentence = "By \(influence.words), \(clauses.joined(separator: "; "))."
    return influence.isOverReplications ? results.weighed(sentence) : sentence
  }

  /// Results up to which several variables are named for each.
  private static let few = 4

  private static func list(_ quantities: [InfluencedQuantity]) -> String {
    quantities.dropLast().map { $0.name + ", " }.joined() + (quantities.count > 1 ? "or " : "")
      + quantities[quantities.count - 1].name
  }

  /// Variables that cannot be told to move any of the quantities; nil where each moves one, or none does.
  private static func weakest(_ quantities: [InfluencedQuantity]) -> String? {
    let variables = quantities[0].variables
    let idle = variables.filter { name in !quantities.contains { $0.sure.contains { $0.variable == name } } }
    guard !idle.isEmpty, idle.count < variables.count else { return nil }
    let what = quantities.count == 1 ? "it" : "any of these \(quantities.count) results"
    return "\(ReadableNumber.count(idle.count, "variable")) of \(variables.count) cannot be told to move \(what): "
      + "\(Wording.list(idle))."
  }
}
