internal import Experiments
internal import Households
internal import Statistics

/// What an analysis of traps comes to, in sentences.
struct TrapsAccount {
  let study: TrapStudy

  /// The sentences before the tables.
  var opening: String {
    let paragraphs =
      study.scenarios.indices.map(wayOut) + study.partitions.indices.map(traps)
      + study.scenarios.indices.compactMap(narrowestDoor)
    return paragraphs.map { Self.wrapped($0) }.joined(separator: "\n")
  }

  // MARK: - Paragraphs

  private func wayOut(_ scenario: Int) -> String {
    let analysis = study.scenarios[scenario]
    let doors = TrapDoors(analysis)
    let start = "\(analysis.scenarioName): \(doors.text) \(doors.shareOut)"
    func value(_ quantity: TrapQuantity) -> Double { study.estimate(quantity, scenario: scenario).mean }
    func text(_ quantity: TrapQuantity) -> String { TrapUnit(quantity).text(value(quantity)) }
    guard analysis.hasWayOut else { return doors.nobodyInside ?? start }
    guard !value(.exitEver).isNaN else {
      return """
        \(start) Of the states in which the households of \(study.scenarios[0].scenarioName) that are not out were, none \
        counts here: how many of these households make a durable exit, and when, is not known.
        """
    }
    guard !value(.quartersToExit).isNaN else {
      return """
        \(start) None of the households that are not out in \(study.scenarios[0].scenarioName) makes a durable exit by \
        these moves, so that there is no mean time. \(scenario > 0 ? difference(scenario) : halfLife)
        """
    }
    let way =
      doors.isNeeded
      ? """
      \(start) Of \(doors.subject) that are not out, \(text(.exitEver))% make a durable exit in the end, by these moves; \
      those who do need \(text(.quartersToExit)) years on average\(value(.exitEver) < 1 ? ", the others have no mean time" : ""). \
      Of all of them \(text(.exitWithin(quarters: 20)))% make one within 5 years, \
      \(text(.exitWithin(quarters: 40)))% within 10.
      """
      : """
      \(analysis.scenarioName): a household that is not out of dependency needs \(text(.quartersToExit)) years on average \
      until a durable exit; \(text(.exitWithin(quarters: 20)))% make one within 5 years, \
      \(text(.exitWithin(quarters: 40)))% within 10.
      """
    return way + " " + (scenario > 0 ? difference(scenario) : halfLife)
  }

  private var halfLife: String {
    let quarters = study.estimate(.halfLife, scenario: 0).mean
    guard !quarters.isNaN else { return "How long a one-off push lasts cannot be told." }
    guard quarters.isFinite else {
      return "A push from one of these classes into another lasts for ever: nobody comes back."
    }
    let years = TrapUnit(.halfLife).text(quarters)
    return "What lasts longest of a one-off push halves every \(years) years in the end; most pushes fade sooner."
  }

  /// Whether a scenario brings the exit forward, where all are sure to make one in both; otherwise whether more make one.
  private func difference(_ scenario: Int) -> String {
    let baseline = study.scenarios[0].scenarioName
    let isSure = [0, scenario].allSatisfy { study.estimate(.exitEver, scenario: $0).mean == 1 }
    let estimate = study.difference(isSure ? .quartersToExit : .exitEver, scenario: scenario)
    guard estimate.mean.isFinite else { return "It cannot be compared with \(baseline)." }
    guard EnoughReplications.isReached(by: study.replications) else {
      return """
        Whether that differs from \(baseline) cannot be told yet: a verdict needs \(EnoughReplications.number) \
        replications, and there \(study.replications == 1 ? "is 1" : "are \(study.replications)").
        """
    }
    guard estimate.hasInterval else {
      return """
        How sure the difference from \(baseline) is cannot be told: single replications decide which classes there are.
        """
    }
    guard !estimate.mayBeZero else {
      return "That it differs from \(baseline) is not certain: chance may explain it."
    }
    guard isSure else {
      let points = TrapUnit(.exitEver).text(estimate.mean.magnitude)
      return """
        That are \(points) percentage points \(estimate.mean < 0 ? "fewer" : "more") who make an exit in the end than in \
        \(baseline); how much sooner cannot be told, since the times are those of other households.
        """
    }
    let years = TrapUnit.years.text(estimate.mean.magnitude)
    return "That is \(years) years \(estimate.mean < 0 ? "sooner" : "later") than in \(baseline)."
  }

  private func traps(_ resolution: Int) -> String {
    let partition = study.partitions[resolution]
    let traps = partition.sets.indices.filter { partition.sets[$0].isTrap }
    let count = Self.number(traps.count)
    let place = TrapDoors(study.scenarios[0]).place(of: partition).map { " in \($0)" } ?? ""
    let start =
      resolution == 0
      ? (traps.count == 1 ? "One great trap\(place)." : "\(count) traps\(place).")
      : "Looking closer, \(count.lowercased()) trap\(traps.count == 1 ? "" : "s")\(place)."
    return ([start] + traps.enumerated().map { sentence($1, number: traps.count > 1 ? $0 + 1 : nil, resolution) })
      .joined(separator: " ")
  }

