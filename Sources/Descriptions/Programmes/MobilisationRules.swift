internal import Households

/// How a programme organises households, in sentences.
struct MobilisationRules {
  let plan: SocialMobilisation
  let evidence: Evidence

  var text: String {
    [organisers, inclusion, federations, seedGrant, resourcePersons, survey].map(Words.sentence)
      .joined(separator: " ")
  }

  private var organisers: String {
    let visits = evidence.mark(Words.counted(plan.visitsPerOrganiser, "visit", "visits") + " a quarter", "visits")
    let credibility = evidence.mark("\(Figures.number(plan.credibility)) on a scale from 0 to 1", "credibility")
    return "an organiser is paid \(evidence.money(plan.salary, "salary", per: "quarter")), makes \(visits) "
      + "at \(evidence.money(plan.travelCost, "travel", per: "visit")), and is believed to a degree of \(credibility)"
  }

  private var inclusion: String {
    let poor = evidence.share(plan.minimumPoorShare, "minimum_share.poor")
    let women = evidence.share(plan.minimumWomenShare, "minimum_share.women")
    return "an organisation is active when at least \(poor) of the households of its neighbourhood that are poor by "
      + "the scorecard are members and at least \(women) of its members are women; "
      + "\(evidence.share(plan.womenOutreach, "women_outreach")) of member households with a male head send a woman"
  }

  private var federations: String {
    let households = evidence.share(plan.villageCoverage, "coverage.village")
    let poorest = evidence.share(plan.poorestCoverage, "coverage.poorest")
    let villages = evidence.share(plan.unionCouncilCoverage, "coverage.union_council")
    let unionCouncils = evidence.share(plan.tehsilCoverage, "coverage.tehsil")
    return "a village organisation forms when at least \(households) of a village's households and at least "
      + "\(poorest) of its households that are extremely poor by the scorecard are organised, a local support "
      + "organisation when at least \(villages) of a union council's villages have one, and a network when at least \(unionCouncils) of a "
      + "tehsil's union councils have one of these"
  }

  private var seedGrant: String {
    plan.seedGrant > 0
      ? "each local support organisation is given \(evidence.money(plan.seedGrant, "seed_grant")) when it forms"
      : evidence.mark("local support organisations get no seed grant", "seed_grant")
  }

  private var resourcePersons: String {
    guard plan.resourcePersons > 0 else { return "there are no community resource persons" }
    let people = evidence.below("resource_persons")
    let number = Words.counted(plan.resourcePersons, "community resource person", "community resource persons")
    let visits = Words.counted(plan.visitsPerResourcePerson, "visit", "visits")
    let qualities = [
      people.mark(Figures.number(plan.selection), "selection"),
      people.mark(Figures.number(plan.training), "training"),
      people.mark(Figures.number(plan.procedures), "procedures"),
    ]
    return "each local support organisation has \(people.mark(number, "number")), trained once for "
      + "\(people.mark(Figures.money(plan.trainingCost) + " each", "training_cost")), who get an honorarium of "
      + "\(people.money(plan.honorarium, "honorarium", per: "quarter")) and make "
      + "\(people.mark(visits + " a quarter", "visits")); the quality of their selection, training and procedures is "
      + "\(Words.listed(qualities)) on a scale from 0 to 1"
  }

  private var survey: String {
    plan.survey.map { "who is poor is told by the poverty survey of \($0.escaped)" }
      ?? "who is poor is known without error"
  }
}
