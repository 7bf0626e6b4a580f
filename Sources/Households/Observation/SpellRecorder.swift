import Simulation
import Statistics

/// Notes the quarters in which households first leave dependency, do so durably, and first fall back.
///
/// Milestones say what has happened; they change so seldom that nearly every household takes one comparison a quarter.
/// Those out of dependency at the start are not followed to an exit nor to a relapse, for nobody knows since when they
/// have been out; those durably out at the start are not followed to a durable exit.
final class SpellRecorder: @unchecked Sendable {
  let cells: GroupedCells
  /// The milestones that have been noted.
  private let noted: Column<UInt8>
  /// Quarters of the events; 0 where they have not happened, `notFollowed` where it does not matter.
  private let exitAt: Column<UInt16>
  private let durableExitAt: Column<UInt16>
  private let relapseAt: Column<UInt16>

  private static let notFollowed = UInt16.max

  init(_ population: Population, cells: GroupedCells) {
    self.cells = cells
    let households = population.households
    noted = Column(repeating: 0, count: households)
    exitAt = Column(repeating: 0, count: households)
    durableExitAt = Column(repeating: 0, count: households)
    relapseAt = Column(repeating: 0, count: households)
    for household in 0..<households {
      noted[household] = population.milestones[household].rawValue
      if population.state[household].isOut { exitAt[household] = Self.notFollowed }
      if population.milestones[household].contains(.durablyOutAtStart) { durableExitAt[household] = Self.notFollowed }
    }
  }

  /// Notes what has happened in a quarter.
  func record(_ population: Population, _ blocks: [Block], quarter: Int, team: WorkerTeam) {
    team.share(blocks.count) { piece, _ in
      let (milestones, noted) = (population.milestones.elements, noted.elements)
      for household in blocks[piece].members where milestones[household].rawValue != noted[household] {
        let new = milestones[household].subtracting(Milestones(rawValue: noted[household]))
        note(new, of: household, quarter: UInt16(truncatingIfNeeded: quarter))
        noted[household] = milestones[household].rawValue
      }
    }
  }

  private func note(_ new: Milestones, of household: Int, quarter: UInt16) {
    if new.contains(.madeDurableExit), durableExitAt[household] == 0 { durableExitAt[household] = quarter }
    guard exitAt[household] != Self.notFollowed else { return }
    if new.contains(.exited) { exitAt[household] = quarter }
    if new.contains(.relapsed) { relapseAt[household] = quarter }
  }

  /// Those at risk of each event by quarters of waiting, as `HouseholdDynamics.spells` keeps them.
  ///
  /// Complexity: O(households + events x (cells + groups x places) x quarters).
  func riskSets(quarters: Int) -> [[RiskSet]] {
    SpellEvent.allCases.flatMap { event in
      var table = SpellTable(cells: cells, quarters: quarters)
      for household in exitAt.elements.indices {
        guard let spell = spell(of: household, until: event, quarters: quarters) else { continue }
        table.add(spell, cell: Int(cells.cellOfHousehold[household]))
      }
      return table.riskSets()
    }
  }

  /// How long a household waits, and whether that ends with the event; nil where it is not followed.
  private func spell(of household: Int, until event: SpellEvent, quarters: Int) -> SpellTable.Spell? {
    func since(_ start: UInt16, _ end: UInt16) -> SpellTable.Spell {
      SpellTable.Spell(quarters: (end == 0 ? quarters : Int(end)) - Int(start), isComplete: end > 0)
    }
    switch event {
    case .exit: return exitAt[household] == Self.notFollowed ? nil : since(0, exitAt[household])
    case .durableExit:
      return durableExitAt[household] == Self.notFollowed ? nil : since(0, durableExitAt[household])
    case .relapse:
      let exit = exitAt[household]
      return exit == 0 || exit == Self.notFollowed ? nil : since(exit, relapseAt[household])
    }
  }
}
