internal import Digests
/// A file that was read: by its digest, and whole where it is a scenario file, so that it can be read again from there.
public struct InputRecord: Hashable, Sendable {
  /// Name, size and SHA-256.
  public let digest: FileDigest
  /// What stands in it; nil for a survey, which is large and private.
  public let text: String?

  /// A scenario file.
  /// - Parameters:
  ///   - name: its name, from the folder that holds all scenario files of the call.
  ///   - text: what stands in it.
  public init(name: String, text: String) {
    digest = FileDigest(name: name, bytes: text.utf8.count, sha256: SHA256.text(of: text.utf8))
    self.text = text
  }

  /// A survey.
  /// - Parameters:
  ///   - digest: its digest.
  ///   - name: the name under which it is recorded.
  public init(survey digest: FileDigest, name: String) {
    self.digest = FileDigest(name: name, bytes: digest.bytes, sha256: digest.sha256)
    text = nil
  }
}
