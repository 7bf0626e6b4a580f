import Simulation

/// Numbers of the score process (model, 5 and 7.9).
public struct ScoreParameters: Sendable {
  /// Points before any answer.
  public var constant = -9.3
  /// Points for 0-2, 3-4 and 5-6 dependants.
  public var dependants = [10.7, 6.0, 2.1]
  /// Points for a literate head.
  public var headLiterate = 8.6
  /// Points for school-age children all in school, some in school, and none of that age.
  public var schooling = [8.2, 2.9, 4.8]
  /// Points for fewer than 2, 3 and 5 persons per room.
  public var crowding = [24.9, 11.7, 5.3]
  /// Points for a flush toilet and for a pit.
  public var toilet = [9.0, 4.7]
  /// Points for keeping animals.
  public var livestock = -5.9
  /// Points for land under 2 acres, 2-5 acres, and 5 or more.
  public var land = [1.4, 0.5, 6.0]
  /// Points for living in a town.
  public var urban = 11.2
  /// Points for each doubling of `1 + k / need`.
  public var wealth = 6.0
  /// Share of the three dimensions in which a household must be dependent to count as dependent.
  public var dependencyCutoff = 0.5

  static let catalogue: [ParameterDefinition] =
    [
      points("constant", \.score.constant, "Points before any answer."),
      points("dependants.up_to_2", \.score.dependants[0], "Points for at most 2 dependants."),
      points("dependants.3_to_4", \.score.dependants[1], "Points for 3 or 4 dependants."),
      points("dependants.5_to_6", \.score.dependants[2], "Points for 5 or 6 dependants."),
      points("head_literate", \.score.headLiterate, "Points for a literate head."),
      points("schooling.all", \.score.schooling[0], "Points where all school-age children attend."),
      points("schooling.some", \.score.schooling[1], "Points where some school-age children attend."),
      points("schooling.no_children", \.score.schooling[2], "Points where nobody is of school age."),
      points("persons_per_room.under_2", \.score.crowding[0], "Points for fewer than 2 persons per room."),
      points("persons_per_room.under_3", \.score.crowding[1], "Points for 2 to 3 persons per room."),
      points("persons_per_room.under_5", \.score.crowding[2], "Points for 3 to 5 persons per room."),
      points("toilet.flush", \.score.toilet[0], "Points for a flush toilet."),
      points("toilet.pit", \.score.toilet[1], "Points for a pit."),
      points("livestock", \.score.livestock, "Points for keeping animals."),
      points("land.under_2_acres", \.score.land[0], "Points for owning less than 2 acres."),
      points("land.2_to_5_acres", \.score.land[1], "Points for owning 2 to 5 acres."),
      points("land.from_5_acres", \.score.land[2], "Points for owning 5 acres or more."),
      points("urban", \.score.urban, "Points for living in a town."),
      ParameterDefinition(
        "score.wealth", \.score.wealth, "points per doubling", 0...100, Source.assumed,
        "Points for each doubling of 1 + assets / need since the household was surveyed."),
      ParameterDefinition(
        "score.dependency_cutoff", \.score.dependencyCutoff, "share of dimensions", 0.01...1, Source.assumed,
        "Share of the three dimensions in which a household must be dependent to be counted as dependent."),
    ]

  private static func points(
    _ name: String, _ place: ParameterPlace, _ summary: String
  ) -> ParameterDefinition {
    ParameterDefinition("score." + name, place, "points", -100...100, Source.scorecard, summary)
  }

