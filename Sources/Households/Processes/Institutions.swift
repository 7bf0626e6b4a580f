import ExactMath
import Randomness
import Simulation

/// Numbers of the institutions process (model, 7.4).
public struct InstitutionParameters: Sendable {
  /// Log-odds that a visited neighbourhood forms an organisation, before what follows.
  public var formationConstant = -1.0
  /// Added where all of its households are poor.
  public var formationPoorShare = 1.0
  /// Added where all households of the settlement are organised.
  public var formationOrganisedShare = 1.5
  /// Added for a mobiliser who is believed in everything.
  public var formationCredibility = 1.5
  /// Taken off where all households of the settlement depend on the patron.
  public var formationPatronPower = 2.0
  /// Log-odds that a household is willing to join, before what follows.
  public var joiningConstant = 0.3
  /// Added for a mobiliser who is believed in everything.
  public var joiningCredibility = 1.5
  /// Added for a female head.
  public var joiningFemaleHead = -0.3
  /// Added for a minority household.
  public var joiningMinority = -0.4
  /// Added by social level.
  public var joiningSocial = [-0.5, -0.2, 0.2, 0.4]
  /// Added by band of the scorecard.
  public var joiningBand = [-0.3, 0, 0.2, 0.2, 0, -0.6]
  /// Members with whom an organisation can be active.
  public var minimumMembers = 10.0
  /// Visits that a neighbourhood without an active organisation takes in a quarter.
  public var formationVisits = 3.0
  /// Visits that an active organisation takes in a quarter.
  public var supportVisits = 1.0
  /// Part of the visits that is kept for neighbourhoods without an active organisation.
  public var formationShare = 0.5
  /// Part of what is missing to full maturity that a supported quarter adds.
  public var maturityGain = 0.15
  /// Maturity lost in a quarter without support.
  public var maturityLoss = 0.05
  /// Chance in a quarter that an organisation without maturity and federation falls dormant.
  public var dormancyHazard = 0.05
  /// Weight of a village organisation, a local support organisation and a network.
  public var tier = [0.33, 0.67, 1]
  /// Credibility of community resource persons of the best quality.
  public var resourcePersonCredibility = 0.9
  /// Part of their visits that community resource persons really make.
  public var resourcePersonActivity = 0.8
  /// Fee of a member household for a quarter.
  public var membershipFee = 0.03
  /// Part of the members' savings charged in a quarter.
  public var savingsCharge = 0.002
  /// Part of a loan that is charged for handling it.
  public var loanCharge = 0.02
  /// Cost of the meetings of a village organisation in a quarter.
  public var meetingCost = 0.5
  /// Successive quarters with a treasury below zero after which community resource persons stop.
  public var insolvencyQuarters = 4.0

