internal import Households
internal import Notation

/// What is recorded of an analysis of traps beside what is recorded of any run.
public struct TrapsRecord: Hashable, Sendable {
  /// What the chains were made of.
  public enum Source: Hashable, Sendable {
    /// The moves of a run made for the analysis.
    case run
    /// The moves in a directory of results, by the digest of its table.
    case results(FileDigest)
    /// The exact matrix of a group's mean circumstances.
    case profile(String)
    /// The exact matrix of one household's mean circumstances.
    case household(Int)
  }

  /// What the chains were made of.
  public var source: Source

  /// Creates a record.
  public init(source: Source) { self.source = source }

  var json: JSONValue {
    switch source {
    case .run: ["source": .text("run")]
    case .results(let digest):
      [
        "source": .text("results"), "file": .text(digest.name), "bytes": .whole(digest.bytes),
        "sha256": .text(digest.sha256),
      ]
    case .profile(let name): ["source": .text("profile"), "profile": .text(name)]
    case .household(let household): ["source": .text("household"), "household": .whole(household)]
    }
  }
}

/// The part of the file that is read back.
struct TrapsForm: Decodable {
  let source: String
  let file: String?
  let bytes: Int?
  let sha256: String?
  let profile: String?
  let household: Int?

  var record: TrapsRecord? {
    switch (source, profile, household, file, sha256) {
    case ("run", _, _, _, _): TrapsRecord(source: .run)
    case ("profile", let profile?, _, _, _) where ProfileGroup(rawValue: profile) != nil:
      TrapsRecord(source: .profile(profile))
    case ("household", _, let household?, _, _) where household >= 0: TrapsRecord(source: .household(household))
    case ("results", _, _, let file?, let sha256?):
      TrapsRecord(source: .results(FileDigest(name: file, bytes: bytes ?? 0, sha256: sha256)))
    default: nil
    }
  }
}