  /// Points of a surveyed household before clamping; what its assets add later comes on top.
  /// - Parameter household: the survey row.
  /// - Returns: points, not yet within 0-100.
  public func base(of household: SurveyHousehold) -> Double {
    var points = constant
    switch household.children + household.elderly {
    case ...2: points += dependants[0]
    case 3...4: points += dependants[1]
    case 5...6: points += dependants[2]
    default: break
    }
    if household.headLiterate { points += headLiterate }
    if household.schoolAge == 0 {
      points += schooling[2]
    } else if household.inSchool >= household.schoolAge {
      points += schooling[0]
    } else if household.inSchool > 0 {
      points += schooling[1]
    }
    switch Double(household.persons) / Double(max(1, household.rooms)) {
    case ..<2: points += crowding[0]
    case ..<3: points += crowding[1]
    case ..<5: points += crowding[2]
    default: break
    }
    switch household.toilet {
    case .flush: points += toilet[0]
    case .pit: points += toilet[1]
    case .none: break
    }
    if household.livestock { points += livestock }
    switch household.landAcres {
    case ...0: break
    case ..<2: points += land[0]
    case ..<5: points += land[1]
    default: points += land[2]
    }
    if household.stratum.region == .urban { points += urban }
    return points
  }
}

/// Process 8: the scorecard, and the records of exits, relapses and time in the trap (model, 5 and 7.9).
///
/// The score moves with assets, `base + 6 log2((1 + k / need) / (1 + k0 / need))`, clamped to 0-100.
/// Complexity: O(households), no allocation.
struct Score: BlockProcess {
  static let description = ProcessDescription(
    name: "score",
    summary: "The scorecard moves with assets; exits from dependency, relapses and time in the trap are recorded.",
    rules: """
      Points are those of a proxy means test at the start, raised or lowered with each doubling or halving of one \
      plus assets over need, and kept within 0 and 100. A household is out of dependency when it is self-reliant, \
      connected or leading, and aware or claiming; an exit is durable once it has held for four quarters.
      """,
    parameterGroups: ["score"])

  var name: String { Self.description.name }
  let parameters: ScoreParameters
  /// Quarters out of dependency that make an exit durable.
  static let durableQuarters: UInt8 = 4

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let population = world.population
    let workspace = world.workspaces[worker]
    let states = DependencyState.count
    let (quartersOut, quartersTrapped) = (population.quartersOut.elements, population.quartersTrapped.elements)
    for settlement in block.groups {
      let transitions =
        workspace.transitions.elements.baseAddress.unsafelyUnwrapped
        + population.geography.place(ofSettlement: settlement) * states * states
      for household in population.geography.members(ofSettlement: settlement) {
        let state = population.state.elements[household]
        let before = workspace.stateBefore.elements[household - block.members.lowerBound]
        transitions[Int(state.rawValue) + Int(before.rawValue) * states] += 1
        quartersTrapped[household] &+= state.isTrapped ? 1 : 0
        if state.isOut || quartersOut[household] > 0 { recordExit(population, household, isOut: state.isOut) }
        population.score.elements[household] = population.cutScore(
          of: household, wealthPoints: parameters.wealth)
      }
    }
  }

  private func recordExit(_ population: Population, _ household: Int, isOut: Bool) {
    let quartersOut = population.quartersOut.elements[household]
    var milestones = population.milestones.elements[household]
    if isOut {
      let quarters = quartersOut < 255 ? quartersOut + 1 : 255
      population.quartersOut.elements[household] = quarters
      if quarters == 1 { milestones.insert(.exited) }
      if quarters >= Self.durableQuarters && !milestones.contains(.durablyOutAtStart) {
        milestones.insert(.madeDurableExit)
      }
    } else {
      population.quartersOut.elements[household] = 0
      milestones.insert(.relapsed)
    }
    population.milestones.elements[household] = milestones
  }
}

extension Population {
  /// Takes the assets of now as those that the survey's scorecard saw.
  func startScores(_ parameters: ScoreParameters) {
    for household in 0..<households {
      initialWealth[household] = wealth[household]
      score[household] = cutScore(of: household, wealthPoints: parameters.wealth)
    }
  }

  /// Scorecard points of a household as it is now, from 0 to 100.
  func cutScore(of household: Int, wealthPoints: Double) -> Float {
    max(0, min(100, uncutScore(of: household, wealthPoints: wealthPoints)))
  }

  /// Scorecard points of a household as it is now, before they are cut to 0-100.
  func uncutScore(of household: Int, wealthPoints: Double) -> Float {
    let doublings = Int(wealth.elements[household]) - Int(initialWealth.elements[household])
    return scoreBase.elements[household] + Float(wealthPoints) * Float(doublings) / 1024
  }
}
