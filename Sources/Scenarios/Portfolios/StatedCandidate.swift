import Designs
import Households

/// A candidate as its portfolio states it.
struct StatedCandidate {
  /// The index of the programme in the scenario.
  let index: Int
  /// What may be chosen of it.
  let candidate: PortfolioCandidate
  /// The areas by their names in choices.
  let areas: [String: Area]
  /// Where the programme is named.
  let site: Site
}

/// Reads the candidates of a portfolio; what is wrong is reported.
struct CandidateReading {
  /// The scenario with all candidates.
  let scenario: Scenario
  /// All money, PKR of 2015-16; nil where it is not known.
  let budget: Double?
  var reporter: Reporter
  /// What was read so far, in the order of the file.
  private(set) var candidates: [StatedCandidate] = []
  private let places: AreaChecks
  private let grounds: ReachGrounds

  init(scenario: Scenario, budget: Double?, reporter: Reporter) {
    self.scenario = scenario
    self.budget = budget
    self.reporter = reporter
    places = AreaChecks(places: scenario.population.places)
    grounds = ReachGrounds(scenario: scenario, checked: nil)
  }

  /// Reads the next candidate.
  mutating func read(_ record: CheckedRecord) {
    guard let named = record["programme"], let name = named.text else { return }
    let known = scenario.programmes.map(\.name)
    guard let index = known.firstIndex(of: name) else {
      return reporter.report(
        .unknownReference(kind: "programme", name: name, known: known), at: named.site, record.path(of: "programme"),
        suggestion: Spelling.nearest(to: name, among: known))
    }
    if let earlier = candidates.first(where: { $0.index == index }) {
      return reporter.report(
        .duplicateName(name, firstOrigin: earlier.site.origin), at: named.site, record.path(of: "programme"))
    }
    let programme = scenario.programmes[index]
    // A programme without a price level is refused with the scenario.
    let level = scenario.parameters.prices.deflator(of: programme.priceYear) ?? 1
    let areas = areas(record)
    let labels = areas.isEmpty ? [""] : areas.map(\.label)
    let choices = budgets(record, programme, level: level).flatMap { budget in
      labels.map { PortfolioChoice(statedBudget: budget, priceLevel: level, area: $0) }
    }
    candidates.append(
      StatedCandidate(
        index: index,
        candidate: PortfolioCandidate(programme: name, priceYear: programme.priceYear, choices: choices),
        areas: Dictionary(areas.map { ($0.label, $0.area) }, uniquingKeysWith: { first, _ in first }),
        site: named.site))
  }

  private mutating func budgets(_ record: CheckedRecord, _ programme: Programme, level: Double) -> [Double] {
    guard let list = record["budgets"], let entries = list.list else {
      if let total = programme.totalBudget, total > 0 { return [total] }
      if !record.wrongKeys.contains("budgets") {
        let summary = "what may be spent on it, for the scenario gives '\(programme.name)' no total"
        reporter.report(.missingKey("budgets", summary: summary), at: record.site, record.path)
      }
      return []
    }
    var budgets: [Double] = []
    let check = BudgetCheck(programme: programme, record: record, grounds: grounds)
    for entry in entries {
      guard let number = entry.number else { continue }
      if budgets.contains(number) {
        reporter.report(
          .duplicateName(plain(number), firstOrigin: list.site.origin), at: entry.site, record.path(of: "budgets"))
      } else if let budget, number / level > budget + 1 {
        let reason = "it is more than the whole budget of the portfolio, in the same prices"
        reporter.report(.hasNoEffect(reason: reason), at: entry.site, record.path(of: "budgets"), severity: .warning)
      } else if let doubt = check.doubt(ofBudget: number, at: entry.site, record.path(of: "budgets")) {
        reporter.report(doubt.problem, at: doubt.site, doubt.path, severity: .warning)
      }
      budgets.append(number)
    }
    return budgets
  }

  private mutating func areas(_ record: CheckedRecord) -> [(label: String, area: Area)] {
    var areas: [(label: String, area: Area)] = []
    for entry in record["areas"]?.list ?? [] {
      guard let checked = entry.record else { continue }
      places.report(checked, to: &reporter)
      let area = ProgrammeBuilder.area(checked)
      if areas.contains(where: { $0.area == area }) {
        reporter.report(
          .duplicateName(area.words, firstOrigin: record["areas"]?.site.origin ?? entry.site.origin), at: entry.site,
          record.path(of: "areas"))
      }
      areas.append((area.words, area))
    }
    return areas
  }
}

extension Area {
  /// The places in words; everywhere where nothing is said.
  fileprivate var words: String {
    let parts =
      [district.map { "district \($0)" }, tehsil.map { "tehsil \($0)" }].compactMap(\.self)
      + (unionCouncils ?? []) + [settlementType.map(\.rawValue)].compactMap(\.self)
    return parts.isEmpty ? "everywhere" : parts.joined(separator: ", ")
  }
}
