/// The version of untrap, recorded with all results.
package enum SoftwareVersion {
  package static let current = "0.1.0"
}
