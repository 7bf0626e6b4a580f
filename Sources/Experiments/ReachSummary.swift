public import Households
internal import Statistics

/// How far a programme has come by the end of a run, over all replications.
public struct ReachSummary: Hashable, Sendable {
  /// The programme.
  public let programme: String
  /// Mean numbers of real households; nil where it offers nothing to households, or where single households were not
  /// followed.
  public let households: ProgrammeReach?
  /// What was delivered or done at all in any replication, by the names under which costs are booked, in the order in
  /// which they first came.
  public let delivered: [String]
  /// Replications.
  public let replications: Int
}

/// Sums up how far the programmes of one scenario have come.
struct ReachAccumulator: Sendable {
  private let names: [String]
  private var sums: [ProgrammeReach?]
  private var delivered: [[String]]
  private var replications = 0

  init(_ programmes: [String]) {
    names = programmes
    sums = Array(repeating: nil, count: programmes.count)
    delivered = Array(repeating: [], count: programmes.count)
  }

  mutating func add(_ result: RunResult) {
    replications += 1
    for reach in result.reach {
      guard let index = names.firstIndex(of: reach.programme) else { continue }
      sums[index] = sums[index].map { $0 + reach } ?? reach
    }
    for cost in result.costs where cost.units > 0 {
      guard let index = names.firstIndex(of: cost.programme), !delivered[index].contains(cost.intervention) else {
        continue
      }
      delivered[index].append(cost.intervention)
    }
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(count: &replications)
    try archive.pass(&delivered)
    try archive.require(delivered.count == names.count)
    for index in names.indices {
      var isKnown = sums[index] == nil ? 0 : 1
      try archive.pass(&isKnown)
      guard isKnown == 1 else { continue }
      var sum = sums[index] ?? .empty
      sum.programme = names[index]
      for number in ProgrammeReach.numbers { try archive.pass(&sum[keyPath: number]) }
      sums[index] = sum
    }
  }

  /// The means over the replications added so far.
  func summary() -> [ReachSummary] {
    names.indices.map { index in
      ReachSummary(
        programme: names[index], households: sums[index]?.divided(by: Double(max(1, replications))),
        delivered: delivered[index], replications: replications)
    }
  }
}

extension ProgrammeReach {
  fileprivate static var numbers: [WritableKeyPath<Self, Double>] {
    [\.eligible, \.barred, \.offered, \.willing, \.afforded, \.served]
  }

  fileprivate static func + (left: ProgrammeReach, right: ProgrammeReach) -> ProgrammeReach {
    numbers.reduce(into: left) { $0[keyPath: $1] += right[keyPath: $1] }
  }

  fileprivate func divided(by count: Double) -> ProgrammeReach {
    Self.numbers.reduce(into: self) { $0[keyPath: $1] /= count }
  }
}
