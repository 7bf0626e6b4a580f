internal import CostEffectiveness
internal import Experiments
internal import Notation

/// The efficiency frontier in words.
struct FrontierWords {
  private let names: [String]
  private let frontier: EfficiencyFrontier

  init(_ evaluation: Evaluation) {
    names = evaluation.scenarioNames
    frontier = evaluation.frontier()
  }

  /// Which scenarios are on the frontier of an effect such as `durable exit`, in what order, and why the others are
  /// not, a line for each.
  func account(of effect: String) -> String {
    let steps = frontier.path.map { index in
      guard let ratio = frontier.ratio(of: index), let cheaper = frontier.predecessor(of: index) else {
        return names[index]
      }
      let price = ReadableNumber.text(ratio, decimals: 0)
      return "\(names[index]), at PKR \(price) for each \(effect) more than \(names[cheaper])"
    }
    let others = names.indices.compactMap(reason)
    return lines("On the efficiency frontier, by means, from the cheapest:", steps)
      + (others.isEmpty ? "" : lines("Off it, whatever a \(effect) is worth:", others))
  }

  /// The scenarios on the frontier of an effect such as `households lifted out of poverty`, in one line.
  func sentence(on effect: String) -> String {
    let efficient = frontier.path.map { names[$0] }.joined(separator: "; ")
    return "For \(effect) those on the frontier are instead: \(efficient).\n"
  }

  private func lines(_ heading: String, _ items: [String]) -> String {
    heading + "\n" + items.map { "  " + $0 + "\n" }.joined()
  }

  private func reason(_ index: Int) -> String? {
    let rivals = frontier.rivals(of: index).map { names[$0] }
    return switch frontier.statuses[index] {
    case .efficient: nil
    case .dominated: "\(names[index]): \(rivals[0]) achieves as much for no more money"
    case .extendedlyDominated:
      "\(names[index]): a mixture of \(rivals[0]) and \(rivals[1]) achieves as much for less"
    case .equal: "\(names[index]): the same as \(rivals[0])"
    }
  }
}
