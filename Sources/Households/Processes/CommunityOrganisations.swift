import ExactMath
import Randomness
import Simulation

/// Who visits: how it knows the poor, how far it is believed, and whom it reaches.
struct Mobiliser {
  let scores: MeasuredScores
  /// 0-1.
  let credibility: Double
  /// Part of the households with a male head that send a woman, 0-1.
  let womenOutreach: Double
}

/// How community organisations form, grow, mature and fall dormant (model, 7.4).
struct CommunityOrganisations: Sendable {
  let parameters: InstitutionParameters
  let stream: RandomStream

  // MARK: - A visit

  /// What a mobiliser's visit brings about: an organisation may form, and households may join it.
  /// - Returns: the simulated households that joined.
  func visit(_ call: Call, _ population: Population, by mobiliser: Mobiliser, step: Int) -> Int {
    let communities = population.communities
    let neighbourhood = call.neighbourhood
    communities.isSupported[neighbourhood] = true
    if communities.stage[neighbourhood] == .none || communities.stage[neighbourhood] == .dormant {
      let odds = formationLogOdds(call, population, by: mobiliser)
      let luck = stream.draw(neighbourhood, .formation, step: step)
      guard luck.uniform0 < logistic(odds) else { return 0 }
      communities.stage[neighbourhood] = .forming
    }
    return recruit(neighbourhood, population, by: mobiliser)
  }

  private func formationLogOdds(
    _ call: Call, _ population: Population, by mobiliser: Mobiliser
  ) -> Double {
    let households = population.geography.members(ofNeighbourhood: call.neighbourhood)
    let poor = households.reduce(0) { $0 + (mobiliser.scores.isPoor(population, $1) ? 1 : 0) }
    return parameters.formationConstant
      + parameters.formationPoorShare * (Double(poor) / Double(households.count))
      + parameters.formationOrganisedShare * population.communities.organisedShare[call.settlement]
      + parameters.formationCredibility * mobiliser.credibility
      - parameters.formationPatronPower * population.patronPower[call.settlement]
  }

  /// Lets the households of a neighbourhood that are no members yet decide whether to join, one by one.
  ///
  /// The draw is a trait: who has declined joins later only if something about it or the mobiliser has changed.
  private func recruit(_ neighbourhood: Int, _ population: Population, by mobiliser: Mobiliser) -> Int {
    var joined = 0
    let ceiling = logistic(highestJoiningLogOdds(by: mobiliser))
    for household in population.geography.members(ofNeighbourhood: neighbourhood)
    where !population.standing[household].contains(.member) {
      let luck = stream.draw(household, .joining)
      // Most of those who have declined would decline whatever they were.
      guard luck.uniform0 < ceiling, luck.uniform0 < logistic(joiningLogOdds(household, population, by: mobiliser))
      else { continue }
      let isWoman =
        population.traits[household].contains(.femaleHead) || luck.uniform1 < mobiliser.womenOutreach
      population.standing[household].insert(isWoman ? [.hasJoined, .member, .womanMember] : [.hasJoined, .member])
      joined += 1
    }
    population.communities.members[neighbourhood] += Int32(joined)
    return joined
  }

  private func highestJoiningLogOdds(by mobiliser: Mobiliser) -> Double {
    parameters.joiningConstant + parameters.joiningCredibility * mobiliser.credibility
      + (parameters.joiningBand.max() ?? 0) + (parameters.joiningSocial.max() ?? 0)
      + max(0, parameters.joiningFemaleHead) + max(0, parameters.joiningMinority)
  }

  private func joiningLogOdds(
    _ household: Int, _ population: Population, by mobiliser: Mobiliser
  ) -> Double {
    let traits = population.traits[household]
    let points = mobiliser.scores.points(population, household)
    let band = Band(score: points.isNaN ? population.score[household] : points)
    return parameters.joiningConstant
      + parameters.joiningCredibility * mobiliser.credibility
      + parameters.joiningBand[Band.allCases.firstIndex(of: band) ?? 0]
      + parameters.joiningSocial[population.state[household].social]
      + (traits.contains(.femaleHead) ? parameters.joiningFemaleHead : 0)
      + (traits.contains(.minority) ? parameters.joiningMinority : 0)
  }

