import Households

/// Looks at one programme for what keeps it from reaching anybody.
struct ReachCheck {
  /// The programme.
  let programme: Programme
  /// Its values.
  let record: CheckedRecord
  /// The values of the partners that the scenario lists.
  let partners: [CheckedRecord]
  /// Its scenario.
  let scenario: Scenario

  /// All that was found; nothing of a programme whose period lies outside the scenario, which is another problem.
  var doubts: [ReachDoubt] {
    guard let enrolment = programme.enrolment(in: scenario) else { return [] }
    let ofHouseholds = programme.package.isEmpty ? [] : capacity(enrolment) + target + takeUp + order(enrolment)
    return BudgetCheck(programme: programme, record: record, partners: partners, scenario: scenario).doubts
      + ofHouseholds
      + delays(enrolment) + organisers
  }

  // MARK: - Places

  private func capacity(_ enrolment: ClosedRange<Int>) -> [ReachDoubt] {
    guard let capacity = programme.capacityPerQuarter else { return [] }
    if capacity == 0 { return [doubt("capacity", "it has no places")] }
    let places = capacity * Double(enrolment.count)
    let weight = scenario.leastWeight(of: programme)
    guard places < weight else { return [] }
    return [
      doubt(
        "capacity",
        "each simulated household stands for \(readable(weight)), and it has \(readable(places)) places in all its time; "
          + "simulate more households")
    ]
  }

  // MARK: - Conditions

  private var target: [ReachDoubt] {
    let targeting = programme.targeting
    var found: [ReachDoubt] = []
    if targeting.lotteryShare == 0 { found.append(ofTarget("lottery", "the lottery admits none")) }
    if targeting.communityShare == 0 { found.append(ofTarget("community_ranking", "the poorest 0% are nobody")) }
    if let limit = targeting.scoreAtMost, let bands = targeting.bands, bands.allSatisfy({ $0.lowestScore > limit }) {
      found.append(ofTarget("band", "no score of these bands is at most \(plain(limit))"))
    }
    return found
  }

  private var takeUp: [ReachDoubt] {
    guard !programme.targeting.membersChoose, programme.package.allSatisfy({ $0.takeUp == 0 }) else { return [] }
    return [doubt("package", "none takes any of it up (take_up is 0)")]
  }

  /// What must have happened before: programmes that come first, surveys, and organisations.
  private func order(_ enrolment: ClosedRange<Int>) -> [ReachDoubt] {
    var found: [ReachDoubt] = []
    func begins(_ other: Programme) -> Int { other.enrolment(in: scenario)?.lowerBound ?? .max }
    for name in programme.after {
      guard let first = scenario.programmes.first(where: { $0.name == name }),
        let opening = first.enrolment(in: scenario)
      else { continue }
      let span = first.package.map(\.quartersToLastDelivery).min() ?? 0
      // What is completed in a quarter counts from the next one on.
      guard opening.lowerBound + span >= enrolment.upperBound else { continue }
      found.append(doubt("after", "nobody can have completed '\(name)' before it ends"))
    }
    if let name = programme.targeting.survey, let survey = scenario.programmes.first(where: { $0.name == name }),
      begins(survey) > enrolment.upperBound
    {
      found.append(ofTarget("survey", "'\(name)' surveys nobody before it ends"))
    }
    let mobilising = scenario.programmes.filter(\.hasSocialMobilisation)
    if programme.targeting.membersOnly || programme.targeting.membersChoose, !mobilising.isEmpty,
      mobilising.allSatisfy({ begins($0) > enrolment.upperBound })
    {
      let key = programme.targeting.membersOnly ? "members_only" : "members_choose"
      found.append(ofTarget(key, "nobody is organised before it ends"))
    }
    return found
  }

  // MARK: - Entries of the package

  private func delays(_ enrolment: ClosedRange<Int>) -> [ReachDoubt] {
    let households = record.packageEntries.filter { !CommunitySchema.contains($0.kind) }
    let late = households.compactMap { entry -> (entry: CheckedRecord, delay: CheckedValue, quarters: Int)? in
      guard let delay = entry.record["delay"], let quarters = delay.whole,
        enrolment.lowerBound + quarters > scenario.quarters
      else { return nil }
      return (
        entry.record, delay.site == .standard ? CheckedValue(content: delay.content, site: entry.site) : delay, quarters
      )
    }
    return late.map { entry, delay, quarters in
      let reason = "\(quarters) quarters after the first enrolment the scenario has ended"
      return ReachDoubt(
        problem: .reachesNobody(reason: reason), site: delay.site, path: entry.path(of: "delay"),
        isWhole: late.count == households.count)
    }
  }

  private var organisers: [ReachDoubt] {
    record.packageEntries.compactMap { entry in
      guard entry.kind == "social_mobilisation", let organisers = entry.record["organisers"], organisers.number == 0
      else { return nil }
      let reason = "without organisers no organisation forms"
      return ReachDoubt(
        problem: .reachesNobody(reason: reason), site: organisers.site, path: entry.record.path(of: "organisers"),
        isWhole: false)
    }
  }

  // MARK: - Wording

  private func doubt(_ key: String, _ reason: String) -> ReachDoubt {
    ReachDoubt(
      problem: .reachesNobody(reason: reason), site: record[key]?.site ?? record.site, path: record.path(of: key),
      isWhole: true)
  }

  private func ofTarget(_ key: String, _ reason: String) -> ReachDoubt {
    let target = record["target"]?.record
    return ReachDoubt(
      problem: .reachesNobody(reason: reason), site: target?[key]?.site ?? record.site,
      path: target?.path(of: key) ?? record.path(of: "target"), isWhole: true)
  }
}

extension Scenario {
  /// Real households of the places in which a programme works.
  func realHouseholds(of programme: Programme) -> Double {
    places(of: programme).reduce(0) { $0 + $1.place.households }
  }

  /// The fewest real households for which a simulated one of a programme's area stands; 0 where there is none.
  func leastWeight(of programme: Programme) -> Double {
    places(of: programme).map(\.weight).filter { $0 > 0 }.min() ?? 0
  }

  private func places(of programme: Programme) -> [(place: Place, weight: Double)] {
    let area = area(of: programme)
    return zip(population.places, population.weights).filter { place, _ in
      (area.district ?? place.district) == place.district && (area.tehsil ?? place.tehsil) == place.tehsil
        && (area.settlementType ?? place.settlementType) == place.settlementType
    }
    .map { (place: $0, weight: $1) }
  }
}
