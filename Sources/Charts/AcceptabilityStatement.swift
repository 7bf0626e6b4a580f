internal import Notation
internal import Reporting

/// Which scenario is most probably the best at what worth of a unit, in words.
struct AcceptabilityStatement {
  let effect: CostedEffect
  /// Rows by worth, and within a worth by scenario.
  let rows: [AcceptabilityRow]

  /// A range of worths in which the same scenarios are the most probable best.
  private struct Reign {
    /// Several where they are as probable as each other.
    let scenarios: [String]
    let start: Double
    var end: Double
    var probabilities: ClosedRange<Double>
  }

  var text: String {
    let found = reigns
    guard let first = found.first else { return "No scenario's probability of being the best is known." }
    guard found.count > 1 else {
      return "\(subject(first.scenarios)) the best choice whatever a \(effect.unit) is worth up to "
        + "PKR \(text(first.end)), with a probability of \(text(first.probabilities))\(each(first))."
    }
    let others = found.dropFirst().map { reign in
      let end = reign.start == reign.end ? "" : " to \(text(reign.end))"
      let names = reign.scenarios.map(Wording.name)
      let equals = names.count == 1 ? "" : " as probably as \(Wording.list(Array(reign.scenarios.dropFirst())))"
      return "; from PKR \(text(reign.start))\(end), \(names[0])\(equals) (\(text(reign.probabilities))\(each(reign)))"
    }
    let worth = first.end > 0 ? "up to PKR \(text(first.end))" : "nothing"
    return "If a \(effect.unit) is worth \(worth), \(subject(first.scenarios)) the best choice (with a probability "
      + "of \(text(first.probabilities))\(each(first)))\(others.joined())."
  }

  private func subject(_ scenarios: [String]) -> String {
    guard scenarios.count > 1 else { return Wording.name(scenarios[0]) + " is most probably" }
    return "\(Wording.name(scenarios[0])) is, as probably as \(Wording.list(Array(scenarios.dropFirst()))),"
  }

  private func each(_ reign: Reign) -> String { reign.scenarios.count > 1 ? " each" : "" }

  private var reigns: [Reign] {
    var reigns: [Reign] = []
    let known = rows.map(\.judgement).filter(\.probabilityOfBest.isFinite)
    for worth in known.map(\.willingnessToPay).firstAppearances {
      let own = known.filter { $0.willingnessToPay == worth }
      guard let highest = own.map(\.probabilityOfBest).max() else { continue }
      let best = own.filter { $0.probabilityOfBest == highest }.map(\.scenario)
      if let last = reigns.last, last.scenarios == best {
        let ends = (min(last.probabilities.lowerBound, highest), max(last.probabilities.upperBound, highest))
        reigns[reigns.count - 1].probabilities = ends.0...ends.1
        reigns[reigns.count - 1].end = worth
      } else {
        reigns.append(Reign(scenarios: best, start: worth, end: worth, probabilities: highest...highest))
      }
    }
    return reigns
  }

  private func text(_ value: Double) -> String { ReadableNumber.text(value, decimals: 0) }

  /// Percentages, of which only certainty reads as 100%.
  private func text(_ probabilities: ClosedRange<Double>) -> String {
    let ends = [probabilities.lowerBound, probabilities.upperBound].map { probability in
      let percentage = text(100 * probability)
      return percentage == "100" && probability < 1 ? ">99" : percentage
    }
    return ends[0] == ends[1] || ends[0] == ">99" ? ends[0] + "%" : ends.joined(separator: " to ") + "%"
  }
}
