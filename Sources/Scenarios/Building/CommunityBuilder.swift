import Households

/// Makes the model's intervention for places of an entry of a package.
enum CommunityBuilder {
  /// The intervention; nil for one for households.
  static func build(_ entry: CheckedValue) -> CommunityIntervention? {
    guard case .variant(let word, let record) = entry.content, CommunitySchema.contains(word) else { return nil }
    return CommunityIntervention(name: record["name"]?.text ?? word, kind: kind(word, record))
  }

  private static func kind(_ word: String, _ record: CheckedRecord) -> CommunityIntervention.Kind {
    func number(_ key: String) -> Double { record.required(key, \.number) }
    return switch word {
    case "poverty_survey":
      .povertySurvey(
        cost: number("cost"), errorPoints: number("error"), capacityPerQuarter: record["capacity"]?.number)
    case "social_mobilisation": .socialMobilisation(mobilisation(record))
    case "market_rate_analysis": .marketRateAnalysis(gain: number("gain"), cost: number("cost"))
    case "collective_purchase": .collectivePurchase(discount: number("discount"), cost: number("cost"))
    case "collective_works": .collectiveWorks(cost: number("cost"), localShare: number("local_share"))
    case "skill_centre":
      .skillCentre(places: number("places"), setupCost: number("setup"), runningCost: number("running"))
    case "production_centre":
      .productionCentre(
        places: number("places"), wage: number("wage"), marketGain: number("market_gain"), setupCost: number("setup"),
        runningCost: number("running"))
    case "display_centre":
      .displayCentre(marketGain: number("market_gain"), setupCost: number("setup"), runningCost: number("running"))
    default: preconditionFailure("the schema has an intervention '\(word)' that cannot be built")
    }
  }

  private static func mobilisation(_ record: CheckedRecord) -> SocialMobilisation {
    var result = SocialMobilisation()
    result.organisers = record.required("organisers", \.number)
    result.salary = record.required("salary", \.number)
    result.visitsPerOrganiser = record.required("visits", \.number)
    result.travelCost = record.required("travel", \.number)
    result.credibility = record.required("credibility", \.number)
    result.womenOutreach = record.required("women_outreach", \.number)
    let share = record.required("minimum_share", \.record)
    result.minimumPoorShare = share.required("poor", \.number)
    result.minimumWomenShare = share.required("women", \.number)
    let coverage = record.required("coverage", \.record)
    result.villageCoverage = coverage.required("village", \.number)
    result.poorestCoverage = coverage.required("poorest", \.number)
    result.unionCouncilCoverage = coverage.required("union_council", \.number)
    result.tehsilCoverage = coverage.required("tehsil", \.number)
    result.seedGrant = record.required("seed_grant", \.number)
    result.survey = record["survey"]?.text
    if let people = record["resource_persons"]?.record { addResourcePersons(people, to: &result) }
    return result
  }

  private static func addResourcePersons(_ people: CheckedRecord, to mobilisation: inout SocialMobilisation) {
    mobilisation.resourcePersons = people.required("number", \.number)
    mobilisation.honorarium = people.required("honorarium", \.number)
    mobilisation.visitsPerResourcePerson = people.required("visits", \.number)
    mobilisation.selection = people.required("selection", \.number)
    mobilisation.training = people.required("training", \.number)
    mobilisation.procedures = people.required("procedures", \.number)
    mobilisation.trainingCost = people.required("training_cost", \.number)
  }
}
