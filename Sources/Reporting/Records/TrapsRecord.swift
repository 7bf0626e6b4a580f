package import Households

/// What the chains of an analysis of traps were made of.
package enum TrapsRecord: Hashable, Sendable {
  /// The moves of a run made for the analysis.
  case run
  /// The moves in a directory of results, by the digest of its table.
  case results(FileDigest)
  /// The exact matrix of a group's mean circumstances.
  case profile(ProfileGroup)
  /// The exact matrix of one household's mean circumstances.
  case household(Int)
}

extension TrapsRecord: Codable {
  private enum CodingKeys: String, CodingKey {
    case source, profile, household
  }

  /// Reads a record; one that does not tell is a `RecordFault`.
  package init(from decoder: any Decoder) throws {
    let members = try? decoder.container(keyedBy: CodingKeys.self)
    let household = try? members?.decode(Int.self, forKey: .household)
    let profile = (try? members?.decode(String.self, forKey: .profile)).flatMap(ProfileGroup.init)
    switch (try? members?.decode(String.self, forKey: .source), profile, household, try? FileDigest(from: decoder)) {
    case ("run", _, _, _): self = .run
    case ("profile", let profile?, _, _): self = .profile(profile)
    case ("household", _, let household?, _) where household >= 0: self = .household(household)
    case ("results", _, _, let digest?): self = .results(digest)
    default: throw RecordFault("traps does not tell what they were found in")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .run: try members.encode("run", forKey: .source)
    case .results(let digest):
      try members.encode("results", forKey: .source)
      try digest.encode(to: encoder)
    case .profile(let group):
      try members.encode("profile", forKey: .source)
      try members.encode(group.rawValue, forKey: .profile)
    case .household(let household):
      try members.encode("household", forKey: .source)
      try members.encode(household, forKey: .household)
    }
  }
}
