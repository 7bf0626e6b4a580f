/// What a design is run for.
public enum DesignPurpose: String, Sendable {
  /// To see what each point gives.
  case sweep
  /// To see which variables matter.
  case sensitivity
}
