import Randomness
import Simulation

/// The list by which a programme enrols: eligible households in the order in which they are offered the package.
///
/// It is drawn up when the programme starts and renewed every four quarters, from scores as they are then measured. It
/// is renewed every quarter where eligibility comes and goes within the year: with prerequisites, membership, shocks
/// and surveys; draws of luck still hold for the year.
final class ProgrammeRegister {
  /// Quarters for which measurements, rankings and applications hold.
  static let renewalQuarters = 4

  /// Settlements of the programme's area.
  let settlements: [Int]

  private let targeting: Targeting
  private let renewalInterval: Int
  private let scores: MeasuredScores
  private let bands: Set<Band>?
  private let excluded: Set<Int>
  private let prerequisites: [Column<EnrolmentMarks>]
  private let ranking: CommunityRanking?
  private let selfSelection: SelfSelection?
  private let choice: MemberChoice?
  private let quotas: UnionCouncilQuotas?
  private let geography: Geography
  private let scoreLot: Lot
  private let lotteryLot: Lot
  private let orderLot: Lot
  private let list: Column<UInt64>
  private let spare: Column<UInt64>
  private let counts = Column<Int32>(repeating: 0, count: 65_536)
  private var length = 0
  /// Households on the list when it was longest, by place.
  private(set) var longest: [Int]
  private var position = 0
  /// Entries before `position` that wait for the next quarter.
  private var postponed = 0..<0

  init(_ programme: Programme, _ setting: ProgrammeSetting, choice: MemberChoice?) {
    let scenario = setting.scenario
    let targeting = programme.targeting
    self.targeting = targeting
    self.choice = choice
    bands = targeting.bands.map { Set($0) }
    excluded = Set(targeting.excludedHouseholds)
    let households = setting.population.households
    // Nobody has completed a programme that the scenario does not have.
    prerequisites = programme.after.map { setting.marks[$0] ?? Column(repeating: [], count: households) }
    // Nobody has been visited by a survey that the scenario does not have.
    let survey = targeting.survey.map { setting.surveys[$0] ?? Column(repeating: .nan, count: households) }
    scores = MeasuredScores(survey: survey, wealthPoints: scenario.parameters.score.wealth)
    ranking = targeting.communityShare.map { CommunityRanking(programme, share: $0, setting) }
    selfSelection = targeting.selfSelection ? SelfSelection(programme, setting) : nil
    quotas = scenario.coordination.map { UnionCouncilQuotas(programme, $0, setting) }
    renewalInterval = programme.hasFleetingEligibility ? 1 : Self.renewalQuarters
    let geography = setting.population.geography
    self.geography = geography
    longest = Array(repeating: 0, count: geography.places.count)
    settlements = geography.settlements(of: scenario.area(of: programme))
    scoreLot = Lot("\(programme.name)/score", setting.stream)
    lotteryLot = Lot("\(programme.name)/lottery", setting.stream)
    orderLot = Lot("\(programme.name)/order", setting.stream)
    let reach = settlements.reduce(0) { $0 + geography.members(ofSettlement: $1).count }
    list = Column(repeating: 0, count: reach)
    spare = Column(repeating: 0, count: reach)
  }

  // MARK: - In line

  /// The household that is next in line.
  var next: Int? { position < length ? Int(list[position] & 0xFFFF_FFFF) : nil }

  /// Moves on to the household after.
  func advance() { position += 1 }

  /// Moves on to the household after; this one keeps its turn for the next quarter.
  func postpone() {
    if postponed.isEmpty { postponed = position..<position }
    list[postponed.upperBound] = list[position]
    postponed = postponed.lowerBound..<postponed.upperBound + 1
    position += 1
  }

  /// Puts those who were postponed at the head of the line, in their order.
  func recallPostponed() {
    for entry in postponed.reversed() {
      position -= 1
      list[position] = list[entry]
    }
    postponed = 0..<0
  }

  // MARK: - Drawing up the list

