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
    /// It is left for traps without a door, and no durable exit was seen to be possible.
    case leadsIntoTrap = "leads_into_a_trap"
    /// It is left, but only for states that were seen too seldom: what follows is not known.
    case leadsToSeldomSeen = "leads_to_seldom_seen"
    /// It was not left and seen too seldom to tell, and does not count.
    case seldomSeen = "seldom_seen"

    /// Whether what becomes of its households is known.
    public var isEndKnown: Bool { self != .leadsToSeldomSeen && self != .seldomSeen }

    /// Whether no durable exit was seen to be possible, although its end is known.
    public var isTrap: Bool { self == .withoutDoor || self == .leadsIntoTrap }
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
  /// or its end is not known.
  public let chanceOfExit: Double
  /// The levels that set it apart, in words.
  public let name: String
  /// The chance of leaving it in a quarter that may have gone unseen: with it nobody would leave with a probability of 5%.
  ///
  /// 0 for exact chances, NaN for a class that was left or seldom seen.
  public let unseenChance: Double

  /// Whether its share is so large that it is worth a sentence although its end is not known.
  public var isNoticeable: Bool { share >= ObservedMoves.seldom }

  /// What tells chains of other classes apart: the kind, and whether it is left.
  struct Form: Hashable {
    let kind: Kind
    let isLeft: Bool
  }

  /// How many classes that are not left there are of each kind, and of which kinds those are that are left.
  ///
  /// How many of the latter there are changes no number's meaning: where nobody falls back, each state on the way is one.
  static func forms(of classes: [TrapClass]) -> [Form: Int] {
    classes.reduce(into: [:]) { forms, described in
      guard described.kind.isEndKnown else { return }
      let form = Form(kind: described.kind, isLeft: described.unseenChance.isNaN)
      forms[form] = form.isLeft ? 1 : forms[form, default: 0] + 1
    }
  }

  /// The classes of a chain, the one with the most household-quarters first, then those that are left out, those seldom
  /// seen last.
  static func all(_ numbers: TrapNumbers) -> [TrapClass] {
    let dependency = numbers.dependency
    let unknown = dependency.leftOut.filter(\.isLeft)
    // What sets a class apart is told beside all states but those seldom seen.
    let states = dependency.states + unknown.flatMap(\.states)
    let rest = 1 - dependency.shareLeftOut
    let weights = dependency.occupancy.map { rest * $0 } + unknown.flatMap(\.occupancy)
    let classes = dependency.classes
    let isOnly = classes.count + unknown.count == 1
    func name(_ members: [JointState]) -> String {
      isOnly ? "all" : TrapSet.levels(of: members, states: states, weights: weights)
    }
    let kept = merged(
      classes.map { members in
        TrapClass(members, numbers, name: name(members.states.map { dependency.states[$0] }), rest: rest)
      }, quarters: rest > 0 ? dependency.simulatedQuarters / rest : 0, name: name)
    let leftOut = dependency.leftOut.map { members in
      let out = zip(members.states, members.occupancy).reduce(0) { $1.0.isOut ? $0 + $1.1 : $0 }
      return TrapClass(
        states: members.states, kind: members.isLeft ? .leadsToSeldomSeen : .seldomSeen, share: members.share,
        shareOut: members.share > 0 ? out / members.share : .nan, chanceOfExit: .nan,
        name: members.isLeft ? name(members.states) : "seldom seen", unseenChance: .nan)
    }
    return kept + leftOut
  }
}

extension TrapClass {
  /// Classes of which the trap that is left for seldom seen ones alone is one with them: nobody was seen to leave it.
  ///
  /// They come by falling share, of so many simulated household-quarters in all.
  private static func merged(
    _ classes: [TrapClass], quarters: Double, name: ([JointState]) -> String
  ) -> [TrapClass] {
    let place = classes.firstIndex { $0.kind == .leadsIntoTrap && $0.share >= ObservedMoves.seldom }
    guard let place else { return classes }
    let isPart = classes.indices.map { index in
      index == place || (classes[index].kind.isTrap && classes[index].share < ObservedMoves.seldom)
    }
    let parts = zip(classes, isPart).filter(\.1).map(\.0)
    guard zip(classes, isPart).allSatisfy({ $1 || !$0.kind.isTrap }), parts.count > 1 else { return classes }
    let states = parts.flatMap(\.states).sorted { $0.index < $1.index }
    let share = parts.reduce(0) { $0 + $1.share }
    let whole = TrapClass(
      states: states, kind: .withoutDoor, share: share, shareOut: 0, chanceOfExit: 0,
      name: parts.count == classes.count ? "all" : name(states), unseenChance: unseenChance(quarters: share * quarters))
    let all = classes.indices.compactMap { $0 == place ? whole : isPart[$0] ? nil : classes[$0] }
    return all.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }.map(\.element)
  }

  /// The chance of leaving some states in a quarter with which nobody would leave in so many with a probability of 5%.
  private static func unseenChance(quarters: Double) -> Double {
    quarters.isFinite ? 1 - ConfidenceInterval.exact(isOne: true, number: quarters, level: 0.9).lower : 0
  }

  /// A class of a chain, in whose states is such a share of household-quarters.
  private init(_ members: CommunicatingClass, _ numbers: TrapNumbers, name: String, rest: Double) {
    let dependency = numbers.dependency
    let chances = numbers.chancesByState
    let weight = members.states.reduce(0) { $0 + dependency.occupancy[$1] }
    let out = members.states.reduce(0) { dependency.states[$1].isOut ? $0 + dependency.occupancy[$1] : $0 }
    let inside = members.states.filter { !dependency.states[$0].isOut }
    let notOut = inside.reduce(0) { $0 + dependency.occupancy[$1] }
    let exiting = inside.reduce(0) { $0 + dependency.occupancy[$1] * chances[$1] }
    let isLeft = dependency.isLeft[members.states[0]]
    let hasExit = members.states.contains { numbers.exits[$0] }
    let leadsTo = numbers.isTrapReached[members.states[0]] ? Kind.leadsIntoTrap : .leadsToSeldomSeen
    self.init(
      states: members.states.map { dependency.states[$0] },
      kind: hasExit ? .wayOut : isLeft ? leadsTo : .withoutDoor, share: weight * rest,
      shareOut: weight > 0 ? out / weight : .nan, chanceOfExit: notOut > 0 ? exiting / notOut : .nan, name: name,
      unseenChance: isLeft ? .nan : Self.unseenChance(quarters: weight * dependency.simulatedQuarters))
  }
}
