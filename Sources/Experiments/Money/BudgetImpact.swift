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
  /// A year, a partner and a part of costs, by their places in their lists.
  private struct Line: Archivable, Equatable {
    var year = 0, partner = 0, part = 0

    mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
      for number in [\Line.year, \.partner, \.part] { try archive.pass(&self[keyPath: number]) }
    }
  }

  private var lines: [Line] = []
  private var spending: [RunningMoments] = []
  private var partners: [String] = []
  private var total = RunningMoments()

  mutating func add(_ costs: [CostEntry]) {
    var spent = [Double](repeating: 0, count: lines.count)
    for cost in costs {
      let partner = partners.place(of: cost.partner)
      for (part, kind) in CostPart.allCases.enumerated() where cost.parts[kind] != 0 {
        let line = lines.place(of: Line(year: (cost.quarter + 3) / 4, partner: partner, part: part))
        if line == spent.count {
          // A new one has had nothing in the replications before.
          spending.append(RunningMoments(repeatElement(0, count: total.count)))
          spent.append(0)
        }
        spent[line] += cost.parts[kind]
      }
    }
    for line in lines.indices { spending[line].add(spent[line]) }
    total.add(costs.reduce(0) { $0 + $1.pkr })
  }

  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    try archive.pass(&lines)
    try archive.pass(&spending)
    try archive.pass(&partners)
    try archive.pass(&total)
    try archive.require(
      spending.count == lines.count
        && lines.allSatisfy { partners.indices.contains($0.partner) && CostPart.allCases.indices.contains($0.part) })
  }

  /// The means over the replications added so far.
  func summary() -> BudgetImpact {
    let sorted = zip(lines, spending).sorted { left, right in
      (left.0.year, left.0.partner, left.0.part) < (right.0.year, right.0.partner, right.0.part)
    }
    return BudgetImpact(
      rows: sorted.map { line, moments in
        let part = CostPart.allCases[line.part]
        return BudgetImpact.Row(
          year: line.year, partner: partners[line.partner], part: part.rawValue,
          spending: Estimate(moments, range: part == .repayment ? .notPositive : .notNegative))
      }, total: Estimate(total))
  }
}

extension Array where Element: Equatable {
  /// Where an element is, at the end if it was not there.
  fileprivate mutating func place(of element: Element) -> Int {
    if let known = firstIndex(of: element) { return known }
    append(element)
    return count - 1
  }
}
