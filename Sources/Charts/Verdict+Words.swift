internal import Statistics

extension Verdict {
  /// All of them as sentences call them, in their order.
  static let inWords: [(words: String, verdict: Verdict)] = [
    ("higher", .higher), ("lower", .lower), ("not told apart", .undecided), ("exactly equal", .equal),
    ("without an interval", .unknown),
  ]
}
