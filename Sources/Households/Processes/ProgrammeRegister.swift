import Randomness
import Simulation

/// The list by which a programme enrols: eligible households in the order in which they are offered the package.
///
/// It is drawn up when the programme starts and renewed every four quarters, from scores as they are then measured.
final class ProgrammeRegister {
  /// Quarters for which a list is used.
  static let renewalQuarters = 4

  private let targeting: Targeting
  private let wealthPoints: Double
  private let bands: Set<Band>?
  private let excluded: Set<Int>
  private let geography: Geography
  private let settlements: [Int]
  private let stream: RandomStream
  private let scorePurpose: Purpose
  private let lotteryPurpose: Purpose
  private let orderPurpose: Purpose
  private let list: Column<UInt64>
  private let spare: Column<UInt64>
  private let counts = Column<Int32>(repeating: 0, count: 65_536)
  private var length = 0
  private var position = 0

  init(_ programme: Programme, population: Population, wealthPoints: Double, stream: RandomStream) {
    self.wealthPoints = wealthPoints
    targeting = programme.targeting
    bands = programme.targeting.bands.map { Set($0) }
    excluded = Set(programme.targeting.excludedHouseholds)
    self.stream = stream
    let geography = population.geography
    self.geography = geography
    settlements = (0..<geography.settlementCount).filter { geography.includes(programme.area, settlement: $0) }
    scorePurpose = Purpose(label: "\(programme.name)/score")
    lotteryPurpose = Purpose(label: "\(programme.name)/lottery")
    orderPurpose = Purpose(label: "\(programme.name)/order")
    let reach = settlements.reduce(0) { $0 + geography.members(ofSettlement: $1).count }
    list = Column(repeating: 0, count: reach)
    spare = Column(repeating: 0, count: reach)
  }

  /// The household that is next in line.
  var next: Int? { position < length ? Int(list[position] & 0xFFFF_FFFF) : nil }

  /// Moves on to the household after.
  func advance() { position += 1 }

  /// The place of a household, in O(log settlements).
  func place(of household: Int) -> Int {
    var (low, high) = (0, geography.settlementCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if geography.settlementStarts[middle] <= household { low = middle } else { high = middle - 1 }
    }
    return geography.place(ofSettlement: low)
  }

  /// Draws the list up anew from all who have not been offered the package, in O(households of the area).
  func renew(_ population: Population, offered: Column<Int16>, step: Int) {
    length = 0
    position = 0
    for settlement in settlements {
      for household in geography.members(ofSettlement: settlement) where offered[household] == 0 {
        let measured = measuredScore(population, household, step: step)
        let score = max(0, min(100, measured))
        guard isEligible(population, household, score: score) else { continue }
        list[length] = UInt64(orderKey(household, measured: measured)) << 32 | UInt64(household)
        length += 1
      }
    }
    sortByKey(
      UnsafeMutableBufferPointer(rebasing: list.elements[0..<length]), spare: spare.elements, counts: counts.elements)
  }

  /// The score as the programme's own scorecard finds it, before it is cut to 0-100.
  private func measuredScore(_ population: Population, _ household: Int, step: Int) -> Float {
    let score = population.uncutScore(of: household, wealthPoints: wealthPoints)
    guard targeting.scoreErrorPoints > 0 else { return score }
    let luck = stream.draw(
      entity: UInt32(truncatingIfNeeded: household), quarter: Int32(step), purpose: scorePurpose)
    return score + Float(targeting.scoreErrorPoints * luck.normal0)
  }

  private func isEligible(_ population: Population, _ household: Int, score: Float) -> Bool {
    let traits = population.traits[household]
    if let cutoff = targeting.scoreAtMost, Double(score) > cutoff { return false }
    if let bands, !bands.contains(Band(score: score)) { return false }
    if let femaleHead = targeting.femaleHead, traits.contains(.femaleHead) != femaleHead { return false }
    if let minority = targeting.minority, traits.contains(.minority) != minority { return false }
    if let share = targeting.lotteryShare {
      let luck = stream.draw(entity: UInt32(truncatingIfNeeded: household), quarter: 0, purpose: lotteryPurpose)
      guard luck.uniform0 < share else { return false }
    }
    return !excluded.contains(household)
  }

  /// Who comes first: the lowest key; among the same score, to 1/256 of a point, the lot decides.
  private func orderKey(_ household: Int, measured: Float) -> UInt32 {
    let lot = stream.draw(entity: UInt32(truncatingIfNeeded: household), quarter: 0, purpose: orderPurpose).word0
    switch targeting.order {
    case .poorestFirst:
      let score = UInt32(max(0, min(0x1_FFFF, (measured + 200) * 256)))
      return score << 15 | lot >> 17
    case .random:
      return lot
    }
  }
}
