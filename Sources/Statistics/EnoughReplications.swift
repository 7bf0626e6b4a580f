/// How many replications a verdict needs: whether scenarios are told apart, and which of them is best.
///
/// Student's intervals hold for any number of replications where differences are normal. Those of small runs are not:
/// exits are counts, in which two or three replications often agree by chance, with an interval of no width about a
/// difference that is none. With ten the width of an interval is itself known within a quarter (its coefficient of
/// variation is about `1 / sqrt(2 (n - 1))`: 71% with two replications, 41% with four, 24% with ten), and ten is the
/// number with which `make verify` measures that intervals cover what they should.
public enum EnoughReplications {
  /// The number from which on verdicts are given.
  public static let number = 10

  /// Whether there are enough.
  /// - Parameter replications: those in which what is judged was defined.
  /// - Returns: whether a verdict may be given.
  public static func isReached(by replications: Int) -> Bool { replications >= number }
}
