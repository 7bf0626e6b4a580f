import ExactMath
import Simulation

/// The active community organisations of one settlement, taken together.
struct ActiveOrganisations {
  private let population: Population
  private let settlement: Int

  init(of settlement: Int, _ population: Population) {
    self.settlement = settlement
    self.population = population
  }

  /// Whether there is at least one.
  var exist: Bool {
    population.geography.neighbourhoods(ofSettlement: settlement).contains {
      population.communities.stage[$0] == .active
    }
  }

  /// Member households.
  var members: Int {
    var count = 0
    for neighbourhood in population.geography.neighbourhoods(ofSettlement: settlement)
    where population.communities.stage[neighbourhood] == .active {
      count += Int(population.communities.members[neighbourhood])
    }
    return count
  }

  /// What members have saved, PKR thousand of 2015-16.
  var savings: Double {
    var sum = 0.0
    forEachMember { sum += population.savings[$0] }
    return sum
  }

  /// Takes an amount from the members in proportion to their savings, to the last unit of the money grid.
  ///
  /// With `C` what all members up to one have saved, `P` what all have saved and `T` the amount, in units of the grid,
  /// members up to that one pay `T C / P` rounded down; so nobody pays more than it has.
  ///
  /// - Parameter amount: on the money grid, from 0 to `savings`.
  func pool(_ amount: Double) {
    let (total, pool) = (units(amount), units(savings))
    guard total > 0 else { return }
    precondition(total <= pool, "members cannot pool more than they have saved")
    var (saved, paid) = (0 as UInt64, 0 as UInt64)
    forEachMember { household in
      saved += units(population.savings[household])
      let due = pool.dividingFullWidth(total.multipliedFullWidth(by: saved)).quotient
      population.savings[household] -= Double(due - paid) * 0x1p-20
      paid = due
    }
    population.add(amount, to: .pooled, settlement: settlement)
  }

  private func units(_ money: Double) -> UInt64 { UInt64(money * 0x1p20) }

  private func forEachMember(_ body: (Int) -> Void) {
    let (geography, standing) = (population.geography, population.standing.elements)
    for neighbourhood in geography.neighbourhoods(ofSettlement: settlement)
    where population.communities.stage[neighbourhood] == .active {
      for household in geography.members(ofNeighbourhood: neighbourhood) where standing[household].contains(.member) {
        body(household)
      }
    }
  }
}
