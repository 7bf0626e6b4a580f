internal import Scenarios

/// What is known of the values below a path of a scenario, for the notes of a text.
struct Evidence {
  private let values: [String: ResolvedValue]
  private let prefix: String

  init(_ loaded: LoadedScenario) {
    values = Dictionary(loaded.resolved.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    prefix = ""
  }

  private init(values: [String: ResolvedValue], prefix: String) {
    self.values = values
    self.prefix = prefix
  }

  /// The values below a key.
  func below(_ key: String) -> Evidence { Evidence(values: values, prefix: "\(prefix)\(key).") }

  /// The value of a key, nil where nothing states it.
  subscript(key: String) -> ResolvedValue? { values[prefix + key] }

  /// A figure, marked where the value of the key (the first of them that there is) is assumed.
  func mark(_ figure: String, _ keys: String...) -> String {
    let value = keys.compactMap { self[$0] }.first
    return value?.isAssumed == true ? figure + " (assumed)" : figure
  }

  /// An amount of money: `PKR 30,000`, `PKR 30,000 a quarter`, marked as `mark` does.
  func money(_ amount: Double, _ key: String, per unit: String? = nil) -> String {
    mark(Figures.money(amount) + (unit.map { " a \($0)" } ?? ""), key)
  }

  /// A share: `80%`, marked as `mark` does.
  func share(_ share: Double, _ key: String) -> String { mark(Figures.share(share), key) }
}
