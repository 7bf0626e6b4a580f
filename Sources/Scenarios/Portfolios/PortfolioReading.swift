import Designs
import Households

/// Puts a portfolio together: its own values, its scenario, and the mixes of its candidates.
struct PortfolioReading {
  let file: CheckedFile
  let overrides: [ScenarioOverride]
  var reporter: Reporter

  private var checked: CheckedRecord { file.values }

  /// The portfolio with its mixes.
  /// - Throws: `ScenarioError` with all problems.
  mutating func loaded(kept: [ScenarioSource]?) throws(ScenarioError) -> LoadedPortfolio {
    let settings = DesignSetting.list(file.root["set"], to: &reporter)
    guard let read = readScenario(kept, settings.map(\.override) + overrides) else { throw reporter.error }
    DesignSetting.reportUnused(settings, in: [read], to: &reporter)
    let scenario = read.loaded.scenario
    let level = priceLevel(scenario.parameters.prices)
    let budget = level.flatMap { level in
      checked["budget"]?.record?["total"]?.number.map { ($0 / level).rounded() }
    }
    let candidates = candidates(scenario, budget: budget)
    guard !reporter.hasErrors, let budget, let name = checked["name"]?.text, let outcome = checked["outcome"]?.text
    else { throw reporter.error }

    let portfolio = Portfolio(
      name: name, outcome: outcome, budget: budget,
      worth: level.flatMap { level in checked["worth"]?.number.map { $0 / level } },
      candidates: candidates.map(\.candidate), effort: effort(scenario))
    let needs = ProgrammeNeeds(scenario, candidates: candidates.map(\.index))
    reportNeeded(candidates, needs)
    let mixes = mixes(portfolio, needs)
    guard !reporter.hasErrors, let mixes else { throw reporter.error }
    return LoadedPortfolio(
      portfolio: portfolio, mixes: mixes, scenario: read.loaded, source: file.source, overrides: overrides,
      warnings: reporter.sorted(), programmes: candidates.map(\.index), areas: candidates.map(\.areas))
  }

  // MARK: - Parts

  private mutating func readScenario(_ kept: [ScenarioSource]?, _ laid: [ScenarioOverride]) -> DesignScenario? {
    guard let entry = checked["scenario"], let name = entry.text else { return nil }
    return DesignScenario.read(
      LayerReader.resolve(name, besides: file.source.path), at: entry.site, key: "scenario", of: file.source,
      kept: kept, laid, to: &reporter)
  }

  /// The price level of the budget's year, 2015-16 = 1; nil where something is wrong with it.
  private mutating func priceLevel(_ prices: PriceParameters) -> Double? {
    guard let budget = checked["budget"]?.record, let year = budget["price_year"]?.whole else { return nil }
    let level = prices.deflator(of: year)
    if level == nil {
      reporter.report(.noDeflator(year: year, known: ParameterSchema.deflatorYears), at: budget, "price_year")
    }
    return level
  }

  /// The candidates in the order in which they enrol, whatever their order in the file.
  private mutating func candidates(_ scenario: Scenario, budget: Double?) -> [StatedCandidate] {
    var reading = CandidateReading(scenario: scenario, budget: budget, reporter: reporter)
    for record in checked.records("candidates") { reading.read(record) }
    reporter = reading.reporter
    return reading.candidates.sorted { $0.index < $1.index }
  }

  private func effort(_ scenario: Scenario) -> SearchEffort {
    let search = checked["search"]?.record
    var effort = SearchEffort()
    effort.screened = search?["screened"]?.whole ?? effort.screened
    effort.replications = search?["replications"]?.whole ?? effort.replications
    effort.finalists = search?["finalists"]?.whole ?? effort.finalists
    if overrides.contains(where: { $0.path == "replications" }) { effort.replications = max(2, scenario.replications) }
    return effort
  }

  /// Reports candidates without which programmes that are none cannot do.
  private mutating func reportNeeded(_ candidates: [StatedCandidate], _ needs: ProgrammeNeeds) {
    for (dependent, need) in needs.unmetWithoutCandidates {
      for candidate in candidates where needs.meets(need, programme: candidate.index) {
        reporter.report(
          .cannotBeLeftOut(dependent: dependent), at: candidate.site, "candidates.\(candidate.candidate.programme)")
      }
    }
  }

  /// All mixes; nil and reported where they are too many or none but nothing.
  private mutating func mixes(_ portfolio: Portfolio, _ needs: ProgrammeNeeds) -> [Mix]? {
    guard let list = checked["candidates"], !reporter.hasErrors else { return nil }
    guard let mixes = portfolio.mixes(where: needs.areMet) else {
      reporter.report(.tooManyMixes(limit: Portfolio.maximumMixes), at: list.site, "candidates")
      return nil
    }
    guard mixes.count > 1 else {
      reporter.report(.noMix, at: list.site, "candidates")
      return nil
    }
    return mixes
  }
}
