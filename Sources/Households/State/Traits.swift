/// Facts about a household that do not change while it is simulated.
struct Traits: OptionSet {
  let rawValue: UInt8

  static let femaleHead = Traits(rawValue: 1)
  static let headLiterate = Traits(rawValue: 2)
  static let minority = Traits(rawValue: 4)
  static let elderlyMember = Traits(rawValue: 8)
  /// Land, literacy and no minority status: admitted to the better technique under `Regime.clubs`.
  static let club = Traits(rawValue: 16)
  /// Its debt to the patron bears interest; much informal credit does not.
  static let bearsInterest = Traits(rawValue: 32)

  /// 1 where a trait is present, otherwise 0: an index instead of a branch.
  func index(of trait: Traits) -> Int { rawValue & trait.rawValue == 0 ? 0 : 1 }
}

/// What a household has become through organisations and programmes.
struct Standing: OptionSet {
  let rawValue: UInt8

  /// It is a member of its neighbourhood's community organisation.
  static let member = Standing(rawValue: 1)
  /// A woman represents it there.
  static let womanMember = Standing(rawValue: 2)
  /// It has learnt to run a business.
  static let entrepreneur = Standing(rawValue: 4)
  /// It keeps up assets that it has chosen itself.
  static let upkeep = Standing(rawValue: 8)
  /// It works in a production centre.
  static let centreWorker = Standing(rawValue: 16)
  /// It is or has been a member of its neighbourhood's community organisation.
  static let hasJoined = Standing(rawValue: 32)

  /// 1 where a standing is present, otherwise 0: an index instead of a branch.
  func index(of standing: Standing) -> Int { rawValue & standing.rawValue == 0 ? 0 : 1 }
}

/// What distresses a household in a quarter, as bits.
enum Distress {
  static let severeShock: UInt8 = 1
  static let hunger: UInt8 = 2
}

/// What has happened to a household since the start of the run.
struct Milestones: OptionSet {
  let rawValue: UInt8

  /// It was durably out of dependency when the run started.
  static let durablyOutAtStart = Milestones(rawValue: 1)
  /// It has since made a durable exit, having not been durably out at the start.
  static let madeDurableExit = Milestones(rawValue: 2)
  /// It has left dependency at least once since the start.
  static let exited = Milestones(rawValue: 4)
  /// It has fallen back at least once after leaving.
  static let relapsed = Milestones(rawValue: 8)
}

/// The joint state of a household in the three dimensions, `E + 4 S + 16 P`.
///
/// Each level takes two bits, so that questions about all three dimensions are one comparison without a branch.
struct DependencyState: Equatable {
  let rawValue: UInt8

  static let count = 64

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(economic: Int, social: Int, political: Int) {
    rawValue = UInt8(truncatingIfNeeded: economic + 4 * social + 16 * political)
  }

  var economic: Int { Int(rawValue & 3) }
  var social: Int { Int((rawValue >> 2) & 3) }
  var political: Int { Int(rawValue >> 4) }

  /// The level in one dimension, 0-3.
  func level(of dimension: Dimension) -> Int { Int(rawValue) >> (2 * dimension.rawValue) & 3 }

  /// Out of dependency: E = 3, S >= 2 and P >= 2.
  var isOut: Bool { rawValue & 0b10_10_11 == 0b10_10_11 }

  /// In the trap: E, S and P at most 1.
  var isTrapped: Bool { rawValue & 0b10_10_10 == 0 }

  /// On the patron's credit: E at most 1.
  var isOnPatronsCredit: Bool { rawValue & 0b10 == 0 }

  /// Has peers to turn to: S at least 2.
  var isConnected: Bool { rawValue & 0b10_00 != 0 }

  /// An example to others: E = 3 and S >= 2.
  var isRoleModel: Bool { rawValue & 0b10_11 == 0b10_11 }

  /// Whether a move from another state made the household self-reliant.
  func hasBecomeSelfReliant(since before: DependencyState) -> Bool {
    (rawValue & 3) << 2 | before.rawValue & 3 == 0b11_10
  }
}
