/// What a household gets from a programme.
public struct Intervention: Hashable, Sendable {
  /// The kinds of intervention; amounts are PKR in prices of the programme's price year.
  public enum Kind: Hashable, Sendable {
    /// Cash of `amount` in each of `quarters` successive quarters.
    case cashTransfer(amount: Double, quarters: Int)
    /// Productive assets worth `amount`.
    case assetGrant(amount: Double)
    /// Productive assets worth `amount`, of which the household brings `householdShare` (0-1).
    case matchingGrant(amount: Double, householdShare: Double)
    /// A loan of `amount`, invested or used to buy out the patron's debt.
    case softLoan(amount: Double, terms: LoanTerms, buysOutDebt: Bool)
    /// Training to skill level 1 (basic), 2 (vocational) or 3 (advanced).
    case skillTraining(level: Int)
    /// Training that raises the awareness stock by `gain` (0-1), up to 1.
    case awarenessTraining(gain: Double)
    /// A coach for so many quarters.
    case coaching(quarters: Int)
    /// A deposit of `amount` into the household's savings.
    case savingsDeposit(amount: Double)
    /// Puts land, rooms and skills that lie unused to work: they become productive assets.
    case idleResourceActivation
    /// Training in running a business, which lowers the fixed cost of the better technique; needs vocational skill.
    case entrepreneurshipTraining
  }

  /// The name under which costs are booked; unique within the programme.
  public var name: String
  /// What is given.
  public var kind: Kind
  /// Cost of delivering one unit (one instalment of a transfer, one quarter of coaching, one training), PKR beside
  /// what the household receives.
  public var deliveryCost: Double
  /// Quarters from enrolment to the first delivery.
  public var delayQuarters: Int
  /// Share of the enrolled that take it up, 0-1.
  public var takeUp: Double
  /// Share of trainees who complete, 0-1; the cost is incurred all the same.
  public var completion: Double
  /// Interventions of one programme with the same key are taken up together by one draw.
  public var takeUpKey: String

  /// Creates an intervention.
  public init(
    name: String, kind: Kind, deliveryCost: Double, delayQuarters: Int = 0, takeUp: Double = 1,
    completion: Double = 1, takeUpKey: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.deliveryCost = deliveryCost
    self.delayQuarters = delayQuarters
    self.takeUp = takeUp
    self.completion = completion
    self.takeUpKey = takeUpKey ?? name
  }
}

extension Intervention {
  /// Deliveries in successive quarters.
  var deliveries: Int {
    switch kind {
    case .cashTransfer(_, let quarters), .coaching(let quarters): quarters
    default: 1
    }
  }
}

/// Where a programme works; an absent part means everywhere.
public struct Area: Hashable, Sendable {
  /// Only this district.
  public var district: String?
  /// Only this tehsil.
  public var tehsil: String?
  /// Only these union councils, by name (`Kasur UC 1`).
  public var unionCouncils: [String]?
  /// Only villages or only mohallas.
  public var settlementType: SettlementType?

  /// Creates an area.
  public init(
    district: String? = nil, tehsil: String? = nil, unionCouncils: [String]? = nil,
    settlementType: SettlementType? = nil
  ) {
    self.district = district
    self.tehsil = tehsil
    self.unionCouncils = unionCouncils
    self.settlementType = settlementType
  }

  /// Whether a place is in the area, as far as that does not depend on union councils.
  /// - Parameter place: the place.
  /// - Returns: true where every other part of the area that is given matches.
  public func includes(_ place: Place) -> Bool {
    (district ?? place.district) == place.district && (tehsil ?? place.tehsil) == place.tehsil
      && (settlementType ?? place.settlementType) == place.settlementType
  }
}

/// Whom a programme enrols: all conditions that are present must hold; none present means universal.
public struct Targeting: Hashable, Sendable {
  /// The order in which eligible households are offered a place.
  public enum Order: String, CaseIterable, Sendable {
    case poorestFirst = "poorest_first"
    case random
  }

  /// Measured score at most this many points.
  public var scoreAtMost: Double?
  /// Measured score within one of these bands.
  public var bands: [Band]?
  /// Only households with a female head (true) or only those without (false).
  public var femaleHead: Bool?
  /// Only minority households (true) or only others (false).
  public var minority: Bool?
  /// Share of the otherwise eligible that a lottery admits, 0-1.
  public var lotteryShare: Double?
  /// Who comes first when budget or capacity are short.
  public var order = Order.poorestFirst
  /// Standard deviation of the scorecard's measurement error, points.
  public var scoreErrorPoints = 0.0
  /// Households (by id) that are left out, to see what their exclusion changes for the others.
  public var excludedHouseholds: [Int] = []
  /// The programme whose poverty survey gives the scores; households that it has not visited are not eligible.
  public var survey: String?
  /// Each settlement ranks its households; this poorest part of the ranking is eligible, 0-1.
  public var communityShare: Double?
  /// Only households that apply by themselves.
  public var selfSelection = false
  /// Only members of active community organisations; each organisation chooses one intervention of the package.
  public var membersChoose = false
  /// Only members of active community organisations.
  public var membersOnly = false
  /// Only households in distress after a shock, in the quarter in which it strikes.
  public var afterShock = false

  /// Everybody.
  public static let universal = Targeting()
}

/// A partner's offer: a package for the targeted households of an area, while time, money and capacity last.
public struct Programme: Hashable, Sendable {
  /// The programme's name, unique within the scenario; its draws of chance are keyed by it.
  public var name: String
  /// The organisation that pays and delivers.
  public var partner: String
  /// Where it works.
  public var area: Area
  /// First quarter of enrolment.
  public var from: CalendarQuarter
  /// Last quarter of enrolment; what was promised is still delivered afterwards.
  public var until: CalendarQuarter
  /// Money for the whole programme, PKR of the price year; nil: no limit.
  public var totalBudget: Double?
  /// Money that may be spent in one quarter, PKR of the price year; nil: no limit.
  public var quarterlyBudget: Double?
  /// Fiscal year (by the calendar year in which it ends) in whose prices all amounts of the programme are stated.
  public var priceYear: Int
  /// Real households that can be enrolled in one quarter; nil: no limit.
  public var capacityPerQuarter: Double?
  /// Whom it enrols.
  public var targeting: Targeting
  /// What each enrolled household is offered.
  public var package: [Intervention]
  /// What is done for the places of the area.
  public var community: [CommunityIntervention] = []
  /// Only households that have completed these programmes.
  public var after: [String] = []
  /// Whether repaid loans are lent again.
  public var isRevolving = false

  /// Creates a programme.
  public init(
    name: String, partner: String, area: Area = Area(), from: CalendarQuarter, until: CalendarQuarter,
    totalBudget: Double? = nil, quarterlyBudget: Double? = nil, priceYear: Int, capacityPerQuarter: Double? = nil,
    targeting: Targeting = .universal, package: [Intervention]
  ) {
    self.name = name
    self.partner = partner
    self.area = area
    self.from = from
    self.until = until
    self.totalBudget = totalBudget
    self.quarterlyBudget = quarterlyBudget
    self.priceYear = priceYear
    self.capacityPerQuarter = capacityPerQuarter
    self.targeting = targeting
    self.package = package
  }
}
