internal import Experiments
internal import Households
internal import Notation

/// From which classes of joint states a household can get out of dependency, in sentences.
struct TrapDoors {
  private let scenario: TrapAnalysis
  private let kept: [TrapClass]

  init(_ scenario: TrapAnalysis) {
    self.scenario = scenario
    kept = scenario.classes.filter { $0.kind.isEndKnown || ($0.kind == .leadsToSeldomSeen && $0.isNoticeable) }
  }

  /// Whether some households cannot make a durable exit, or are not sure to, or it is not known.
  var isNeeded: Bool { kept.contains { $0.chanceOfExit < 1 || !$0.kind.isEndKnown } }

  /// The households of whom the numbers of a scenario tell.
  var subject: String { kept.allSatisfy(\.kind.isEndKnown) ? "the households" : "the other households" }

  /// What the classes are, one after the other.
  var text: String { kept.map(sentence).joined(separator: " ") }

  /// That there is nobody who has to get out; nil where somebody has.
  var nobodyInside: String? {
    guard scenario.classes.allSatisfy({ $0.states.allSatisfy(\.isOut) }) else { return nil }
    return "\(scenario.scenarioName): all household-quarters were spent out of dependency; nobody has to make an exit."
  }

  /// How much of the run was spent out of dependency.
  var shareOut: String {
    let wasSeen = scenario.shareOut > 0 || scenario.classes.contains { $0.states.contains(where: \.isOut) }
    return wasSeen
      ? "In all, \(percent(scenario.shareOut))% of household-quarters were spent out of dependency."
      : "Nobody was out of dependency."
  }

  /// Where the sets of a partition are: the largest class that can be stayed in, if there are several.
  func place(of partition: TrapPartition) -> String? {
    let divided = kept.first { $0.states.contains { partition.setOfState[$0.index] != nil } }
    guard kept.count > 1, let divided, percent(divided.share) != percent(1) else { return nil }
    return "the largest class (\(percent(divided.share))% of household-quarters)"
  }

  /// What classes left out are: the first of their states.
  var leftOut: String? {
    let out = scenario.classes.filter { $0.kind == .seldomSeen || (scenario.isEndKnown && !$0.kind.isEndKnown) }
    guard !out.isEmpty else { return nil }
    let states = out.sorted { $0.share > $1.share }.flatMap(\.states)
    let names = states.prefix(3).map(\.name).joined(separator: ", ")
    return names + (states.count > 3 ? " and \(states.count - 3) more" : "")
  }

  private func sentence(_ described: TrapClass) -> String {
    let share = "\(percent(described.share))% of household-quarters"
    let name = kept.count > 1 ? " (\(described.name))" : ""
    switch described.kind {
    case .withoutDoor:
      let unseen =
        described.unseenChance > 0
        ? "; a chance of leaving it of \(ReadableNumber.significant(100 * described.unseenChance))% a quarter or more would "
          + "have shown, with 95%" : ""
      return """
        \(share) were spent in a trap without a door\(name): nobody was seen to leave it, and no durable exit can be made \
        in it\(unseen).
        """
    case .leadsIntoTrap:
      return """
        \(share) were spent in states\(name) that are left for a trap without a door: no durable exit was seen to be \
        possible from them.
        """
    case .leadsToSeldomSeen:
      return """
        \(share) were spent in states\(name) that are left for states too seldom seen alone: whether a durable exit can be \
        made from them is not known.
        """
    case .wayOut where described.chanceOfExit < 1:
      return """
        \(share) were spent in states\(name) from which \(percent(described.chanceOfExit))% make a durable exit; the others \
        end in a trap without a door first.
        """
    case .wayOut, .seldomSeen: return "\(share) were spent in states\(name) from which a durable exit can be made."
    }
  }

  private func percent(_ share: Double) -> String { ReadableNumber.text(100 * share, decimals: 1) }
}
