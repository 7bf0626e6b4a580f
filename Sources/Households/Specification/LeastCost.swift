/// The least money that anything of a programme takes, PKR of its price year.
public struct LeastCost: Hashable, Sendable {
  /// In all.
  public let total: Double
  /// In the dearest quarter.
  public let quarter: Double
}

extension Programme {
  /// The least that serving one household costs.
  ///
  /// What every household takes up is paid for together; where there is nothing of that kind, the cheapest part counts.
  /// - Parameter mayLeaveOut: whether a household may be enrolled for less than it would take up, because another partner
  ///   serves it.
  /// - Returns: nil where the programme has nothing for households.
  public func leastCost(mayLeaveOut: Bool) -> LeastCost? {
    var keys: [String] = []
    for intervention in package where !keys.contains(intervention.takeUpKey) { keys.append(intervention.takeUpKey) }
    let parts = keys.map { key in package.filter { $0.takeUpKey == key } }
    let certain = mayLeaveOut || targeting.membersChoose ? [] : parts.filter { $0.allSatisfy { $0.takeUp >= 1 } }
    let choices = certain.isEmpty ? parts : [certain.flatMap(\.self)]
    let costs = choices.map(Self.cost)
    guard let total = costs.map(\.total).min(), let quarter = costs.map(\.quarter).min() else { return nil }
    return LeastCost(total: total, quarter: quarter)
  }

  private static func cost(of interventions: [Intervention]) -> LeastCost {
    var quarters = [Double](repeating: 0, count: interventions.map { $0.delayQuarters + $0.deliveries }.max() ?? 0)
    var total = 0.0
    for intervention in interventions {
      let (given, share) = intervention.gift
      let cost = given * share + intervention.deliveryCost
      for delivery in 0..<intervention.deliveries { quarters[intervention.delayQuarters + delivery] += cost }
      total += cost * Double(intervention.deliveries)
    }
    return LeastCost(total: total, quarter: quarters.max() ?? 0)
  }
}

extension Intervention {
  /// Quarters from enrolment to the last delivery.
  public var quartersToLastDelivery: Int { delayQuarters + deliveries - 1 }
}

extension CommunityIntervention {
  /// The least that anything of it costs, PKR of the programme's price year: the staff of a quarter, a visit, a work, or a
  /// place served for a quarter.
  public var leastCost: Double {
    switch kind {
    case .povertySurvey(let cost, _, _), .marketRateAnalysis(_, let cost), .collectivePurchase(_, let cost): cost
    case .socialMobilisation(let plan): plan.organisers * plan.salary
    case .collectiveWorks(let cost, let localShare): cost * (1 - localShare)
    case .skillCentre(_, let setup, let running), .productionCentre(_, _, _, let setup, let running),
      .displayCentre(_, let setup, let running):
      setup + running
    }
  }
}
