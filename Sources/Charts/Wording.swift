internal import Foundation
internal import Notation
internal import Statistics

extension ResultSet {
  /// The simulated time in words, such as `10 years`.
  package var span: String { Wording.span(quarters: quarters) }

  /// A verdict, which ends with a full stop; where there are too few replications for it, its last clause says so.
  package func weighed(_ verdict: String) -> String {
    guard !hasEnoughReplications else { return verdict }
    return verdict.dropLast() + "; with \(ReadableNumber.count(replications, "replication")) this is no evidence."
  }

  /// The scenarios that are compared with the first.
  var alternatives: [String] { isComparison ? Array(scenarios.dropFirst()) : [] }
}

extension DisplayUnit {
  /// A level with its unit, such as `30.25%`.
  func phrase(_ value: Double) -> String { text(value) + Self.suffix(of: label) }

  /// A difference with its sign and unit, such as `-0.602 points`.
  func differencePhrase(_ value: Double) -> String { difference(value) + Self.suffix(of: differenceLabel) }

  private static func suffix(of label: String) -> String {
    guard let comma = label.lastIndex(of: ",") else { return "" }
    let unit = label[label.index(comma, offsetBy: 2)...]
    return unit == "%" ? "%" : " " + unit
  }

  /// A number of the output files in the unit shown, as rows hold it.
  func shown(_ value: Double) -> JSONValue { Encodings.rounded(value * factor) }
}

extension Verdict {
  /// All of them as sentences call them, in their order.
  static let inWords: [(words: String, verdict: Verdict)] = [
    ("higher", .higher), ("lower", .lower), ("not told apart", .undecided), ("exactly equal", .equal),
    ("without an interval", .unknown),
  ]
}

/// Words that sentences about charts share.
package enum Wording {
  /// A time in words, such as `10 years`, or `39 quarters`.
  package static func span(quarters: Int) -> String {
    quarters % 4 == 0 ? ReadableNumber.count(quarters / 4, "year") : ReadableNumber.count(quarters, "quarter")
  }

  /// The name of a scenario in a sentence: in quotation marks where it holds a comma.
  package static func name(_ scenario: String) -> String { scenario.contains(",") ? "“\(scenario)”" : scenario }

  /// Names in a row: `A, B and C`.
  package static func list(_ names: [String]) -> String {
    let names = names.map(name)
    guard names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  /// What is found in which scenarios: `higher in A and B, and lower in C`; what is found in none is left out, and what
  /// is found in all `others` that are compared with the baseline is told at once.
  static func findings(_ findings: [(words: String, names: [String])], others: Int) -> String {
    let clauses = findings.filter { !$0.names.isEmpty }.map { words, names in
      guard names.count == others, names.count > 2 else { return "\(words) in \(list(names))" }
      return "\(words) in " + (words.contains("not ") ? "any of the" : "all") + " \(names.count) others"
    }
    return series(clauses)
  }

  /// Clauses in a row: `higher in A, lower in B, and the same in C`.
  static func series(_ clauses: [String]) -> String {
    clauses.count < 2
      ? clauses.joined() : clauses.dropLast().joined(separator: ", ") + ", and " + (clauses.last ?? "")
  }

  /// A measure of the output files as the subject of a sentence, such as `the number of durable exits`.
  static func subject(measure: String) -> String {
    switch measure {
    case "out_of_dependency": "the share of households out of dependency"
    case "durable_exits": "the number of durable exits"
    case "organised": "the share of households organised"
    case "unmet_need": "the share of households that are poor by the scorecard and that nobody serves"
    default: "the " + words(measure)
    }
  }

  /// A text cut between its clauses where it is too long to be listened to.
  static func capped(_ text: String) -> String {
    let limit = 400
    guard text.count > limit else { return text }
    let start = text.prefix(limit)
    let cut = start.range(of: "; ", options: .backwards) ?? start.range(of: ", ", options: .backwards)
    return start[..<(cut?.lowerBound ?? start.endIndex)] + "; the other numbers are in the table."
  }

  /// The words of a name in the output files, such as `self reliant`.
  package static func words(_ name: String) -> String { name.replacing("_", with: " ") }

  /// An interval in brackets, or that there is none: `-` stands for none.
  static func interval(_ text: String) -> String {
    text == "-" ? "(no interval)" : "(95% interval \(text))"
  }

  /// An interval in brackets, such as `(95% interval 1.2 to 3.4)`, or that there is none, where an end is NaN; ends are
  /// multiplied by a factor, such as 100 for percentages.
  static func interval(_ low: Double, _ high: Double, factor: Double = 1, decimals: Int) -> String {
    let isKnown = low.isFinite && high.isFinite
    return interval(isKnown ? ReadableNumber.range(low * factor, high * factor, decimals: decimals) : "-")
  }
}
