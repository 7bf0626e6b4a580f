import ExactMath
import Randomness
import Simulation

/// How the places of a programme go to union councils where a scenario says how partners coordinate (model, 7.7).
///
/// Each union council has a weight: where everybody plans alone the partner's reach times the households there, in joint
/// planning its unmet need. Lists interleave: the household that is the `n`-th of its union council, counted in real
/// households, comes at `n / weight`, so that places are shared out in proportion to the weights at any length.
final class UnionCouncilQuotas {
  private let coordination: Coordination
  private let registers: [PartnerRegister]
  private let geography: Geography
  /// Reach times real households of each union council.
  private let reach: [Double]
  private var weights: [Double]
  private var ranks: [Double]

  init(_ programme: Programme, _ coordination: Coordination, _ setting: ProgrammeSetting) {
    self.coordination = coordination
    registers = setting.registers
    let geography = setting.population.geography
    self.geography = geography
    let spread = setting.scenario.parameters.targeting.reachSpread
    let lot = Lot("\(programme.partner)/reach", setting.stream)
    reach = (0..<geography.unionCouncilCount).map { council in
      let luck = setting.stream.draw(council, .accessibility).normal0 + lot.draw(council).normal0
      return exponential(spread * luck / squareRootOfMagnitude(2)) * geography.realHouseholds(of: council)
    }
    weights = reach
    ranks = Array(repeating: 0, count: geography.unionCouncilCount)
  }

  /// Gives the entries of a list, household in the low 32 bits and in the programme's own order, new keys by which it
  /// interleaves union councils.
  func interleave(_ list: UnsafeMutableBufferPointer<UInt64>, _ population: Population) {
    if coordination == .joint { findUnmetNeed(population) }
    for council in ranks.indices { ranks[council] = 0 }
    for index in list.indices {
      let household = list[index] & 0xFFFF_FFFF
      let council = geography.unionCouncilOfSettlement[geography.settlement(ofHousehold: Int(household))]
      ranks[council] += geography.weights[geography.placeOfUnionCouncil[council]]
      // Numbers that are not negative are ordered as their bits are; without any need a union council comes last.
      list[index] = UInt64(Float(ranks[council] / weights[council]).bitPattern) << 32 | household
    }
  }

  /// Real households of each union council that are poor by the scorecard and that nobody has enrolled.
  private func findUnmetNeed(_ population: Population) {
    for council in weights.indices {
      var households = 0
      for settlement in geography.settlements(ofUnionCouncil: council) {
        for household in geography.members(ofSettlement: settlement)
        where population.score[household] <= MeasuredScores.poor && !registers.isEnrolled(household) {
          households += 1
        }
      }
      weights[council] = Double(households) * geography.weights[geography.placeOfUnionCouncil[council]]
    }
  }
}

extension Geography {
  /// Real households of a union council.
  fileprivate func realHouseholds(of council: Int) -> Double {
    let simulated = settlements(ofUnionCouncil: council).reduce(0) { $0 + members(ofSettlement: $1).count }
    return Double(simulated) * weights[placeOfUnionCouncil[council]]
  }
}

/// The trainees whom the skill centres of a programme can take in, by union council.
struct CentrePlaces {
  private let centres: [SkillCentres]
  private let largestWeight: Double
  /// Places in each union council, and those of them that are left.
  private var opened: [Double]
  private var left: [Double]

  /// The places of a programme's centres; nil where it has none.
  init?(_ centres: [SkillCentres], geography: Geography) {
    guard !centres.isEmpty else { return nil }
    self.centres = centres
    largestWeight = geography.weights.max() ?? 0
    left = Array(repeating: 0, count: geography.unionCouncilCount)
    opened = left
  }

  /// Opens the places of a quarter in the centres that are open; what was too little for a simulated household is
  /// carried over.
  mutating func open() {
    for council in left.indices {
      let places = centres.reduce(0) { $0 + $1.places(inUnionCouncil: council) }
      left[council] = places > 0 ? places + (left[council] < largestWeight ? left[council] : 0) : 0
      opened[council] = left[council]
    }
  }

  /// Whether so many real households can be taken in.
  func hasRoom(for households: Double, unionCouncil: Int) -> Bool {
    RoundingTolerance.reaches(left[unionCouncil], households, beside: opened[unionCouncil])
  }

  /// Takes in so many real households.
  mutating func take(_ households: Double, unionCouncil: Int) { left[unionCouncil] -= households }
}
