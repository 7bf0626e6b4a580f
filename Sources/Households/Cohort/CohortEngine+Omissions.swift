extension CohortEngine {
  /// The processes of a quarter that a cohort goes through where they take part, in order.
  public static let processNames = ["institutions", "programmes", "dependency"]

  /// What a reader should know before using a projection.
  public static let warning =
    "a projection of shares of households made these numbers: it is for screening, not for decisions"

  /// What the programmes of a scenario do that a projection leaves out.
  /// - Parameter scenario: the scenario.
  /// - Returns: a sentence for each programme that loses something; none where all is carried.
  public static func omissions(of scenario: Scenario) -> [String] {
    scenario.programmes.compactMap { programme in
      let lost =
        programme.package.compactMap { $0.isCarriedByCohorts ? nil : $0.name }
        + programme.community.compactMap { $0.omittedByCohorts }
      guard !lost.isEmpty else { return nil }
      return "a cohort leaves out of \(scenario.name), \(programme.name): \(lost.joined(separator: "; "))"
    } + coordination(of: scenario)
  }

  private static func coordination(of scenario: Scenario) -> [String] {
    guard let coordination = scenario.coordination else { return [] }
    return ["a cohort leaves out of \(scenario.name): how partners share out places and households (\(coordination))"]
  }
}

extension Intervention {
  /// Savings change no feature.
  fileprivate var isCarriedByCohorts: Bool {
    if case .savingsDeposit = kind { false } else { true }
  }
}

extension CommunityIntervention {
  /// What of it has no effect in a projection; nil where all is carried.
  fileprivate var omittedByCohorts: String? {
    switch kind {
    case .collectiveWorks: "\(name) with its costs"
    case .productionCentre: "the wages of \(name)"
    case .povertySurvey, .socialMobilisation, .marketRateAnalysis, .collectivePurchase, .skillCentre, .displayCentre:
      nil
    }
  }
}
