/// What a programme does for a place rather than for single households; amounts are PKR of the programme's price year.
public struct CommunityIntervention: Hashable, Sendable {
  /// The kinds of intervention for places.
  public enum Kind: Hashable, Sendable {
    /// A census of the area by scorecard, whose scores other programmes may use; `cost` for each household, normal error
    /// of `errorPoints`, up to `capacityPerQuarter` real households a quarter.
    case povertySurvey(cost: Double, errorPoints: Double, capacityPerQuarter: Double?)
    /// Community organisations and what they federate into.
    case socialMobilisation(SocialMobilisation)
    /// Tells a settlement what the market charges: raises its rate information by `gain` (0-1) every quarter; `cost` for
    /// each settlement and quarter.
    case marketRateAnalysis(gain: Double, cost: Double)
    /// Members of active community organisations buy together and avoid the share `discount` of the patron's premium;
    /// `cost` for each settlement with an active organisation and quarter.
    case collectivePurchase(discount: Double, cost: Double)
    /// Works such as a lane, a drain or a water scheme, `cost` each, of which the organised households bring
    /// `localShare` (0-1) from their savings.
    case collectiveWorks(cost: Double, localShare: Double)
    /// A training centre in every union council with `places` trainees a quarter: the trainings of the same programme
    /// take place in it.
    case skillCentre(places: Double, setupCost: Double, runningCost: Double)
    /// A production centre in every union council that employs skilled households by the piece, `places` at a time, for
    /// `wage` a quarter (paid from sales), and raises market access by `marketGain`.
    case productionCentre(places: Double, wage: Double, marketGain: Double, setupCost: Double, runningCost: Double)
    /// A display centre in the market, which raises market access of the whole area by `marketGain`.
    case displayCentre(marketGain: Double, setupCost: Double, runningCost: Double)
  }

  /// The name under which costs are booked; unique within the programme.
  public var name: String
  /// What is done.
  public var kind: Kind

  /// Creates an intervention.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension Programme {
  /// Whether it makes a poverty survey.
  var hasPovertySurvey: Bool {
    community.contains { if case .povertySurvey = $0.kind { true } else { false } }
  }

  /// Whether it organises households.
  public var hasSocialMobilisation: Bool { socialMobilisation != nil }

  /// How it organises households, and the name of that; nil where it does not.
  var socialMobilisation: (name: String, plan: SocialMobilisation)? {
    for intervention in community {
      if case .socialMobilisation(let plan) = intervention.kind { return (intervention.name, plan) }
    }
    return nil
  }
}

/// How a programme organises households: staff first, then the communities' own people (model, 7.4).
public struct SocialMobilisation: Hashable, Sendable {
  /// Social organisers on the payroll.
  public var organisers = 0.0
  /// Pay of an organiser for a quarter.
  public var salary = 0.0
  /// Visits that an organiser makes in a quarter.
  public var visitsPerOrganiser = 0.0
  /// Travel and materials of a visit.
  public var travelCost = 0.0
  /// How far people believe an organiser, 0-1.
  public var credibility = 0.5
  /// Part of the neighbourhood's poor households that must be members before an organisation is active, 0-1.
  public var minimumPoorShare = 0.0
  /// Part of the members who must be women, 0-1.
  public var minimumWomenShare = 0.0
  /// Part of the member households that send a woman where a man heads them, 0-1.
  public var womenOutreach = 0.0
  /// Part of a village's households that must be organised before they form a village organisation, 0-1.
  public var villageCoverage = 0.6
  /// Part of a village's extremely poor households that must be organised by then, 0-1.
  public var poorestCoverage = 0.5
  /// Part of a union council's villages that must have an organisation before they form a local support organisation.
  public var unionCouncilCoverage = 0.6
  /// Part of a tehsil's union councils that must have a local support organisation before they form a network.
  public var tehsilCoverage = 0.6
  /// Money that each local support organisation is given when it forms.
  public var seedGrant = 0.0
  /// Community resource persons of a local support organisation.
  public var resourcePersons = 0.0
  /// Honorarium of a community resource person for a quarter.
  public var honorarium = 0.0
  /// Visits that a community resource person makes in a quarter.
  public var visitsPerResourcePerson = 0.0
  /// Quality of their selection, 0-1.
  public var selection = 0.6
  /// Quality of their training, 0-1.
  public var training = 0.6
  /// Quality of their standard operating procedures, 0-1.
  public var procedures = 0.6
  /// Cost of training a community resource person, once.
  public var trainingCost = 0.0
  /// The programme whose poverty survey tells who is poor; nil: the scorecard as it is, without error.
  public var survey: String?

  /// Creates a mobilisation without staff.
  public init() {}
}
