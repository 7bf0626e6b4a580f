import ExactMath

/// A neighbourhood that waits for a visit, and the visits that all it stands for take.
struct Call: Comparable {
  let neighbourhood: Int
  let settlement: Int
  /// Real neighbourhoods that it stands for.
  let weight: Double
  let visits: Double
  /// The lowest comes first.
  let key: Double
  /// Decides among equals.
  let lot: UInt32

  static func < (left: Call, right: Call) -> Bool {
    (left.key, left.lot, left.neighbourhood) < (right.key, right.lot, right.neighbourhood)
  }
}

/// Divides the visits of a crew between neighbourhoods to organise and organisations to support (model, 7.4).
///
/// What one of the two leaves the other uses; what is too little for the next in line is carried over to the next
/// quarter.
struct VisitDivision {
  private(set) var carried = (formation: 0.0, support: 0.0)

  /// Makes visits down both lists.
  /// - Parameters:
  ///   - visits: what the crew can do in the quarter.
  ///   - formationShare: the part that is kept for formations.
  ///   - formations: neighbourhoods to organise, in order.
  ///   - supports: organisations to support, in order.
  ///   - visit: makes a visit; false where it cannot be paid, which ends the work of the quarter.
  mutating func divide(
    _ visits: Double, formationShare: Double, formations: [Call], supports: [Call], visit: (Call) -> Bool
  ) {
    var formation = formationShare * visits + carried.formation
    var support = (1 - formationShare) * visits + carried.support
    carried = (0, 0)
    var (toForm, toSupport) = (formations[...], supports[...])
    guard Self.go(down: &toForm, &formation, visit) else { return }
    if toForm.isEmpty { (formation, support) = (0, support + formation) }
    guard Self.go(down: &toSupport, &support, visit) else { return }
    if toSupport.isEmpty {
      (formation, support) = (formation + support, 0)
      guard Self.go(down: &toForm, &formation, visit) else { return }
    }
    carried = (toForm.isEmpty ? 0 : formation, support)
  }

  /// Makes visits as long as there is somebody to visit and as the visits reach; false where one could not be paid.
  private static func go(down list: inout ArraySlice<Call>, _ left: inout Double, _ visit: (Call) -> Bool) -> Bool {
    let given = left
    while let call = list.first, RoundingTolerance.reaches(left, call.visits, beside: given) {
      guard visit(call) else { return false }
      left -= call.visits
      list.removeFirst()
    }
    return true
  }
}
