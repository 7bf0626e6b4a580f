/// Households divided into classes of like profiles.
///
/// Starting from groups that are never put together, the class with the largest sum of squared deviations along any one
/// coordinate is cut in two at its mean along that coordinate, until there are as many classes as are wanted or all
/// households of each class are alike.
///
/// - Complexity: O(households x coordinates x log classes + classes^2).
///
/// Source: Heckbert 1982 (median cut, here at the mean), doi:10.1145/800064.801294.
struct ProfileClasses: Sendable {
  /// Households by class, ascending within each.
  let order: [Int]
  /// Where each class starts in `order`, followed by the number of households.
  let starts: [Int]

  /// - Parameters:
  ///   - coordinates: `coordinate + coordinates * household`.
  ///   - count: number of coordinates.
  ///   - groups: the group of each household; those of different groups are never in one class.
  ///   - limit: classes at most, unless there are more groups.
  init(coordinates: [Double], count: Int, groups: [Int], limit: Int) {
    var order = Array(groups.indices)
    order.sort { (groups[$0], $0) < (groups[$1], $1) }
    var segments: [Segment] = []
    var first = 0
    for position in order.indices
    where position == order.count - 1 || groups[order[position]] != groups[order[position + 1]] {
      segments.append(Segment(first..<position + 1, of: order, coordinates, count))
      first = position + 1
    }
    while segments.count < limit {
      var widest = 0
      for index in segments.indices where segments[index].spread > segments[widest].spread { widest = index }
      guard let segment = segments.indices.contains(widest) ? segments[widest] : nil, segment.spread > 0 else { break }
      let households = order[segment.range]
      let lower = households.filter { coordinates[segment.axis + count * $0] <= segment.mean }
      guard !lower.isEmpty, lower.count < households.count else {
        // Deviations that are only rounding.
        segments[widest].spread = 0
        continue
      }
      let upper = households.filter { coordinates[segment.axis + count * $0] > segment.mean }
      let cut = segment.range.lowerBound + lower.count
      order.replaceSubrange(segment.range, with: lower + upper)
      segments[widest] = Segment(segment.range.lowerBound..<cut, of: order, coordinates, count)
      segments.append(Segment(cut..<segment.range.upperBound, of: order, coordinates, count))
    }
    segments.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.order = order
    starts = segments.map(\.range.lowerBound) + [order.count]
  }

  /// Number of classes.
  var count: Int { starts.count - 1 }

  /// The households of a class.
  func members(of profileClass: Int) -> ArraySlice<Int> { order[starts[profileClass]..<starts[profileClass + 1]] }

  /// The mean of a quantity over the households of a class.
  func mean(of profileClass: Int, _ quantity: (_ household: Int) -> Double) -> Double {
    let members = members(of: profileClass)
    return members.reduce(0) { $0 + quantity($1) } / Double(members.count)
  }
}

/// A class, and along which coordinate it is widest.
private struct Segment {
  let range: Range<Int>
  /// Largest sum of squared deviations along a coordinate.
  var spread = 0.0
  private(set) var axis = 0
  private(set) var mean = 0.0

  init(_ range: Range<Int>, of order: [Int], _ coordinates: [Double], _ count: Int) {
    self.range = range
    for axis in 0..<count {
      var sum = 0.0
      for household in order[range] { sum += coordinates[axis + count * household] }
      let mean = sum / Double(range.count)
      var squares = 0.0
      for household in order[range] {
        let deviation = coordinates[axis + count * household] - mean
        squares += deviation * deviation
      }
      if squares > spread { (spread, self.axis, self.mean) = (squares, axis, mean) }
    }
  }
}