  /// Draws the list up anew, where it is due, from all who have not been offered the package.
  ///
  /// Complexity: O(households of the area).
  func renewIfDue(_ population: Population, offered: Column<Int16>, quartersSinceStart: Int, step: Int) {
    guard quartersSinceStart % renewalInterval == 0 else { return }
    let yearStep = step - quartersSinceStart % Self.renewalQuarters
    length = 0
    position = 0
    var listed = [Int](repeating: 0, count: longest.count)
    for settlement in settlements {
      let before = length
      ranking?.rank(population, settlement: settlement, step: yearStep)
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        let isActive = population.communities.stage[neighbourhood] == .active
        if isActive { choice?.vote(population, neighbourhood: neighbourhood) }
        guard isActive || !targeting.isForMembers else { continue }
        for household in geography.members(ofNeighbourhood: neighbourhood) where offered[household] == 0 {
          enlist(household, population, yearStep: yearStep)
        }
      }
      listed[geography.place(ofSettlement: settlement)] += length - before
    }
    if length > longest.reduce(0, +) { longest = listed }
    sort()
    if let quotas {
      quotas.interleave(UnsafeMutableBufferPointer(rebasing: list.elements[0..<length]), population)
      sort()
    }
  }

  private func sort() {
    sortByKey(
      UnsafeMutableBufferPointer(rebasing: list.elements[0..<length]), spare: spare.elements, counts: counts.elements)
  }

  /// Puts a household on the list if it is eligible.
  private func enlist(_ household: Int, _ population: Population, yearStep: Int) {
    guard isAdmitted(population, household) else { return }
    let measured = measuredScore(population, household, step: yearStep)
    guard isEligible(population, household, score: max(0, min(100, measured))),
      selfSelection?.applies(household, population, step: yearStep) ?? true
    else { return }
    let key: UInt32
    if let ranking {
      guard let position = ranking.position(of: household) else { return }
      key = orderKey(household, leading: UInt32(position * 0x1_0000))
    } else {
      // To 1/256 of a point.
      key = orderKey(household, leading: UInt32(max(0, min(0x1_FFFF, (measured + 200) * 256))))
    }
    list[length] = UInt64(key) << 32 | UInt64(household)
    length += 1
  }

  /// Whether a household meets the conditions that no score enters.
  private func isAdmitted(_ population: Population, _ household: Int) -> Bool {
    if targeting.isForMembers && !population.standing[household].contains(.member) { return false }
    if targeting.afterShock && population.distress[household] & Distress.severeShock == 0 { return false }
    if let survey = scores.survey, survey[household].isNaN { return false }
    return prerequisites.allSatisfy { $0[household].contains(.completed) }
  }

  /// The score as the programme finds it, before it is cut to 0-100: from a survey, or by its own scorecard with error,
  /// which communities that rank their households do without.
  private func measuredScore(_ population: Population, _ household: Int, step: Int) -> Float {
    let score = scores.points(population, household)
    guard scores.survey == nil, targeting.scoreErrorPoints > 0, ranking == nil else { return score }
    return score + Float(targeting.scoreErrorPoints * scoreLot.draw(household, step: step).normal0)
  }

  private func isEligible(_ population: Population, _ household: Int, score: Float) -> Bool {
    let traits = population.traits[household]
    if let cutoff = targeting.scoreAtMost, Double(score) > cutoff { return false }
    if let bands, !bands.contains(Band(score: score)) { return false }
    if let femaleHead = targeting.femaleHead, traits.contains(.femaleHead) != femaleHead { return false }
    if let minority = targeting.minority, traits.contains(.minority) != minority { return false }
    if let share = targeting.lotteryShare, lotteryLot.draw(household).uniform0 >= share { return false }
    return !excluded.contains(household)
  }

  /// Who comes first: the lowest key; the lot decides among those with the same leading 17 bits, or among all.
  private func orderKey(_ household: Int, leading: UInt32) -> UInt32 {
    let lot = orderLot.draw(household).word0
    switch targeting.order {
    case .poorestFirst: return leading << 15 | lot >> 17
    case .random: return lot
    }
  }
}

extension Targeting {
  /// Whether only members of active community organisations are eligible.
  var isForMembers: Bool { membersOnly || membersChoose }
}

extension Programme {
  /// Whether households become eligible or cease to be so within a year.
  fileprivate var hasFleetingEligibility: Bool {
    !after.isEmpty || targeting.isForMembers || targeting.afterShock || targeting.survey != nil
  }
}
