/// The version of untrap, recorded with all results.
public enum SoftwareVersion {
  /// The version, by semantic versioning.
  public static let current = "0.1.0"
}
