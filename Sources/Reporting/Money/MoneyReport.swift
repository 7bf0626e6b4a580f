internal import CostEffectiveness
internal import Experiments
internal import Households
internal import Notation
internal import Statistics

/// What scenarios achieve for their money, as a short account for the terminal.
struct MoneyReport {
  let summary: ExperimentSummary
  let isColored: Bool

  /// Tables and sentences; empty where no scenario costs more or less than the baseline.
  var text: String {
    let costs = summary.money.evaluations.contains { evaluation in
      summary.scenarioNames.indices.contains { evaluation.outcome(of: $0).cost.mean != 0 }
    }
    guard costs else { return "" }
    return Perspective.allCases.map(text).filter { !$0.isEmpty }.joined(separator: "\n") + note
  }

  private func text(_ perspective: Perspective) -> String {
    let evaluations = summary.money.evaluations.filter { $0.terms.perspective == perspective }
    guard !evaluations.isEmpty else { return "" }
    let whose =
      switch perspective {
      case .programme: "What one more costs the programmes"
      case .wider: "What one more costs, counting also what levels and moves cost others"
      }
    let heading = Heading.text("\(whose), against \(summary.scenarioNames[0])", isColored: isColored)
    return heading + table(evaluations.filter { $0.terms.effect != .povertyYears }).text + sentences(evaluations)
  }

  // MARK: - Table

  private func table(_ evaluations: [Evaluation]) -> AlignedTable {
    var table = AlignedTable(.words("scenario", "one more"), .numbers("PKR", "95% interval"))
    for scenario in summary.scenarioNames.indices.dropFirst() {
      let rows = evaluations.map { evaluation in
        let (value, interval) = cells(evaluation.outcome(of: scenario))
        return [label(evaluation.terms), value, interval]
      }
      table.addRows(rows, of: summary.scenarioNames[scenario])
    }
    return table
  }

  private func label(_ terms: EvaluationTerms) -> String {
    switch terms.effect {
    case .durableExits: "durable exit"
    case .householdsLifted: "household lifted out of poverty at the end"
    case .dependencyYears: "dependency-year averted, \(words(terms.afterHorizon))"
    case .povertyYears: "poverty-year averted, \(words(terms.afterHorizon))"
    }
  }

  private func words(_ afterHorizon: AfterHorizon) -> String {
    let parameters = summary.money.parameters
    let years = ReadableNumber.plain(parameters.yearsAfterHorizon)
    switch afterHorizon {
    case .atEnd: return "at the end"
    case .gainsStop: return "gains stop at the end"
    case .gainsFade where parameters.shareLeftEachYear == 0.5: return "gains halve each year"
    case .gainsFade: return "\(ReadableNumber.plain(100 * parameters.shareLeftEachYear))% of gains left each year"
    case .gainsPersist: return "gains persist for \(years) years"
    }
  }

  /// A price with its interval, or why there is none; with too few replications no verdict stands in its place.
  private func cells(_ outcome: IncrementalOutcome) -> (value: String, interval: String) {
    let isJudged = EnoughReplications.isReached(by: outcome.effect.replications)
    switch outcome.ratio {
    case .tooFewReplications: return ("-", "-")
    case .estimate(let mean, let low, let high):
      return (ReadableNumber.text(mean, decimals: 0), ReadableNumber.range(low, high, decimals: 0))
    case .equal: return ("-", "as many for the same money")
    case _ where !isJudged: return ("-", HeadlineDifference.tooFewReplications)
    case .dominates where outcome.effect.mean == 0: return ("-", "as many for less money")
    case .dominates where outcome.isCostByMean: return ("-", "more, by mean for less money")
    case .dominates where outcome.cost.mean < 0: return ("-", "more for less money")
    case .dominates: return ("-", "more for the same money")
    case .dominated where outcome.effect.mean == 0: return ("-", "as many for more money")
    case .dominated where outcome.isCostByMean: return ("-", "fewer, by mean for more money")
    case .dominated where outcome.cost.mean > 0: return ("-", "fewer for more money")
    case .dominated: return ("-", "fewer for the same money")
    case .lessEffect: return ("-", "fewer than the baseline")
    case .notDistinguishable: return ("-", "not distinguishable")
    }
  }

  // MARK: - Sentences

  /// Who is on the frontier, as far as there are enough replications to tell.
  private func sentences(_ evaluations: [Evaluation]) -> String {
    let replications = evaluations.map(\.replications).min() ?? 0
    guard EnoughReplications.isReached(by: replications) else {
      let runs = ReadableNumber.count(replications, "replication")
      return "Which scenarios are on the efficiency frontier is not told from \(runs).\n"
    }
    let exits = evaluations.first { $0.terms.effect == .durableExits }
    let lifted = evaluations.first { $0.terms.effect == .householdsLifted }
    var text = exits.map { FrontierWords($0).account(of: "durable exit") } ?? ""
    if let lifted, lifted.frontier().path != exits?.frontier().path {
      text += FrontierWords(lifted).sentence(on: "households lifted out of poverty")
    }
    return text + (verdict(evaluations.filter { $0.terms.effect == .dependencyYears }).map { $0 + "\n" } ?? "")
  }

  /// Whether who is on the frontier depends on what is assumed of the time after the horizon.
  private func verdict(_ evaluations: [Evaluation]) -> String? {
    guard evaluations.count > 1 else { return nil }
    let frontiers = evaluations.map { ($0, Set($0.frontier().path)) }
    let flips = summary.scenarioNames.indices.filter { scenario in
      Set(frontiers.map { $0.1.contains(scenario) }).count > 1
    }
    let signs = summary.scenarioNames.indices.dropFirst().filter { scenario in
      Set(evaluations.map { $0.outcome(of: scenario).effect.mean < 0 }).count > 1
    }
    guard !flips.isEmpty || !signs.isEmpty else {
      return "For dependency-years the same scenarios are on the frontier under all three assumptions."
    }
    let standings = flips.map { scenario in
      let on = frontiers.filter { $0.1.contains(scenario) }.map { words($0.0.terms.afterHorizon) }
      return "\(summary.scenarioNames[scenario]) is on the frontier only if \(on.joined(separator: " or "))"
    }
    let turns = signs.map { scenario in
      let fewer = evaluations.filter { $0.outcome(of: scenario).effect.mean < 0 }.map { words($0.terms.afterHorizon) }
      return "\(summary.scenarioNames[scenario]) adds dependency-years if \(fewer.joined(separator: " or "))"
    }
    return "For dependency-years the verdict depends on what is assumed of the time after the end: "
      + (standings + turns).joined(separator: "; ") + "."
  }

  private var note: String {
    let parameters = summary.money.parameters
    let rates = [parameters.costDiscountRate, parameters.effectDiscountRate].map {
      ReadableNumber.plain(100 * $0) + "%"
    }
    let discounting =
      rates[0] == rates[1]
      ? "Costs and years are discounted by \(rates[0]) a year"
      : "Costs are discounted by \(rates[0]) a year, years by \(rates[1])"
    return discounting + """
      ; what borrowers still owe at the end counts as spent. The intervals are of one scenario by itself and hold chance \
      alone: untrap sweep tells what unsure numbers do.

      """
  }
}
