internal import Scenarios

/// The facts of two scenarios side by side.
struct FactComparison {
  /// What only one of them says, or both say differently.
  struct Change: Hashable {
    /// What A says; nil where it says nothing.
    let first: Fact?
    /// What B says; nil where it says nothing.
    let second: Fact?
    let path: String
  }

  /// Scenario A.
  let first: LoadedScenario
  /// Scenario B.
  let second: LoadedScenario
  /// What differs, in the order of B; what only A says comes last.
  let changes: [Change]

  init(_ first: LoadedScenario, _ second: LoadedScenario) {
    self.first = first
    self.second = second
    let (old, new) = (Fact.all(of: first), Fact.all(of: second))
    let oldByPath = Dictionary(old.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let newPaths = Set(new.map(\.path))
    changes =
      new.filter { !$0.says(sameAs: oldByPath[$0.path]) }
      .map { Change(first: oldByPath[$0.path], second: $0, path: $0.path) }
      + old.filter { !newPaths.contains($0.path) }.map { Change(first: $0, second: nil, path: $0.path) }
  }

  /// The changes of things with names, which stand below a path.
  func named(_ names: (LoadedScenario) -> [String], below prefix: String) -> [NamedChanges] {
    NamedChanges.all(names(first), names(second), changes, below: prefix)
  }
}

extension FactComparison.Change {
  /// One sentence: what it is in B instead of A.
  ///
  /// The key is that of `KeyWords`; the owner, such as `soft loan`, is nil for the thing that the heading names.
  func statement(_ key: String, of owner: String? = nil) -> ScenarioDifference.Statement {
    let text = (owner.map { "\($0): " } ?? "") + text(key)
    return ScenarioDifference.Statement(text: Words.sentence(text), paths: [path])
  }

  private func text(_ key: String) -> String {
    if let verb = KeyWords.verb(key) { return second == nil ? "A \(verb), B does not" : "B \(verb), A does not" }
    let subject = KeyWords.subject(key) ?? Words.plain(key)
    guard let second else {
      return "\(subject) is not stated in B" + (first.map { "; in A it is \(FactWords.value($0, key: key))" } ?? "")
    }
    guard let first else { return "\(subject) is \(FactWords.value(second, key: key)); A does not state it" }
    return "\(subject) is \(FactWords.instead(second, of: first, key: key))"
  }
}
