import Households
import Notation

/// Looks at one programme for what keeps it from reaching anybody.
struct ReachCheck {
  let programme: Programme
  let record: CheckedRecord
  let grounds: ReachGrounds

  private var scenario: Scenario { grounds.scenario }

  /// All that was found; nothing of a programme whose period lies outside the scenario, which is another problem.
  var doubts: [ReachDoubt] {
    guard let enrolment = programme.enrolment(in: scenario) else { return [] }
    let ofHouseholds = programme.package.isEmpty ? [] : capacity(enrolment) + target + takeUp + order(enrolment)
    return BudgetCheck(programme: programme, record: record, grounds: grounds).doubts
      + ofHouseholds + delays(enrolment) + organisers + area
  }

  // MARK: - Places

  private func capacity(_ enrolment: ClosedRange<Int>) -> [ReachDoubt] {
    guard let capacity = programme.capacityPerQuarter else { return [] }
    if capacity == 0 { return [ReachDoubt("it has no places", at: record, "capacity")] }
    let places = capacity * Double(enrolment.count)
    let weight = grounds.sample(of: programme).leastWeight
    guard places < weight else { return [] }
    let reason = """
      each simulated household stands for \(readable(weight)), and it has \(readable(places)) places in all its time; \
      simulate more households
      """
    return [ReachDoubt(reason, at: record, "capacity")]
  }

  /// Whether the sample has somebody where it works.
  private var area: [ReachDoubt] {
    guard grounds.sample(of: programme).hasHouseholds else {
      return [ReachDoubt("no simulated household stands for its area; simulate more households", at: record, "where")]
    }
    let value = record["where"]?.record?["union_councils"]
    let names = grounds.area(of: programme).unionCouncils ?? []
    let missing = names.enumerated().filter { !grounds.hasUnionCouncil($0.element, of: programme) }
    return missing.map { index, name in
      let site = value?.list.flatMap { $0.indices.contains(index) ? $0[index].site : nil }
      let reason = """
        no simulated household stands for '\(VisibleText.shown(name, atMost: VisibleText.quotedAtMost))'; simulate more \
        households
        """
      return ReachDoubt(
        reason, at: site ?? record.site, record.path(of: "where.union_councils"), isWhole: missing.count == names.count)
    }
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
    return [ReachDoubt("none takes any of it up (take_up is 0)", at: record, "package")]
  }

  /// What must have happened before: programmes that come first, surveys, and organisations.
  private func order(_ enrolment: ClosedRange<Int>) -> [ReachDoubt] {
    var found: [ReachDoubt] = []
    // What is completed in a quarter counts from the next one on.
    let late = programme.after.first { name in
      grounds.firstCompletion(of: name).map { $0 >= enrolment.upperBound } ?? false
    }
    if let late { found.append(ReachDoubt("nobody can have completed '\(late)' before it ends", at: record, "after")) }
    if let name = programme.targeting.survey, grounds.firstQuarter(of: name) > enrolment.upperBound {
      found.append(ofTarget("survey", "'\(name)' surveys nobody before it ends"))
    }
    if programme.targeting.membersOnly || programme.targeting.membersChoose,
      let first = grounds.firstMobilisation, first > enrolment.upperBound
    {
      let key = programme.targeting.membersOnly ? "members_only" : "members_choose"
      found.append(ofTarget(key, "nobody is organised before it ends"))
    }
    return found
  }

  // MARK: - Entries of the package

  private func delays(_ enrolment: ClosedRange<Int>) -> [ReachDoubt] {
    let households = record.packageEntries.filter { !CommunitySchema.contains($0.kind) }
    let late = households.filter { enrolment.lowerBound + ($0.record["delay"]?.whole ?? 0) > scenario.quarters }
    return late.map { entry in
      let quarters = entry.record["delay"]?.whole ?? 0
      let reason = "\(quarters) quarters after the first enrolment the scenario has ended"
      let site = entry.record.site(of: "delay")
      return ReachDoubt(
        reason, at: site == .standard ? entry.site : site, entry.record.path(of: "delay"),
        isWhole: late.count == households.count)
    }
  }

  private var organisers: [ReachDoubt] {
    record.packageEntries
      .filter { $0.kind == "social_mobilisation" && $0.record["organisers"]?.number == 0 }
      .map { ReachDoubt("without organisers no organisation forms", at: $0.record, "organisers", isWhole: false) }
  }

  private func ofTarget(_ key: String, _ reason: String) -> ReachDoubt {
    // What a programme asks of those it enrols, a file says in its target.
    ReachDoubt(reason, at: record["target"]?.record ?? record, key)
  }
}
