/// A value that the command line lays over the scenario files.
public struct ScenarioOverride: Hashable, Sendable {
  /// The option as it was typed, such as `--set` or `--seed`.
  public let option: String
  /// The text that followed it.
  public let typed: String
  /// The dotted path of the key; nil where the text after `--set` has not the form `path=value`.
  public let path: String?
  /// The value as it was typed.
  public let value: String
  /// Where it stands; nil for what was typed.
  private(set) var place: Site?

  /// Whether it is passed over in a scenario whose lists have no such entry.
  var isForSomeScenarios: Bool { place != nil }

  /// Where its problems are reported.
  var site: Site { place ?? Site(origin: .commandLine(option: option), text: typed) }

  /// A value for one key, from an option of its own such as `--seed 7`.
  public init(option: String, path: String, value: String) {
    self.option = option
    typed = value
    self.path = path
    self.value = value
  }

  /// A value that a design lays over its scenarios; those whose lists have no such entry are left as they are.
  init(path: String, value: String, at place: Site) {
    self.init(option: "design", path: path, value: value)
    self.place = place
  }

  /// A value for any key, from `--set path=value`; the value is read as YAML, and another form is reported when the
  /// scenario is loaded.
  ///
  /// Entries of lists are named: `programmes.Cash transfers.budget.total=0`,
  /// `programmes.Loans.package.soft_loan.amount=40_000`, `population.places.1.households=5_000`.
  public init(set assignment: String) {
    option = "--set"
    typed = assignment
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let isWellFormed = parts.count == 2 && !parts[0].isEmpty && !parts[0].hasPrefix(".") && !parts[0].hasSuffix(".")
    path = isWellFormed ? String(parts[0]) : nil
    value = isWellFormed ? String(parts[1]) : ""
  }
}
