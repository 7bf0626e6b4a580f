/// What the evidence looks at in one replication: households, and some quarters of three courses of theirs.
struct EvidenceSample: Sendable {
  /// Real households that each stands for.
  var weights: [Double] = []
  /// Members of each.
  var persons: [Double] = []
  /// Whether each lives in a village.
  var isRural: [Bool] = []
  /// Scorecard points of each at the start.
  var scores: [Double] = []
  /// Assets above which they grow by themselves, quarters of need; nil under a theory without such a point.
  var assetThreshold: Double?
  /// The quarters at which each course was looked at.
  var waves: [EvidenceScenarios.Course: [Int: SurveyWave]] = [:]

  /// A quarter at which a course was looked at.
  func wave(_ course: EvidenceScenarios.Course, _ quarter: Int) -> SurveyWave {
    guard let wave = waves[course]?[quarter] else { preconditionFailure("no wave in quarter \(quarter)") }
    return wave
  }

  // MARK: - Who is looked at

  /// All households.
  var everybody: [Int] { Array(weights.indices) }

  /// Those in villages.
  var rural: [Int] { weights.indices.filter { isRural[$0] } }

  /// Those that the push serves, the ultra-poor.
  var treated: [Int] { served(by: wave(.push, 8)) }

  /// Those that get cash.
  var recipients: [Int] { served(by: wave(.cash, 20)) }

  private func served(by wave: SurveyWave) -> [Int] { weights.indices.filter { wave.isServed[$0] } }

  /// Real persons that some households stand for.
  func personWeights(of households: [Int]) -> [Double] { households.map { weights[$0] * persons[$0] } }
}

extension [Double] {
  /// The numbers of some households.
  func of(_ households: [Int]) -> [Double] { households.map { self[$0] } }
}
