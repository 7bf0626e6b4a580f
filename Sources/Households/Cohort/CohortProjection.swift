/// One future of a cohort that goes on quarter by quarter.
///
/// As in the model, organisations come first in a quarter, then programmes, then the moves between the joint states.
public final class CohortProjection {
  let rows: CohortRows
  /// Quarters that have passed.
  public private(set) var quarter = 0
  private let partners: CohortPartners?
  private var neighbours: CohortNeighbours?

  /// Starts a projection.
  /// - Parameters:
  ///   - scenario: comparable with the baseline.
  ///   - cohort: where it starts; it is not changed.
  public init(_ scenario: Scenario, from cohort: Cohort) {
    rows = CohortRows(
      cohort, kernel: CohortKernel(scenario.parameters.dependency), strands: CohortPartners.strands(of: scenario))
    partners = scenario.programmes.isEmpty ? nil : CohortPartners(scenario, rows: rows)
    neighbours = cohort.options.settlementShares == .following ? CohortNeighbours(rows) : nil
  }

  /// Goes on for one quarter.
  ///
  /// Complexity: O(rows), and O(households) where anybody is organised.
  public func advance() {
    quarter += 1
    partners?.advance(step: quarter)
    neighbours?.write(into: rows)
    rows.advance()
  }

  /// Real households of each joint state, 64 values.
  public var states: [Double] {
    var sums = [Double](repeating: 0, count: CohortMasses.states)
    for row in 0..<rows.count where rows.isPresent[row] { CohortMasses.addStates(rows.masses(ofRow: row), to: &sums) }
    return sums
  }

  /// Expected costs so far, by quarter, programme and intervention.
  public var costs: [CostEntry] { partners?.costs ?? [] }

  /// Values of `Model.programmeMeasures` for each programme.
  var programmeValues: [Double] { partners?.programmes.flatMap(\.measures) ?? [] }
}
