/// A part of the model that can be switched off as a whole, to see what it does to a result.
public enum Mechanism: String, CaseIterable, Sendable {
  case patronStance = "patron_stance"
  case patronErosion = "patron_erosion"
  case pricePremium = "price_premium"
  case interest
  case wageWedge = "wage_wedge"
  case networkInsurance = "network_insurance"
  case roleModels = "role_models"
  case connectedPeers = "connected_peers"
  case organisation, linkages, awareness, coaching
  case marketInformation = "market_information"
  case collectivePurchase = "collective_purchase"
  case memberSavings = "member_savings"
  case memberChoice = "member_choice"
  case resourcePersons = "resource_persons"
  case works, centres, entrepreneurship, brokerage
  case eliteCapture = "elite_capture"

  /// One sentence on what it does while it is on.
  public var summary: String {
    switch self {
    case .patronStance: "Patrons retaliate against a movement that is small, and concede to one that is large."
    case .patronErosion: "Organised households and those that buy together lower the mark-up of patrons."
    case .pricePremium: "What is bought on credit costs the patron's mark-up."
    case .interest: "Debts to patrons bear interest."
    case .wageWedge: "Dependent households are paid less for their labour."
    case .networkInsurance: "Social networks bear a part of shocks."
    case .roleModels: "Neighbours who have got out show the way."
    case .connectedPeers: "Connected neighbours make connecting easier."
    case .organisation: "Members of mature community organisations move up more easily."
    case .linkages: "Federations link their members to the administration and its services."
    case .awareness: "Households that know their rights move up more easily."
    case .coaching: "Coached households earn more by their labour and move up more easily."
    case .marketInformation: "Households that know market rates pay less of the patron's premium."
    case .collectivePurchase: "Members who buy together pay less of the patron's premium."
    case .memberSavings: "Members of community organisations save more."
    case .memberChoice: "What members choose is taken up and kept up better."
    case .resourcePersons: "Communities' own resource persons organise what is left."
    case .works: "Collective works raise market access, protect from shocks and ease moving up."
    case .centres: "Production and display centres raise market access."
    case .entrepreneurship: "Trained entrepreneurs run the better technique at a lower fixed cost."
    case .brokerage: "The voiceless are hard to register, and patrons take a cut for registering clients."
    case .eliteCapture: "Community rankings favour those who lead."
    }
  }

  /// What switches it off, as a reader writes it: `trade.interest_rate.* = 0`.
  public var notation: [String] { switches.map { "\($0.pattern) = \(Int($0.value))" } }

  /// The values that switch it off, by the paths of the catalogue.
  public var settings: [(path: String, value: Double)] { switches.flatMap(\.settings) }

  /// Switches it off.
  /// - Parameter parameters: the set to change.
  public func disable(in parameters: inout Parameters) {
    for (path, value) in settings {
      Parameters.catalogue.first { $0.path == path }?.set(value, in: &parameters)
    }
  }

  private var switches: [Switch] {
    switch self {
    case .patronStance: [Switch("patrons.retaliation_from", 2), Switch("patrons.concession_from", 2)]
    case .patronErosion: [Switch("patrons.organised_erosion"), Switch("patrons.purchase_erosion")]
    case .pricePremium: [Switch("trade.credit_share.*")]
    case .interest: [Switch("trade.interest_rate.*")]
    case .wageWedge: [Switch("earn.wage_wedge.*")]
    case .networkInsurance: [Switch("shocks.insurance.*")]
    case .roleModels: [.coefficients(of: "role_models")]
    case .connectedPeers: [.coefficients(of: "connected_peers")]
    case .organisation: [.coefficients(of: "co_maturity")]
    case .linkages: [.coefficients(of: "tier"), Switch("shocks.service_access")]
    case .awareness: [.coefficients(of: "awareness")]
    case .coaching: [Switch("earn.coaching_gain"), .coefficients(of: "coaching")]
    case .marketInformation: [Switch("trade.information_effect")]
    case .collectivePurchase: [Switch("trade.purchase_effect"), Switch("patrons.purchase_erosion")]
    case .memberSavings: [Switch("trade.member_saving_rate"), Switch("trade.member_savings_goal")]
    case .memberChoice: [Switch("targeting.choice_gain"), Switch("trade.upkeep_saving")]
    case .resourcePersons: [Switch("institutions.resource_person_activity")]
    case .works: [Switch("earn.works_gain"), Switch("shocks.works_protection"), .coefficients(of: "works")]
    case .centres: [Switch("earn.centre_effect")]
    case .entrepreneurship: [Switch("earn.entrepreneur_cost_reduction")]
    case .brokerage: [Switch("targeting.patron_cut"), Switch("targeting.voiceless_registration", 1)]
    case .eliteCapture: [Switch("targeting.elite_weight")]
    }
  }

  /// A value for one path, or for all that begin alike: `trade.interest_rate.*`.
  private struct Switch {
    let pattern: String
    let value: Double

    init(_ pattern: String, _ value: Double = 0) {
      self.pattern = pattern
      self.value = value
    }

    static func coefficients(of feature: String) -> Switch { Switch("dependency.coefficients.\(feature).*") }

    var settings: [(path: String, value: Double)] {
      let paths = Parameters.catalogue.map(\.path).filter(matches)
      guard !paths.isEmpty else { preconditionFailure("no parameter is called \(pattern)") }
      return paths.map { ($0, value) }
    }

    private func matches(_ path: String) -> Bool {
      pattern.last == "*" ? path.hasPrefix(pattern.dropLast()) : path == pattern
    }
  }
}
