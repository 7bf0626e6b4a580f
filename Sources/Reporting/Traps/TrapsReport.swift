package import Experiments
internal import Households
internal import Notation

/// Where households get stuck and how they get out, in words and small tables for a planner.
package struct TrapsReport: Sendable {
  private let study: TrapStudy
  /// What the chains were made of, in words that follow "made of".
  private let basis: String
  private let isColored: Bool

  package init(_ study: TrapStudy, basis: String, isColored: Bool = false) {
    self.study = study
    self.basis = basis
    self.isColored = isColored
  }

  package var text: String {
    let names = study.scenarios.map(\.scenarioName).joined(separator: ", ")
    let parts =
      [heading("The traps of \(names)") + TrapsAccount(study: study).opening] + [exits] + classes
      + study.partitions.indices.map(sets) + [doors, caveats]
    return parts.joined(separator: "\n")
  }

  private func heading(_ line: String) -> String { Heading.text(line, isColored: isColored) }

  // MARK: - Tables

  private var exits: String {
    let isComparison = study.scenarios.count > 1
    var table = AlignedTable(
      .words("scenario", "the way out"), .numbers("value", "95% interval"),
      isComparison ? .numbers("difference", "95% interval") : .numbers())
    for (index, scenario) in study.scenarios.enumerated() {
      table.addRows(
        TrapQuantity.ofScenario.map { quantity in
          let unit = TrapUnit(quantity)
          let estimate = study.estimate(quantity, scenario: index)
          var cells = [unit.label, unit.text(estimate.mean), unit.interval(estimate)]
          if isComparison {
            let difference = index > 0 ? study.difference(quantity, scenario: index) : nil
            cells += [difference.map { unit.signed($0.mean) } ?? "", difference.map { unit.interval($0) } ?? ""]
          }
          return cells
        }, of: scenario.scenarioName)
    }
    return heading("The way out: to a durable exit, four successive quarters out of dependency") + table.text
  }

  /// The classes, where there are several.
  private var classes: [String] {
    var table = AlignedTable(
      .words("scenario", "class"), .numbers("in the run, %", "out of dependency, %", "durable exit ever, %"))
    for scenario in study.scenarios {
      let kept = scenario.classes.filter { $0.kind != .seldomSeen }
      guard kept.count > 1 else { continue }
      table.addRows(
        kept.map { described in
          let mark = described.kind.isTrap ? "no door: " : described.kind.isEndKnown ? "" : "not known: "
          return [
            mark + described.name, TrapUnit.share.text(described.share),
            TrapUnit.share.text(described.shareOut), TrapUnit.share.text(described.chanceOfExit),
          ]
        }, of: scenario.scenarioName)
    }
    guard !table.rows.isEmpty else { return [] }
    return [heading("The classes: a household that has left one does not come back") + table.text]
  }

  private func sets(_ resolution: Int) -> String {
    let partition = study.partitions[resolution]
    let title = resolution == 0 ? "The great divide" : "Looking closer"
    var table = AlignedTable(
      .numbers("set"), .words("what it is", "scenario"),
      .numbers(
        "in the run, %", "long run, %", "in it a year later, %", "stays, years", "95% interval",
        "to a durable exit, years"))
    for (set, described) in partition.sets.enumerated() {
      let rows = study.scenarios.enumerated().map { index, scenario in
        func estimate(_ quantity: TrapQuantity.SetQuantity) -> Estimate {
          study.estimate(.set(resolution: resolution, set: set, quantity), scenario: index)
        }
        let (share, years) = (TrapUnit.share, TrapUnit.years)
        return [
          scenario.scenarioName, share.text(estimate(.shareInTheRun).mean),
          share.text(estimate(.shareInTheLongRun).mean), share.text(estimate(.insideAfterAYear).mean),
          years.text(estimate(.quartersOfStay).mean), years.interval(estimate(.quartersOfStay)),
          years.text(estimate(.quartersToExit).mean),
        ]
      }
      table.addRows(rows, of: "\(set + 1)", described.isTrap ? described.name : "way out: " + described.name)
    }
    let place = TrapDoors(study.scenarios[0]).place(of: partition).map { " in \($0)" } ?? ""
    return heading("\(title): \(partition.sets.count) sets of states that are seldom left\(place)") + table.text
  }

  private var doors: String {
    guard study.scenarios.contains(where: \.isExitSure) else { return "" }
    var table = AlignedTable(
      .words("dimension", "move", "scenario"),
      .numbers("chance in a year, %", "time to a durable exit, %", "95% interval"))
    for door in TrapsAccount(study: study).doorsOfAny {
      let rows = study.scenarios.enumerated().map { index, scenario in
        let estimate = study.estimate(.opening(door), scenario: index)
        let chance = scenario.doors.first { $0.door == door }?.probability ?? .nan
        return [
          scenario.scenarioName, TrapUnit.share.text(TrapsAccount.yearly(chance)),
          TrapUnit.change.signed(estimate.mean), TrapUnit.change.interval(estimate),
        ]
      }
      table.addRows(rows, of: door.dimension.name, TrapsAccount.words(door))
    }
    return heading("The doors: what a move that is a tenth likelier does to the time until a durable exit") + table.text
  }

  // MARK: - What it is not

  private var caveats: String {
    let moves = ReadableNumber.text(study.householdQuarters.min() ?? 0, decimals: 0)
    var lines = [
      "Made of \(basis): \(moves) household-quarters for each scenario.",
      """
      This is a chain of levels alone. It forgets what else a household is: those who have long been stuck stay longer \
      than it knows, and circumstances (assets, debts, neighbours, programmes) are held as they were on average.
      """,
      "Nothing reacts: who gets out changes nobody else's chances here, as it does in the model.",
      "The long run is where these chances lead if they last; it is no forecast.",
      "Ten digits of each number are exact for this chain; the intervals tell how well the chain itself is known.",
    ]
    if let left = study.scenarios.max(by: { $0.shareLeftOut < $1.shareLeftOut }), left.shareLeftOut > 0 {
      lines.append(
        "States that were seen too seldom to tell whether they can be left are left out, and beside others those that are "
          + "left for such states alone: up to \(ReadableNumber.text(100 * left.shareLeftOut, decimals: 3))% of "
          + "household-quarters\(TrapDoors(left).leftOut.map { " (\($0))" } ?? ""). All shares but those of classes, and of "
          + "all that were out, are of the rest.")
    }
    return heading("What this is not") + lines.map { $0 + "\n" }.joined()
  }
}
