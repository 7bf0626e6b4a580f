/// A division of the states into sets that are seldom left: within them a household mixes fast, between them slowly.
///
/// The leading eigenvectors of the reversibilised chain are nearly constant on such sets, so that the states lie near
/// the corners of a simplex in their coordinates. The inner simplex algorithm takes the states farthest apart as corners
/// and gives each state to the corner it is most like. States that hardly anybody is in can be no corners: they may lie
/// far beyond the others, and where chances are estimated it is luck where.
///
/// Sources: Weber and Galliat 2002, ZIB Report 02-12; Deuflhard and Weber 2005, doi:10.1016/j.laa.2004.10.026.
public struct MetastablePartition: Hashable, Sendable {
  /// Number of sets.
  public let sets: Int
  /// The set of each state, from 0; sets are in the order of their first states.
  public let setOfState: [Int]

  /// The smallest stationary share with which a state can be a corner.
  public static let smallestCornerShare = 0.001

  /// Divides the states.
  /// - Parameters:
  ///   - reversibilisation: the decomposed chain.
  ///   - sets: how many sets, from 1 to the number of states; where fewer states than that have a share of
  ///     `smallestCornerShare`, all of them can be corners.
  /// - Complexity: O(states sets^2). Nil where the states do not span so many corners, or a corner is left without
  ///   states.
  public init?(_ reversibilisation: Reversibilisation, sets: Int) {
    let states = reversibilisation.stationary.count
    precondition((1...states).contains(sets), "there are as many sets as states at most")
    let points = (0..<states).map { state in (0..<sets).map { reversibilisation.eigenvectors[$0][state] } }
    let frequent = (0..<states).filter { reversibilisation.stationary[$0] >= Self.smallestCornerShare }
    let eligible = frequent.count < sets ? Array(0..<states) : frequent
    guard let corners = Self.corners(of: eligible.map { points[$0] })?.map({ eligible[$0] }) else { return nil }
    // Memberships chi solve chi C = X, with C the coordinates of the corners.
    var matrix = [Double](repeating: 0, count: sets * sets)
    for (corner, state) in corners.enumerated() {
      for coordinate in 0..<sets { matrix[coordinate + sets * corner] = points[state][coordinate] }
    }
    guard let memberships = RefinedEquations.solve(matrix, points.flatMap(\.self), order: sets) else { return nil }
    let nearest = (0..<states).map { state in
      (0..<sets).max { memberships[$0 + sets * state] < memberships[$1 + sets * state] } ?? 0
    }
    var order: [Int] = []
    for set in nearest where !order.contains(set) { order.append(set) }
    guard order.count == sets else { return nil }
    self.sets = sets
    setOfState = nearest.map { order.firstIndex(of: $0) ?? 0 }
  }

  /// Whether each state is in a set.
  /// - Parameter set: from 0.
  /// - Returns: a flag for each state.
  public func members(of set: Int) -> [Bool] { setOfState.map { $0 == set } }

  /// The number of sets before the largest gap in time scales: as many as there are processes that are much slower than
  /// the next.
  ///
  ///     the k in `range` with the largest t_k / t_k+1
  ///
  /// - Parameters:
  ///   - reversibilisation: the decomposed chain.
  ///   - range: numbers to choose from, from 2.
  /// - Returns: nil where no time scale in the range is defined.
  /// - Complexity: O(range).
  public static func numberOfSets(_ reversibilisation: Reversibilisation, in range: ClosedRange<Int>) -> Int? {
    let scales = reversibilisation.timeScales
    let candidates = range.filter { $0 < scales.count && !scales[$0 - 1].isNaN }
    func gap(_ sets: Int) -> Double {
      scales[sets - 1] / (scales[sets].isNaN ? Reversibilisation.shortestTimeScale : scales[sets])
    }
    return candidates.max { gap($0) < gap($1) }
  }

  /// The states farthest apart: the farthest from the origin, then each time the farthest from the plane of the others.
  private static func corners(of points: [[Double]]) -> [Int]? {
    func square(_ point: [Double]) -> Double { point.reduce(0) { $0 + $1 * $1 } }
    func farthest(_ points: [[Double]]) -> Int {
      let distances = points.map(square)
      return distances.indices.max { distances[$0] < distances[$1] } ?? 0
    }
    var corners = [farthest(points)]
    let origin = points[corners[0]]
    var rest = points.map { point in zip(point, origin).map { $0 - $1 } }
    while corners.count < points[0].count {
      let corner = farthest(rest)
      let length = square(rest[corner]).squareRoot()
      guard length > 1e-8 else { return nil }
      let direction = rest[corner].map { $0 / length }
      corners.append(corner)
      rest = rest.map { point in
        let along = zip(point, direction).reduce(0) { $0 + $1.0 * $1.1 }
        return zip(point, direction).map { $0 - along * $1 }
      }
    }
    return corners
  }
}
