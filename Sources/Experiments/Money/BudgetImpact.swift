internal import Households
internal import Statistics

/// What a scenario spends, year by year, not discounted.
public struct BudgetImpact: Sendable {
  /// What one partner spends on one end in one year.
  public struct Row: Sendable {
    /// The year, from 1: four quarters from the start of the scenario.
    public let year: Int
    /// The partner.
    public let partner: String
    /// What the money is for, by the name of a `CostPart`.
    public let part: String
    /// Mean and error over replications, PKR of 2015-16.
    public let spending: Estimate
  }

  /// By year, partner in the order in which they first spend, and part; what is never spent is left out.
  public let rows: [Row]
  /// All rows together, over the whole run.
  public let total: Estimate
}

/// Sums up the spending of the replications of one scenario.
struct BudgetAccumulator: Archivable, Sendable {
  private struct Line: Archivable {
    var year = 0
    var partner = 0
    var part = CostPart.allCases[0]
    var moments = RunningMoments()

    mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
      try archive.pass(&year)
      try archive.pass(&partner)
      var name = part.rawValue
      try archive.pass(&name)
      guard let part = CostPart(rawValue: name) else { throw StateArchive.Fault() }
      self.part = part
      try archive.pass(&moments)
    }
  }

  private var lines: [Line] = []
  private var partners: [String] = []
  private var total = RunningMoments()

  /// Adds the costs of a replication.
  mutating func add(_ costs: [CostEntry]) {
    var spent = [Double](repeating: 0, count: lines.count)
    for cost in costs {
      let partner = index(ofPartner: cost.partner)
      for part in CostPart.allCases where cost.parts[part] != 0 {
        let line = index(ofYear: (cost.quarter + 3) / 4, partner: partner, part: part)
        if line == spent.count { spent.append(0) }
        spent[line] += cost.parts[part]
      }
    }
    for line in lines.indices { lines[line].moments.add(spent[line]) }
    total.add(costs.reduce(0) { $0 + $1.pkr })
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&lines)
    try archive.pass(&partners)
    try archive.pass(&total)
    guard lines.allSatisfy({ partners.indices.contains($0.partner) }) else { throw StateArchive.Fault() }
  }

  /// The means over the replications added so far.
  func summary() -> BudgetImpact {
    let order = lines.indices.sorted { left, right in
      let (first, second) = (lines[left], lines[right])
      return (first.year, first.partner, place(first.part)) < (second.year, second.partner, place(second.part))
    }
    return BudgetImpact(
      rows: order.map { index in
        let line = lines[index]
        return BudgetImpact.Row(
          year: line.year, partner: partners[line.partner], part: line.part.rawValue,
          spending: Estimate(line.moments, range: line.part == .repayment ? .notPositive : .notNegative))
      }, total: Estimate(total))
  }

  private func place(_ part: CostPart) -> Int { CostPart.allCases.firstIndex(of: part) ?? 0 }

  private mutating func index(ofPartner name: String) -> Int {
    if let known = partners.firstIndex(of: name) { return known }
    partners.append(name)
    return partners.count - 1
  }

  /// The line of some spending; a new one has had nothing in the replications before.
  private mutating func index(ofYear year: Int, partner: Int, part: CostPart) -> Int {
    if let known = lines.firstIndex(where: { $0.year == year && $0.partner == partner && $0.part == part }) {
      return known
    }
    let nothing = RunningMoments(repeatElement(0, count: total.count))
    lines.append(Line(year: year, partner: partner, part: part, moments: nothing))
    return lines.count - 1
  }
}