  // MARK: - A quarter

  /// Lets every organisation become active, mature, fall dormant or dissolve, and adds up who is organised.
  func develop(_ population: Population, desks: [MobilisationDesk], step: Int) {
    let geography = population.geography
    let communities = population.communities
    for settlement in 0..<geography.settlementCount {
      let tier = parameters.tierWeight(population, settlement: settlement)
      var organised = 0
      for neighbourhood in geography.neighbourhoods(ofSettlement: settlement) {
        develop(neighbourhood, population, desks: desks, tier: tier, step: step)
        communities.tier[neighbourhood] = tier * communities.activeMaturity(ofNeighbourhood: neighbourhood)
        if communities.stage[neighbourhood] == .active { organised += Int(communities.members[neighbourhood]) }
      }
      let households = geography.members(ofSettlement: settlement).count
      communities.organisedShare[settlement] = Double(organised) / Double(households)
    }
  }

  private func develop(
    _ neighbourhood: Int, _ population: Population, desks: [MobilisationDesk], tier: Double, step: Int
  ) {
    let communities = population.communities
    let isSupported = communities.isSupported[neighbourhood]
    switch communities.stage[neighbourhood] {
    case .none, .dormant: return
    case .forming:
      if meetsCriteria(neighbourhood, population, desks: desks) {
        communities.stage[neighbourhood] = .active
        mature(neighbourhood, communities)
      } else if communities.members[neighbourhood] == 0
        || !isSupported && isStruck(neighbourhood, communities, tier, step)
      {
        dissolve(neighbourhood, population)
      }
    case .active:
      mature(neighbourhood, communities)
      if isStruck(neighbourhood, communities, tier, step) { communities.stage[neighbourhood] = .dormant }
    }
  }

  /// Whether a forming organisation has the members, the poor and the women that its programme asks for.
  private func meetsCriteria(_ neighbourhood: Int, _ population: Population, desks: [MobilisationDesk]) -> Bool {
    let communities = population.communities
    let members = Double(communities.members[neighbourhood])
    let organiser = Int(communities.organiser[neighbourhood])
    guard members >= parameters.minimumMembers, let desk = desks.first(where: { $0.account.number == organiser })
    else { return false }
    var (women, poor, poorMembers) = (0, 0, 0)
    for household in population.geography.members(ofNeighbourhood: neighbourhood) {
      let standing = population.standing[household]
      women += standing.index(of: .womanMember)
      guard desk.scores.isPoor(population, household) else { continue }
      poor += 1
      poorMembers += standing.index(of: .member)
    }
    return RoundingTolerance.reaches(Double(poorMembers), desk.plan.minimumPoorShare * Double(poor))
      && RoundingTolerance.reaches(Double(women), desk.plan.minimumWomenShare * members)
  }

  private func mature(_ neighbourhood: Int, _ communities: Communities) {
    let maturity = communities.maturity[neighbourhood]
    communities.maturity[neighbourhood] =
      communities.isSupported[neighbourhood]
      ? maturity + parameters.maturityGain * (1 - maturity) : max(0, maturity - parameters.maturityLoss)
  }

  /// Whether an organisation gives up in this quarter.
  private func isStruck(_ neighbourhood: Int, _ communities: Communities, _ tier: Double, _ step: Int) -> Bool {
    let hazard = parameters.dormancyHazard * (1 - communities.maturity[neighbourhood]) * (1 - tier)
    return stream.draw(neighbourhood, .dormancy, step: step).uniform0 < hazard
  }

  /// Ends an organisation that has never become active; its members leave.
  private func dissolve(_ neighbourhood: Int, _ population: Population) {
    let communities = population.communities
    for household in population.geography.members(ofNeighbourhood: neighbourhood) {
      population.standing[household].subtract([.member, .womanMember])
    }
    communities.stage[neighbourhood] = .none
    communities.maturity[neighbourhood] = 0
    communities.members[neighbourhood] = 0
    communities.organiser[neighbourhood] = 0
  }
}
