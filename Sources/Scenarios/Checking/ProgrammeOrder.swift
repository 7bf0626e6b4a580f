/// Which programmes come after which, by their places in the list.
struct ProgrammeOrder {
  private let names: [String?]
  /// The programmes that each comes after, and those that come after each.
  private let earlier: [[Int]]
  private let later: [[Int]]
  /// Whether a programme may come after itself: one that only comes after others that do not is none of those.
  private let isDoubtful: [Bool]

  /// Looks at the programmes of a scenario.
  /// - Complexity: O(programmes + references).
  init(_ programmes: [CheckedRecord]) {
    let names = programmes.map { $0["name"]?.text }
    let indices = Dictionary(
      names.enumerated().compactMap { index, name in name.map { ($0, index) } }, uniquingKeysWith: { first, _ in first }
    )
    earlier = programmes.map { programme in
      (programme["after"]?.list ?? []).compactMap { $0.text.flatMap { indices[$0] } }
    }
    self.names = names
    var later = Array(repeating: [Int](), count: programmes.count)
    for (index, others) in earlier.enumerated() {
      for other in others { later[other].append(index) }
    }
    self.later = later
    var open = earlier.map(\.count)
    var settled = open.indices.filter { open[$0] == 0 }
    while let index = settled.popLast() {
      for next in later[index] {
        open[next] -= 1
        if open[next] == 0 { settled.append(next) }
      }
    }
    isDoubtful = open.map { $0 > 0 }
  }

  /// The shortest way from one of the programmes that a programme comes after back to itself: names, its own first and
  /// last; nil where there is no way.
  /// - Complexity: O(programmes + references).
  func wayBack(to index: Int) -> [String]? {
    guard isDoubtful[index] else { return nil }
    // From the programme to all that come after it: where each was reached from is its way back.
    var towards = Array(repeating: Int?.none, count: earlier.count)
    var reached = [index]
    var position = 0
    while position < reached.count {
      let here = reached[position]
      position += 1
      for next in later[here] where isDoubtful[next] && towards[next] == nil {
        towards[next] = here
        reached.append(next)
      }
    }
    // The programme itself was reached from the one that it comes after.
    guard var here = towards[index] else { return nil }
    var way = [index]
    while here != index, let next = towards[here] {
      way.append(here)
      here = next
    }
    return (way + [index]).compactMap { names[$0] }
  }
}
