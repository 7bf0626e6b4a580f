internal import Households
internal import Notation
internal import Scenarios

/// The sources of a scenario's values, numbered in the order in which they are listed.
struct References {
  /// What is cited, without repetition: what the scenario files list, then the sources of single values.
  let list: [String]
  private let numbers: [String: Int]

  init(_ loaded: LoadedScenario) {
    list = (loaded.references + loaded.resolved.map(\.source).filter(Self.isCitation)).firstAppearances
    numbers = Dictionary(uniqueKeysWithValues: zip(list, 1...))
  }

  /// The source of a value as a table shows it: the number of a reference, or what else is said of it.
  func note(on value: ResolvedValue) -> String {
    // Settings of a run are choices; the numbers of the rules are facts, or should be.
    guard !value.source.isEmpty || !value.path.hasPrefix(ParameterWords.prefix) else { return "not stated" }
    let number = Self.isCitation(value.source) ? numbers[value.source] : nil
    let source = number.map { "[\($0)]" } ?? value.source.escaped
    guard let interval = value.interval else { return source }
    let ends = [interval.lowerBound, interval.upperBound].map(Figures.number)
    return "\(source), 95% interval \(ends[0]) to \(ends[1])"
  }

  /// Whether a source names something that can be read elsewhere.
  private static func isCitation(_ source: String) -> Bool {
    !source.isEmpty && !Source.isAssumed(source) && !ownNotes.contains(source)
  }

  /// What the model says of its own numbers where it cites nobody.
  private static let ownNotes = Set(
    Parameters.catalogue.map(\.source).filter { ["model", "nobody "].contains(where: $0.hasPrefix) }
      + Mechanism.allCases.map { "without \($0.rawValue)" })
}
