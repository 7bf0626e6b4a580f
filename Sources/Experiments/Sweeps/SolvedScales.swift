public import Households
internal import Synchronization

/// Scales of consumption that have been solved, so that points that share them solve once.
///
/// The scale follows from the population, the seed, the regime and the parameters of a baseline, whatever its programmes
/// are; solving it costs far more than most points.
public final class SolvedScales: Sendable {
  private struct Key: Hashable {
    let population: PopulationSpecification
    let start: CalendarQuarter
    let seed: UInt64
    let regime: Regime
    let parameters: [Double]
  }

  /// One scale: whoever comes first solves it, and the others wait for it.
  private final class Entry: Sendable {
    let scale = Mutex<[SettlementType: Double]?>(nil)
  }

  private struct Entries {
    var byKey: [Key: Entry] = [:]
    var order: [Key] = []
  }

  private let capacity: Int
  private let entries = Mutex(Entries())

  /// Creates an empty store, which keeps so many scales; the oldest goes first.
  public init(capacity: Int = 64) { self.capacity = capacity }

  /// The scale, by settlement type, for which the burn-in of a baseline is solved: known from an earlier point, or
  /// solved now.
  /// - Throws: what `solve` throws.
  public func scale(
    of baseline: Scenario, solve: () throws -> [SettlementType: Double]
  ) throws -> [SettlementType: Double] {
    let key = Key(
      population: baseline.population, start: baseline.start, seed: baseline.seed, regime: baseline.regime,
      parameters: Parameters.catalogue.map { $0.value(in: baseline.parameters) })
    let entry = entries.withLock { entries in
      if let known = entries.byKey[key] { return known }
      if entries.order.count == capacity { entries.byKey[entries.order.removeFirst()] = nil }
      let entry = Entry()
      entries.byKey[key] = entry
      entries.order.append(key)
      return entry
    }
    return try entry.scale.withLock { known in
      if let known { return known }
      let solved = try solve()
      known = solved
      return solved
    }
  }
}
