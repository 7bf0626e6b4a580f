import Households

/// Checks how the values of a programme fit together and into the scenario.
struct ProgrammeChecks {
  let scenario: CheckedRecord
  private let areas: AreaChecks

  init(scenario: CheckedRecord) {
    self.scenario = scenario
    areas = AreaChecks(population: scenario["population"]?.record)
  }

  /// Reports what does not fit in any programme.
  func report(to reporter: inout Reporter) {
    var names = UniqueNames()
    for programme in scenario.records("programmes") {
      names.note(programme, to: &reporter)
      reportPeriod(programme, to: &reporter)
      reportPriceYear(programme, to: &reporter)
      reportTarget(programme, to: &reporter)
      reportPackage(programme, to: &reporter)
      if let area = programme["where"]?.record { areas.report(area, to: &reporter) }
      reportEmptyMappings(programme, to: &reporter)
    }
  }

  private func reportPeriod(_ programme: CheckedRecord, to reporter: inout Reporter) {
    guard let first = programme["from"]?.quarter, let last = programme["until"]?.quarter else { return }
    guard first <= last else {
      let problem = Problem.endsBeforeStart(from: first.description, until: last.description)
      return reporter.report(problem, at: programme, "until")
    }
    guard let start = scenario["start"]?.quarter, let years = scenario["years"]?.whole else { return }
    let end = start.ordinal + 4 * years - 1
    if last < start || first.ordinal > end {
      let finish = CalendarQuarter(year: end / 4, quarter: end % 4 + 1)
      let problem = Problem.neverRuns(from: start.description, until: finish.description)
      reporter.report(problem, at: programme, "from", severity: .warning)
    } else if first < start {
      reporter.report(.beginsEarly(start: start.description), at: programme, "from", severity: .warning)
    }
  }

  private func reportPriceYear(_ programme: CheckedRecord, to reporter: inout Reporter) {
    let outer = programme["price_year"]
    let inner = programme["budget"]?.record?["price_year"]
    if let outerYear = outer?.whole, let innerYear = inner?.whole, let inner, outerYear != innerYear {
      let path = programme.path(of: "budget.price_year")
      return reporter.report(.conflictingPriceYears(outerYear, innerYear), at: inner.site, path)
    }
    guard let year = inner ?? outer, let number = year.whole else {
      let isWrong = programme.wrongKeys.contains { ["price_year", "budget"].contains($0) }
      guard !isWrong, programme["budget"]?.record?.wrongKeys.contains("price_year") != true else { return }
      let summary = "the fiscal year in whose prices the programme's amounts are, here or in budget"
      return reporter.report(.missingKey("price_year", summary: summary), at: programme.site, programme.path)
    }
    let known = ParameterSchema.deflatorYears
    guard !known.contains(number) else { return }
    let path = programme.path(of: inner == nil ? "price_year" : "budget.price_year")
    reporter.report(.noDeflator(year: number, known: known), at: year.site, path)
  }

  private func reportTarget(_ programme: CheckedRecord, to reporter: inout Reporter) {
    guard let target = programme["target"]?.record else { return }
    reportRanking(target, to: &reporter)
    guard let universal = target["universal"], let isUniversal = universal.flag else { return }
    let conditions = ["score_at_most", "band", "sex_of_head", "minority", "lottery", "community_ranking", "survey"]
    let flags = ["self_selection", "members_only", "members_choose", "after_shock"]
    let given =
      conditions.first { target[$0] != nil || target.wrongKeys.contains($0) }
      ?? flags.first { target[$0]?.flag == true || target.wrongKeys.contains($0) }
    guard isUniversal else {
      guard given == nil else { return }
      return reporter.report(.leavesNobodyOut, at: target, "universal")
    }
    guard let other = given else { return }
    reporter.report(
      .unsupportedCombination("universal: true", other, reason: "a universal programme leaves nobody out"),
      at: target[other]?.site ?? universal.site, target.path(of: other))
  }

  /// Keys with nothing below them narrow nothing down.
  private func reportEmptyMappings(_ programme: CheckedRecord, to reporter: inout Reporter) {
    let reasons = [
      ("where", "it names no place, so that the programme works wherever its partner does"),
      ("budget", "it names no total and no quarterly money, so that the programme has no limit"),
      ("target", "it names no condition, so that everybody is enrolled; write universal: true if that is meant"),
    ]
    for (key, reason) in reasons {
      guard let value = programme[key], value.site != .standard, let record = value.record, record.wrongKeys.isEmpty,
        record.values.allSatisfy({ $1.site == .standard || key == "budget" && $0 == "price_year" })
      else { continue }
      reporter.report(.hasNoEffect(reason: reason), at: programme, key, severity: .warning)
    }
  }

  private func reportRanking(_ target: CheckedRecord, to reporter: inout Reporter) {
    let ranking = "community_ranking"
    let reason = "the people of a settlement rank each other without the scorecard"
    for score in ["score_at_most", "band"] where target[ranking] != nil && target[score] != nil {
      reporter.report(.unsupportedCombination(ranking, score, reason: reason), at: target, ranking)
    }
  }

  private func reportPackage(_ programme: CheckedRecord, to reporter: inout Reporter) {
    var names = UniqueNames()
    for entry in programme.packageEntries {
      names.note(entry.record["name"]?.text ?? entry.kind, at: entry.site, entry.record.path, to: &reporter)
    }
  }
}
