internal import ArgumentParser

/// Quarters as they are typed, such as `0,20,40`.
struct QuarterList: ExpressibleByArgument {
  /// The quarters in order, each once.
  let quarters: [Int]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    let quarters = parts.compactMap(\.self)
    guard quarters.count == parts.count, quarters.allSatisfy({ $0 >= 0 }) else { return nil }
    self.quarters = Set(quarters).sorted()
  }
}
