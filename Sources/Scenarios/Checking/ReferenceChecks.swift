import Households

/// Checks that what programmes say of other programmes and of partners fits.
struct ReferenceChecks {
  private let programmes: [CheckedRecord]
  private let partners: [CheckedRecord]?
  private let areas: AreaChecks

  init(scenario: CheckedRecord) {
    programmes = (scenario["programmes"]?.list ?? []).compactMap(\.record)
    partners = scenario["partners"]?.list?.compactMap(\.record)
    areas = AreaChecks(population: scenario["population"]?.record)
  }

  /// Reports references that lead nowhere or in a circle.
  func report(to reporter: inout Reporter) {
    reportPartners(to: &reporter)
    for programme in programmes {
      reportPartner(of: programme, to: &reporter)
      reportPredecessors(of: programme, to: &reporter)
      if let target = programme["target"]?.record { reportSurvey(of: target, to: &reporter) }
      for entry in programme.packageEntries { reportSurvey(of: entry.record, to: &reporter) }
    }
  }

  // MARK: - Partners

  private func reportPartners(to reporter: inout Reporter) {
    var first: [String: Origin] = [:]
    for partner in partners ?? [] {
      if let name = partner["name"], let text = name.text {
        if let earlier = first[text] {
          reporter.report(.duplicateName(text, firstOrigin: earlier), at: name.site, partner.path(of: "name"))
        }
        first[text] = first[text] ?? name.site.origin
      }
      if let area = partner["where"]?.record { areas.report(area, to: &reporter) }
      let known = ParameterSchema.deflatorYears
      if let budget = partner["budget"]?.record, let year = budget["price_year"], let number = year.whole,
        !known.contains(number)
      {
        reporter.report(.noDeflator(year: number, known: known), at: year.site, budget.path(of: "price_year"))
      }
    }
  }

  /// Where partners are listed, a name that is not among them is a slip by which a budget would lose its effect.
  private func reportPartner(of programme: CheckedRecord, to reporter: inout Reporter) {
    guard let partners, let name = programme["partner"] else { return }
    reportUnknown(name, "partner", among: partners.names, programme.path(of: "partner"), to: &reporter)
  }

  // MARK: - Programmes

  private func reportPredecessors(of programme: CheckedRecord, to reporter: inout Reporter) {
    let names = programmes.names
    for name in programme["after"]?.list ?? [] {
      let path = programme.path(of: "after")
      guard !reportUnknown(name, "programme", among: names, path, to: &reporter), let text = name.text else { continue }
      if let own = programme["name"]?.text, let chain = chain(from: text, backTo: own, passed: [own]) {
        reporter.report(.comesAfterItself(chain: chain), at: name.site, path)
      } else if programmes.contains(where: { $0["name"]?.text == text && $0.isForPlacesAlone }) {
        reporter.report(.nobodyCompletes(programme: text), at: name.site, path)
      }
    }
  }

  /// The way from one programme, by what each comes after, to another; nil where there is none.
  private func chain(from name: String, backTo goal: String, passed: [String]) -> [String]? {
    if name == goal { return passed + [name] }
    guard !passed.contains(name), let programme = programmes.first(where: { $0["name"]?.text == name }) else {
      return nil
    }
    for earlier in programme["after"]?.list?.compactMap(\.text) ?? [] {
      if let chain = chain(from: earlier, backTo: goal, passed: passed + [name]) { return chain }
    }
    return nil
  }

  private func reportSurvey(of record: CheckedRecord, to reporter: inout Reporter) {
    guard let name = record["survey"], let text = name.text else { return }
    let path = record.path(of: "survey")
    let surveying = programmes.filter { $0.has("poverty_survey") || !$0.hasKnownPackage }.names
    let candidates = surveying.isEmpty ? programmes.names : surveying
    if programmes.names.contains(text) {
      guard !surveying.contains(text) else { return }
      let known = surveying.isEmpty ? ["a programme that has one"] : surveying
      reporter.report(.noPovertySurvey(programme: text, known: known), at: name.site, path)
    } else {
      reportUnknown(name, "programme", among: candidates, path, to: &reporter)
    }
  }

  /// - Returns: whether the name is unknown.
  @discardableResult private func reportUnknown(
    _ name: CheckedValue, _ kind: String, among known: [String], _ path: String, to reporter: inout Reporter
  ) -> Bool {
    guard let text = name.text, !known.contains(text) else { return false }
    reporter.report(
      .unknownReference(kind: kind, name: text, known: known), at: name.site, path,
      suggestion: Spelling.nearest(to: text, among: known))
    return true
  }
}

extension [CheckedRecord] {
  /// The names of programmes or partners.
  fileprivate var names: [String] { compactMap { $0["name"]?.text } }
}
