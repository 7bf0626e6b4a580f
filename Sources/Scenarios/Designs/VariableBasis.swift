/// Where the distribution of a variable comes from.
public enum VariableBasis: String, Hashable, Sendable {
  /// The design states it.
  case design
  /// The 95% interval that the evidence of its number states.
  case interval
  /// A wide prior, because the number is assumed.
  case assumption
}
