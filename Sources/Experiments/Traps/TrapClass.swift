public import Households
internal import MarkovChains
internal import Statistics

/// Joint states that all reach each other: a household that has left them for others does not come back.
public struct TrapClass: Hashable, Sendable {
  /// Whether a durable exit can be made from it.
  public enum Kind: String, Sendable {
    /// A durable exit can be made.
    case wayOut = "way_out"
    /// It is never left, and nobody in it can make one.
    case withoutDoor = "trap_without_a_door"
    /// It is left, but only for traps without a door.
    case leadsIntoTrap = "leads_into_a_trap"
    /// It was seen too seldom to tell, and does not count.
    case seldomSeen = "seldom_seen"
  }

  /// Its states, ascending.
  public let states: [JointState]
  /// Whether a durable exit can be made from it.
  public let kind: Kind
  /// Its share of all household-quarters.
  public let share: Double
  /// The share of its household-quarters that was out of dependency.
  public let shareOut: Double
  /// The chance that one of its households that are not out of dependency ever makes a durable exit; NaN where all are out
  /// or it was seldom seen.
  public let chanceOfExit: Double
  /// The levels that set it apart, in words.
  public let name: String
  /// The chance of leaving it in a quarter that may have gone unseen: with it nobody would leave with a probability of 5%.
  ///
  /// 0 for exact chances, NaN for a class that was left or seldom seen.
  public let unseenChance: Double

  /// What tells chains of other classes apart: the kind, and whether it is left.
  struct Form: Hashable {
    let kind: Kind
    let isLeft: Bool
  }

  /// The forms of the classes that count, in their order.
  static func forms(of classes: [TrapClass]) -> [Form] {
    classes.filter { $0.kind != .seldomSeen }.map { Form(kind: $0.kind, isLeft: $0.unseenChance.isNaN) }
  }

  /// The classes of a chain, the one with the most household-quarters first, those seldom seen last.
  static func all(_ numbers: TrapNumbers) -> [TrapClass] {
    let dependency = numbers.dependency
    let chances = numbers.chancesByState
    let kept = dependency.classes.map { members in
      let weight = members.states.reduce(0) { $0 + dependency.occupancy[$1] }
      let out = members.states.reduce(0) { dependency.states[$1].isOut ? $0 + dependency.occupancy[$1] : $0 }
      let inside = members.states.filter { !dependency.states[$0].isOut }
      let notOut = inside.reduce(0) { $0 + dependency.occupancy[$1] }
      let exiting = inside.reduce(0) { $0 + dependency.occupancy[$1] * chances[$1] }
      // Nobody in a class of states that are all out has to get out of it.
      let hasExit = inside.isEmpty || inside.contains { chances[$0] > 0 }
      let quarters = weight * dependency.simulatedQuarters
      return TrapClass(
        states: members.states.map { dependency.states[$0] },
        kind: hasExit ? .wayOut : members.isClosed ? .withoutDoor : .leadsIntoTrap,
        share: weight * (1 - dependency.shareLeftOut), shareOut: weight > 0 ? out / weight : .nan,
        chanceOfExit: notOut > 0 ? exiting / notOut : .nan,
        name: dependency.classes.count == 1
          ? "all" : TrapSet.levels(of: members.states, states: dependency.states, weights: dependency.occupancy),
        unseenChance: !members.isClosed
          ? .nan
          : quarters.isFinite
            ? 1 - ConfidenceInterval.exact(isOne: true, number: quarters, level: 0.9).lower : 0)
    }
    let seldom = dependency.seldomSeen.map { states, share in
      // Known where all its states are out, or none is.
      let isOut = states.map(\.isOut)
      let shareOut = isOut.allSatisfy { $0 == isOut[0] } ? (isOut[0] ? 1 : 0) : Double.nan
      return TrapClass(
        states: states, kind: .seldomSeen, share: share, shareOut: shareOut, chanceOfExit: .nan, name: "seldom seen",
        unseenChance: .nan)
    }
    return kept + seldom
  }
}
