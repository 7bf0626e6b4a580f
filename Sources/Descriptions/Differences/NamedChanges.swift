internal import Scenarios

/// The changes of one named thing: a place, a partner, a programme, an item of a package.
struct NamedChanges {
  let name: String
  /// Its changes, with their paths below it.
  let members: [(key: String, change: FactComparison.Change)]
  /// Which scenarios have it.
  let owner: Owner

  enum Owner {
    case first, second, both
  }

  /// The dotted paths of its changes.
  var paths: [String] { members.map(\.change.path) }

  /// The things that differ, with their changes: those of B in its order, then those that only A has.
  static func all(
    _ first: [String], _ second: [String], _ changes: [FactComparison.Change], below prefix: String
  ) -> [NamedChanges] {
    let (inFirst, inSecond) = (Set(first), Set(second))
    let names = second + first.filter { !inSecond.contains($0) }
    let paths = PathNames(names, below: prefix)
    var members: [String: [(key: String, change: FactComparison.Change)]] = [:]
    for change in changes {
      guard let path = paths.find(change.path) else { continue }
      members[path.name, default: []].append((path.key, change))
    }
    return names.compactMap { name in
      guard let own = members[name] else { return nil }
      let owner: Owner = !inFirst.contains(name) ? .second : inSecond.contains(name) ? .both : .first
      return NamedChanges(name: name, members: own, owner: owner)
    }
  }

  /// The statements on it: one on each change of what both scenarios have, one on the whole of what only one has.
  ///
  /// The text on the whole begins with what B does, and is of the scenario that has it.
  func statements(
    in comparison: FactComparison, of label: String,
    verbs: (adds: String, leavesOut: String) = ("B adds", "B leaves out"),
    _ text: (_ verb: String, _ loaded: LoadedScenario) -> String
  ) -> [ScenarioDifference.Statement] {
    switch owner {
    case .both: members.map { $0.change.statement($0.key, of: label) }
    case .second: [ScenarioDifference.Statement(text: text(verbs.adds, comparison.second), paths: paths)]
    case .first: [ScenarioDifference.Statement(text: text(verbs.leavesOut, comparison.first), paths: paths)]
    }
  }

  /// That things which both scenarios have stand in another order; empty where they do not.
  static func order(_ first: [String], _ second: [String], _ what: String) -> [ScenarioDifference.Statement] {
    let shared = second.filter(Set(first).contains)
    guard shared != first.filter(Set(second).contains) else { return [] }
    return [
      ScenarioDifference.Statement(text: "In B \(what) in the order \(Words.listed(shared.map(\.escaped))).", paths: [])
    ]
  }
}