  static let catalogue: [ParameterDefinition] =
    [
      logOdds(
        "formation_constant", \.institutions.formationConstant,
        "Log-odds that a visited neighbourhood without an organisation forms one, before all that follows."),
      logOdds(
        "formation_poor_share", \.institutions.formationPoorShare,
        "Added to the log-odds of formation where all households of the neighbourhood are poor, in proportion below."),
      logOdds(
        "formation_organised_share", \.institutions.formationOrganisedShare,
        "Added to the log-odds of formation where the whole settlement is organised, in proportion below."),
      logOdds(
        "formation_credibility", \.institutions.formationCredibility,
        "Added to the log-odds of formation for a mobiliser of credibility 1, in proportion below."),
      logOdds(
        "formation_patron_power", \.institutions.formationPatronPower,
        "Taken off the log-odds of formation where the whole settlement depends on the patron, in proportion below."),
      logOdds(
        "joining_constant", \.institutions.joiningConstant,
        "Log-odds that a household is willing to join the organisation that visits it, before all that follows."),
      logOdds(
        "joining_credibility", \.institutions.joiningCredibility,
        "Added to the log-odds of joining for a mobiliser of credibility 1, in proportion below."),
      logOdds(
        "joining_female_head", \.institutions.joiningFemaleHead,
        "Added to the log-odds of joining for a household with a female head."),
      logOdds(
        "joining_minority", \.institutions.joiningMinority,
        "Added to the log-odds of joining for a minority household."),
    ]
    + Dimension.social.levelNames.enumerated().map { level, name in
      logOdds(
        "joining_social.\(name)", \.institutions.joiningSocial[level],
        "Added to the log-odds of joining at this social level.")
    }
    + Band.allCases.enumerated().map { index, band in
      logOdds(
        "joining_band.\(band.rawValue)", \.institutions.joiningBand[index],
        "Added to the log-odds of joining in this band of the scorecard.")
    }
    + [
      ParameterDefinition(
        "institutions.minimum_members", \.institutions.minimumMembers, "households", 1...1000,
        "assumed: half a neighbourhood; organisations of Rural Support Programmes have 15-25 members",
        "Members with whom an organisation can be active."),
      ParameterDefinition(
        "institutions.formation_visits", \.institutions.formationVisits, "visits per quarter", 0.1...100,
        Source.assumed, "Visits that a neighbourhood without an active organisation takes."),
      ParameterDefinition(
        "institutions.support_visits", \.institutions.supportVisits, "visits per quarter", 0.1...100, Source.assumed,
        "Visits that an active organisation takes."),
      ParameterDefinition(
        "institutions.formation_share", \.institutions.formationShare, "share of visits", 0...1, Source.assumed,
        "Part of the visits kept for neighbourhoods without an active organisation, as long as there are any."),
      ParameterDefinition(
        "institutions.maturity_gain", \.institutions.maturityGain, "share per quarter", 0...1, "model",
        "Part of what is missing to full maturity that a supported quarter adds."),
      ParameterDefinition(
        "institutions.maturity_loss", \.institutions.maturityLoss, "maturity per quarter", 0...1, "model",
        "Maturity that an active organisation loses in a quarter without support."),
      ParameterDefinition(
        "institutions.dormancy_hazard", \.institutions.dormancyHazard, "probability per quarter", 0...1,
        Source.assumed, "Chance that an organisation without maturity and without a federation falls dormant."),
      tier("village", \.institutions.tier[0], "Weight of a village organisation among the tiers above members."),
      tier("union_council", \.institutions.tier[1], "Weight of a local support organisation among the tiers."),
      tier("tehsil", \.institutions.tier[2], "Weight of a network of local support organisations among the tiers."),
      ParameterDefinition(
        "institutions.resource_person_credibility", \.institutions.resourcePersonCredibility, "share", 0...1,
        Source.assumed,
        "How far people believe community resource persons of the best selection, training and procedures."),
      ParameterDefinition(
        "institutions.resource_person_activity", \.institutions.resourcePersonActivity, "share of visits", 0...1,
        Source.assumed, "Part of their visits that community resource persons, who have work of their own, really make."
      ),
      ParameterDefinition(
        "institutions.membership_fee", \.institutions.membershipFee, "PKR thousand of 2015-16 per quarter", 0...100,
        Source.assumed,
        "What each member of an active organisation pays its local support organisation, as far as its savings reach."),
      ParameterDefinition(
        "institutions.savings_charge", \.institutions.savingsCharge, "share of savings per quarter", 0...1,
        Source.assumed, "Part of the members' savings that the local support organisation charges."),
      ParameterDefinition(
        "institutions.loan_charge", \.institutions.loanCharge, "share of the loan", 0...1, Source.assumed,
        "Part of a loan that the local support organisation gets for handling it."),
      ParameterDefinition(
        "institutions.meeting_cost", \.institutions.meetingCost,
        "PKR thousand of 2015-16 per village organisation and quarter", 0...1000, Source.assumed,
        "What the meetings with a village organisation cost the local support organisation."),
      ParameterDefinition(
        "institutions.insolvency_quarters", \.institutions.insolvencyQuarters, "quarters", 1...255, "model",
        "Successive quarters with a treasury below zero after which community resource persons stop."),
    ]

  private static func logOdds(_ name: String, _ place: ParameterPlace, _ summary: String) -> ParameterDefinition {
    ParameterDefinition("institutions." + name, place, "log-odds", -20...20, Source.assumed, summary)
  }

  private static func tier(_ name: String, _ place: ParameterPlace, _ summary: String) -> ParameterDefinition {
    ParameterDefinition("institutions.tier." + name, place, "share", 0...1, "model", summary)
  }
}

/// Process 4: mobilisers visit, neighbours organise, organisations federate and pay their way (model, 7.4).
///
/// Community organisations see the federations and the organised share of their settlement as they stood at the end of
/// the quarter before. Complexity: O(households of the areas + neighbourhoods log neighbourhoods).
struct Institutions: WholeProcess {
  static let description = ProcessDescription(
    name: "institutions",
    summary: "Mobilisers visit, neighbours organise, and organisations federate and pay their way.",
    rules: """
      Social organisers visit neighbourhoods without an active organisation, the poorest first, and support those \
      that have one. A visited neighbourhood forms an organisation, and its households join, with chances that \
      rise with the credibility of the mobiliser and fall with the power of the patron. An organisation is active \
      with enough members, poor households and women; it matures while it is supported and may fall dormant \
      otherwise. Village organisations, local support organisations and networks form above it as coverage allows. \
      Community resource persons take over from staff, paid by the programme and then by their organisation.
      """,
    parameterGroups: ["institutions"])

  var name: String { Self.description.name }
  let desks: [MobilisationDesk]
  private let organisations: CommunityOrganisations
  private let treasuries: Treasuries
  private let federations: Federations

  init(_ partners: Partners) {
    let (setting, parameters) = (partners.setting, partners.setting.scenario.parameters.institutions)
    desks = partners.mobilisations
    organisations = CommunityOrganisations(parameters: parameters, stream: setting.stream)
    treasuries = Treasuries(parameters: parameters)
    federations = Federations(desks: desks, geography: setting.population.geography)
  }

  func advance(_ world: World, _ blocks: [Block], step: Int, team: WorkerTeam) {
    let population = world.population
    population.communities.startQuarter()
    for desk in desks { desk.sendStaff(to: population, desks: desks, organisations, step: step) }
    for council in 0..<population.geography.unionCouncilCount {
      federations.desk(ofUnionCouncil: council, step: step)?
        .sendResourcePersons(ofUnionCouncil: council, population, organisations, step: step)
    }
    organisations.develop(population, desks: desks, step: step)
    treasuries.settle(population)
    federations.form(population, step: step)
    for desk in desks { desk.closeBooks(step: step) }
  }
}
