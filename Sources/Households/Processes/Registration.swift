import Randomness
import Simulation

/// How households get onto a programme's books (model, 7.7).
///
/// Members of active community organisations are registered by their organisation. Of the others, a voiceless
/// household is hard to register, and a client may go through its patron, who takes a cut. What happens to a household
/// is a trait of it and the programme; which of the two draws counts follows from its political level when its turn
/// comes.
struct Registration: Sendable {
  /// How a household is registered.
  enum Route {
    case barred, direct, brokered
  }

  private let parameters: TargetingParameters
  private let lot: Lot

  init(_ programme: Programme, _ setting: ProgrammeSetting) {
    parameters = setting.scenario.parameters.targeting
    lot = Lot("\(programme.name)/registration", setting.stream)
  }

  /// The way in which a household whose turn has come is registered, if it is.
  func route(of household: Int, settlement: Int, _ population: Population) -> Route {
    let political = population.state[household].political
    guard political < 2, !population.isActiveMember(household, settlement: settlement) else { return .direct }
    let luck = lot.draw(household)
    guard political == 1 else { return luck.uniform0 < parameters.voicelessRegistration ? .direct : .barred }
    return luck.uniform1 < parameters.brokeredShare ? .brokered : .direct
  }
}

/// What a programme notes of a household whose turn has come.
struct EnrolmentMarks: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// It was registered through its patron.
  static let brokered = EnrolmentMarks(rawValue: 1)
  /// It did not get or did not complete something that it took up.
  static let fellShort = EnrolmentMarks(rawValue: 2)
  /// All that it took up has been delivered and completed.
  static let completed = EnrolmentMarks(rawValue: 4)
  /// It could not be registered when its turn came.
  static let barred = EnrolmentMarks(rawValue: 8)
  /// There was no money for it when its turn came.
  static let unaffordable = EnrolmentMarks(rawValue: 16)
}

extension Population {
  /// Whether a household is a member of a community organisation that is active.
  func isActiveMember(_ household: Int, settlement: Int) -> Bool {
    guard standing[household].contains(.member) else { return false }
    return communities.stage[geography.neighbourhood(ofHousehold: household, settlement: settlement)] == .active
  }
}

extension Geography {
  /// The settlement of a household.
  ///
  /// Complexity: O(log settlements).
  ///
  /// - Parameter household: index of the household.
  /// - Returns: index of the settlement.
  public func settlement(ofHousehold household: Int) -> Int {
    Self.position(of: household, in: settlementStarts, 0..<settlementCount)
  }

  /// The neighbourhood of a household, in O(log neighbourhoods of the settlement).
  func neighbourhood(ofHousehold household: Int, settlement: Int) -> Int {
    Self.position(of: household, in: neighbourhoodStarts, neighbourhoods(ofSettlement: settlement))
  }

  /// The last of some starts that is not beyond a household.
  private static func position(of household: Int, in starts: [Int], _ range: Range<Int>) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= household { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
