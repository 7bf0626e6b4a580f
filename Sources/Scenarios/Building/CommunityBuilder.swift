import Households

/// Makes the model's intervention for places of an entry of a package.
enum CommunityBuilder {
  /// The intervention; nil for one for households.
  static func build(_ entry: CheckedValue) -> CommunityIntervention? {
    guard case .variant(let word, let record) = entry.content, CommunitySchema.contains(word) else { return nil }
    return CommunityIntervention(name: record["name"]?.text ?? word, kind: kind(word, record))
  }

  private static func kind(_ word: String, _ record: CheckedRecord) -> CommunityIntervention.Kind {
    func number(_ key: String) -> Double { record.requiredNumber(key) }
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
    result.organisers = record.requiredNumber("organisers")
    result.salary = record.requiredNumber("salary")
    result.visitsPerOrganiser = record.requiredNumber("visits")
    result.travelCost = record.requiredNumber("travel")
    result.credibility = record.requiredNumber("credibility")
    result.womenOutreach = record.requiredNumber("women_outreach")
    let share = record.requiredRecord("minimum_share")
    result.minimumPoorShare = share.requiredNumber("poor")
    result.minimumWomenShare = share.requiredNumber("women")
    let coverage = record.requiredRecord("coverage")
    result.villageCoverage = coverage.requiredNumber("village")
    result.poorestCoverage = coverage.requiredNumber("poorest")
    result.unionCouncilCoverage = coverage.requiredNumber("union_council")
    result.tehsilCoverage = coverage.requiredNumber("tehsil")
    result.seedGrant = record.requiredNumber("seed_grant")
    result.survey = record["survey"]?.text
    if let people = record["resource_persons"]?.record { addResourcePersons(people, to: &result) }
    return result
  }

  private static func addResourcePersons(_ people: CheckedRecord, to mobilisation: inout SocialMobilisation) {
    mobilisation.resourcePersons = people.requiredNumber("number")
    mobilisation.honorarium = people.requiredNumber("honorarium")
    mobilisation.visitsPerResourcePerson = people.requiredNumber("visits")
    mobilisation.selection = people.requiredNumber("selection")
    mobilisation.training = people.requiredNumber("training")
    mobilisation.procedures = people.requiredNumber("procedures")
    mobilisation.trainingCost = people.requiredNumber("training_cost")
  }
}
