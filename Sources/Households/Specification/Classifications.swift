/// Whether a settlement is a village or a mohalla; it selects settlement sizes, survey strata and official headcounts.
public enum SettlementType: String, CaseIterable, Sendable {
  case rural, urban
}

/// Which theory of poverty traps the capital income of households follows.
///
/// Evidence splits between the three, so every comparison can be run under each.
public enum Regime: String, CaseIterable, Sendable {
  /// Two techniques and an S-shaped growth of assets.
  case threshold
  /// One concave technique: a one-off push fades.
  case convergence
  /// As `threshold`, but the better technique is open only to households with land, literacy and no minority status.
  case clubs
}

/// The bands of the poverty scorecard, by points from 0 to 100.
public enum Band: String, CaseIterable, Sendable {
  case extremelyPoor = "extremely_poor"
  case chronicallyPoor = "chronically_poor"
  case transitoryPoor = "transitory_poor"
  case transitoryVulnerable = "transitory_vulnerable"
  case transitoryNonPoor = "transitory_non_poor"
  case nonPoor = "non_poor"

  /// The lowest score of the band.
  public var lowestScore: Double {
    switch self {
    case .extremelyPoor: 0
    case .chronicallyPoor: 11.5
    case .transitoryPoor: 18.5
    case .transitoryVulnerable: 23.5
    case .transitoryNonPoor: 34.5
    case .nonPoor: 50.5
    }
  }

  /// The band of a score: 0-11, 12-18, 19-23, 24-34, 35-50 and 51-100 points, cut at the half point.
  /// - Parameter score: scorecard points.
  public init(score: Float) {
    switch score {
    case ..<11.5: self = .extremelyPoor
    case ..<18.5: self = .chronicallyPoor
    case ..<23.5: self = .transitoryPoor
    case ..<34.5: self = .transitoryVulnerable
    case ..<50.5: self = .transitoryNonPoor
    default: self = .nonPoor
    }
  }
}

/// One of the three dimensions in which a household depends on others.
public enum Dimension: Int, CaseIterable, Sendable {
  case economic, social, political

  /// The word that outputs use.
  public var name: String { ["economic", "social", "political"][rawValue] }

  /// The names of the four levels, worst to best.
  public var levelNames: [String] {
    switch self {
    case .economic: ["bonded", "tied", "precarious", "self_reliant"]
    case .social: ["isolated", "sheltered", "connected", "leading"]
    case .political: ["voiceless", "client", "aware", "claiming"]
    }
  }
}
