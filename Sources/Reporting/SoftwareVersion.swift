/// The version of untrap, recorded with all results.
package enum SoftwareVersion {
  /// The version, by semantic versioning.
  package static let current = "0.1.0"
}
