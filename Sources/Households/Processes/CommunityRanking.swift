import ExactMath
import Randomness
import Simulation

/// How a settlement ranks its households by poverty as it perceives it (model, 7.7).
///
///     perceived = true score + noise N(0,1) - eliteWeight S / 3
///
/// All households of the settlement are ranked, so that its poorest part stays the same size when some have been
/// enrolled. The well connected come out as poorer than they are.
final class CommunityRanking {
  private let share: Double
  private let parameters: TargetingParameters
  private let wealthPoints: Double
  private let lot: Lot
  private let order: Column<UInt64>
  private let positions: Column<Int32>
  private var members = 0..<0
  /// How many households of the settlement are its poorest part, a half counting as one.
  private var poorest = 0

  init(_ programme: Programme, share: Double, _ setting: ProgrammeSetting) {
    self.share = share
    parameters = setting.scenario.parameters.targeting
    wealthPoints = setting.scenario.parameters.score.wealth
    lot = Lot("\(programme.name)/ranking", setting.stream)
    let geography = setting.population.geography
    let largest = (0..<geography.settlementCount).map { geography.members(ofSettlement: $0).count }.max() ?? 0
    order = Column(repeating: 0, count: largest)
    positions = Column(repeating: 0, count: largest)
  }

  /// Ranks a settlement, with the luck of a step.
  func rank(_ population: Population, settlement: Int, step: Int) {
    members = population.geography.members(ofSettlement: settlement)
    poorest = Self.poorest(share, of: members.count)
    var order = self.order[0..<members.count]
    for (row, household) in members.enumerated() {
      // Within +-1000 points, to 2^-20 of a point.
      let points = max(-1000, min(1000, perceivedPoints(population, household, step: step)))
      order[row] = UInt64((points + 1000) * 0x1p20) << 32 | UInt64(row)
    }
    order.sort()
    for (position, entry) in order.enumerated() { positions[Int(entry & 0xFFFF_FFFF)] = Int32(position) }
  }

  /// How many of some households are a share of them, to the nearest; of halves the larger.
  static func poorest(_ share: Double, of households: Int) -> Int {
    Int(RoundingTolerance.wholeUnits(share * Double(households) + 0.5))
  }

  /// The position of a household in the ranked settlement as a share of its households; nil where it is not among the
  /// poorest part.
  func position(of household: Int) -> Double? {
    let position = Int(positions[household - members.lowerBound])
    guard position < poorest else { return nil }
    return Double(position) / Double(members.count)
  }

  private func perceivedPoints(_ population: Population, _ household: Int, step: Int) -> Double {
    let connection = Double(population.state[household].social) / 3
    return Double(population.uncutScore(of: household, wealthPoints: wealthPoints))
      + parameters.rankingNoise * lot.draw(household, step: step).normal0 - parameters.eliteWeight * connection
  }
}
