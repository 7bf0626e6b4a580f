internal import Households

/// One value of a loaded scenario with all that is known of it, for the record of a run.
public struct ResolvedValue: Hashable, Sendable {
  /// How the value is to be written.
  public enum Kind: String, Sendable {
    /// Words.
    case text
    /// A number.
    case number
    /// `true` or `false`.
    case flag
  }

  /// The dotted path, as `--set` takes it.
  public let path: String
  /// The value; numbers in their shortest form that reads back as the same number.
  public let value: String
  /// How the value is to be written.
  public let kind: Kind
  /// Where it comes from.
  public let origin: Origin
  /// The unit in which the model reads it; empty where there is none.
  public let unit: String
  /// The source that was given for it; for defaults a citation or the word `assumed`; else empty.
  public let source: String
  /// Whether the value has no evidence behind it, whatever reason is given for choosing it.
  public var isAssumed: Bool { Source.isAssumed(source) }
  /// The 95% interval that its evidence states.
  public let interval: ClosedRange<Double>?
  /// The numbers that are allowed for it, an excluded end among them; nil for words.
  let allowed: ClosedRange<Double>?
  /// Whether only whole numbers are allowed for it.
  let isWhole: Bool
}