  /// What it is, how many are in it, how long they stay, how far the exit is.
  private func sentence(_ set: Int, number: Int?, _ resolution: Int) -> String {
    func text(_ quantity: TrapQuantity.SetQuantity) -> String {
      let quantity = TrapQuantity.set(resolution: resolution, set: set, quantity)
      return TrapUnit(quantity).text(study.estimate(quantity, scenario: 0).mean)
    }
    let name = study.partitions[resolution].sets[set].name
    let capital = name.prefix(1).uppercased() + name.dropFirst()
    let quarters = study.estimate(.set(resolution: resolution, set: set, .quartersToExit), scenario: 0).mean
    let exit =
      quarters.isFinite
      ? "; a durable exit is \(text(.quartersToExit)) years away" : quarters.isNaN ? "" : "; there is no way to an exit"
    return """
      \(number.map { "\($0). " } ?? "")\(capital): \(text(.shareInTheRun))% of households during the run, \
      \(text(.shareInTheLongRun))% in the long run. A household that is in it stays another \(text(.quartersOfStay)) \
      years on average\(exit).
      """
  }

  private func narrowestDoor(_ scenario: Int) -> String? {
    let doors = doorsByEffect(scenario: scenario)
    guard study.scenarios[scenario].isExitSure, !doors.isEmpty else { return nil }
    func effect(_ door: Door) -> String {
      TrapUnit.change.text(study.estimate(.opening(door), scenario: scenario).mean.magnitude)
    }
    // Likelier moves up that bring the exit nearer, and likelier moves down that put it off: not all of them do.
    let up = doors.filter { $0.leadsUp && worsening($0, scenario) < 0 }
    let next = up.dropFirst().prefix(1).map { ", then \(Self.words($0)) with \(effect($0))%" }.joined()
    let name = study.scenarios.count > 1 ? " in \(study.scenarios[scenario].scenarioName)" : ""
    let down = doors.filter { !$0.leadsUp && worsening($0, scenario) > 0 }
      .max { worsening($0, scenario) < worsening($1, scenario) }
    let relapse =
      down.map {
        " The fall that costs most is \(Self.words($0)): a tenth likelier, it lengthens the way by \(effect($0))%."
      }
      ?? ""
    guard let first = up.first else {
      return "The narrowest door\(name): no move up shortens the way out by being likelier.\(relapse)"
    }
    return """
      The narrowest door\(name): raising the chance of moving \(Self.words(first)) by a tenth shortens the way out by \
      \(effect(first))%\(next).\(relapse)
      """
  }

  private func worsening(_ door: Door, _ scenario: Int) -> Double {
    study.estimate(.opening(door), scenario: scenario).mean
  }

  // MARK: - Words

  /// Doors that exist, from the one whose opening shortens the way most to the one that lengthens it most.
  func doorsByEffect(scenario: Int) -> [Door] {
    Door.all.enumerated().filter { exists($0.element, scenario) && !worsening($0.element, scenario).isNaN }
      .sorted { (worsening($0.element, scenario), $0.offset) < (worsening($1.element, scenario), $1.offset) }
      .map(\.element)
  }

  /// The doors of the first scenario by their effect, then those that only others have.
  var doorsOfAny: [Door] {
    let ofFirst = doorsByEffect(scenario: 0)
    let others = study.scenarios.indices.dropFirst()
    return ofFirst
      + Door.all.filter { door in !ofFirst.contains(door) && others.contains { exists(door, $0) } }
  }

  /// Whether anybody goes through a door.
  private func exists(_ door: Door, _ scenario: Int) -> Bool {
    study.scenarios[scenario].doors.contains { $0.door == door && $0.probability > 0 }
  }

  /// "from client to aware".
  static func words(_ door: Door) -> String {
    let names = door.dimension.levelNames.map { $0.split(separator: "_").joined(separator: "-") }
    return "from \(names[door.from]) to \(names[door.to])"
  }

  /// The chance in a year of what has a chance in a quarter, if it does not change meanwhile.
  static func yearly(_ quarterly: Double) -> Double {
    let stay = (1 - quarterly) * (1 - quarterly)
    return 1 - stay * stay
  }

  private static func number(_ count: Int) -> String {
    let words = ["No", "One", "Two", "Three", "Four", "Five", "Six"]
    return count < words.count ? words[count] : "\(count)"
  }

  /// Lines of at most 100 characters.
  private static func wrapped(_ text: String, width: Int = 100) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).map { $0 + "\n" }.joined()
  }
}
