extension Sequence where Element: Hashable {
  /// The different elements in the order in which they first appear.
  public var firstAppearances: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
