import Simulation
import Statistics

/// Which households made up the poorest two fifths of the persons of an area when it was looked at.
///
/// Persons count with the weight of their place; households that consume alike come in the order of their ids, and the
/// one at the border belongs to the poorest with a fraction.
struct PoorestHouseholds {
  private let settlements: [Int]
  /// Wholly among the poorest, by position in the area.
  private let isAmong: [Bool]
  private let border: (position: Int, membership: Double)

  /// Sorts the households of an area by their welfare.
  ///
  /// Complexity: O(n) in the households of the area; a byte for each is kept.
  init(_ population: Population, settlements: [Int]) {
    self.settlements = settlements
    var welfare: [Float] = []
    var persons: [Double] = []
    Self.forEachMember(of: settlements, population) { household, represented in
      welfare.append(population.welfare[household])
      persons.append(represented)
    }
    let total = persons.reduce(0, +)
    let target = TargetingPerformance()
    var isAmong = [Bool](repeating: false, count: persons.count)
    var border = (position: 0, membership: 0.0)
    var before = 0.0
    for position in WelfareOrder(count: persons.count).positions(byWelfare: { welfare[$0] }) {
      let membership = target.membership(weight: persons[position], weightBefore: before, totalWeight: total)
      guard membership == 1 else {
        border = (position, membership)
        break
      }
      isAmong[position] = true
      before += persons[position]
    }
    self.isAmong = isAmong
    self.border = border
  }

  /// How well a benefit that is alike for all members of the households that get it reaches the poorest.
  /// - Parameters:
  ///   - population: the same households, at any time.
  ///   - hasBenefit: whether a household gets it.
  /// - Returns: the sums, over persons.
  func targeting(_ population: Population, _ hasBenefit: (_ household: Int) -> Bool) -> TargetingPerformance {
    var sums = TargetingPerformance()
    var position = 0
    Self.forEachMember(of: settlements, population) { household, persons in
      let membership = isAmong[position] ? 1 : position == border.position ? border.membership : 0
      sums.add(membership: membership, benefit: hasBenefit(household) ? 1 : 0, weight: persons)
      position += 1
    }
    return sums
  }

  /// Goes through the households of an area in the order of their ids, with the persons that each stands for.
  private static func forEachMember(
    of settlements: [Int], _ population: Population, _ body: (_ household: Int, _ persons: Double) -> Void
  ) {
    let geography = population.geography
    for settlement in settlements {
      let weight = geography.weights[geography.place(ofSettlement: settlement)]
      for household in geography.members(ofSettlement: settlement) {
        body(household, Double(population.persons[household]) * weight)
      }
    }
  }
}
