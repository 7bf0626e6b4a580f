import Households

/// Checks that what programmes say of other programmes and of partners fits.
struct ReferenceChecks {
  private let programmes: [CheckedRecord]
  private let partners: [CheckedRecord]?
  private let areas: AreaChecks
  private let order: ProgrammeOrder
  private let programmeNames: Names
  private let partnerNames: Names
  /// Those whose poverty survey may be used.
  private let surveying: Names
  /// Names of programmes that have nothing for households.
  private let forPlacesAlone: Set<String>

  init(scenario: CheckedRecord) {
    programmes = scenario.records("programmes")
    partners = scenario["partners"]?.list?.compactMap(\.record)
    areas = AreaChecks(population: scenario["population"]?.record)
    order = ProgrammeOrder(programmes)
    programmeNames = Names(programmes)
    partnerNames = Names(partners ?? [])
    surveying = Names(programmes.filter { $0.has("poverty_survey") || !$0.hasKnownPackage })
    forPlacesAlone = Set(programmes.filter(\.isForPlacesAlone).compactMap { $0["name"]?.text })
  }

  /// Names of programmes or partners, to be listed and to be looked up.
  private struct Names {
    let list: [String]
    let set: Set<String>

    init(_ records: [CheckedRecord]) {
      list = records.compactMap { $0["name"]?.text }
      set = Set(list)
    }
  }

  /// Reports references that lead nowhere or in a circle.
  func report(to reporter: inout Reporter) {
    reportPartners(to: &reporter)
    for (index, programme) in programmes.enumerated() {
      reportPartner(of: programme, to: &reporter)
      reportPredecessors(of: index, to: &reporter)
      if let target = programme["target"]?.record { reportSurvey(of: target, to: &reporter) }
      for entry in programme.packageEntries { reportSurvey(of: entry.record, to: &reporter) }
    }
  }

  // MARK: - Partners

  private func reportPartners(to reporter: inout Reporter) {
    var names = UniqueNames()
    for partner in partners ?? [] {
      names.note(partner, to: &reporter)
      if let area = partner["where"]?.record { areas.report(area, to: &reporter) }
      let known = ParameterSchema.deflatorYears
      guard let budget = partner["budget"]?.record, let year = budget["price_year"]?.whole, !known.contains(year) else {
        continue
      }
      reporter.report(.noDeflator(year: year, known: known), at: budget, "price_year")
    }
  }

  /// Where partners are listed, a name that is not among them is a slip by which a budget would lose its effect.
  private func reportPartner(of programme: CheckedRecord, to reporter: inout Reporter) {
    guard partners != nil, let name = programme["partner"] else { return }
    reportUnknown(name, "partner", among: partnerNames, programme.path(of: "partner"), to: &reporter)
  }

  // MARK: - Programmes

  private func reportPredecessors(of index: Int, to reporter: inout Reporter) {
    let (programme, given) = (programmes[index], programmes[index]["after"]?.list ?? [])
    let path = programme.path(of: "after")
    let way = order.wayBack(to: index)
    for name in given {
      guard !reportUnknown(name, "programme", among: programmeNames, path, to: &reporter), let text = name.text else {
        continue
      }
      if let way, way.dropFirst().first == text {
        reporter.report(.comesAfterItself(chain: way), at: name.site, path)
      } else if forPlacesAlone.contains(text) {
        reporter.report(.nobodyCompletes(programme: text), at: name.site, path)
      }
    }
  }

  private func reportSurvey(of record: CheckedRecord, to reporter: inout Reporter) {
    guard let name = record["survey"], let text = name.text else { return }
    let path = record.path(of: "survey")
    if programmeNames.set.contains(text) {
      guard !surveying.set.contains(text) else { return }
      let known = surveying.list.isEmpty ? ["a programme that has one"] : surveying.list
      reporter.report(.noPovertySurvey(programme: text, known: known), at: name.site, path)
    } else {
      reportUnknown(name, "programme", among: surveying.list.isEmpty ? programmeNames : surveying, path, to: &reporter)
    }
  }

  /// - Returns: whether the name is unknown.
  @discardableResult private func reportUnknown(
    _ name: CheckedValue, _ kind: String, among known: Names, _ path: String, to reporter: inout Reporter
  ) -> Bool {
    guard let text = name.text, !known.set.contains(text) else { return false }
    reporter.report(
      .unknownReference(kind: kind, name: text, known: known.list), at: name.site, path,
      suggestion: Spelling.nearest(to: text, among: known.list))
    return true
  }
}
