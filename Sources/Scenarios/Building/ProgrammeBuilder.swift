import Households

/// Makes the model's programme of checked values.
enum ProgrammeBuilder {
  static func build(_ programme: CheckedRecord) -> Programme {
    let budget = programme["budget"]?.record
    guard let priceYear = programme.priceYear else {
      preconditionFailure("a programme without price_year is refused before it is built")
    }
    let entries = programme["package"]?.list ?? []
    var result = Programme(
      name: programme.required("name", \.text), partner: programme.required("partner", \.text),
      area: area(programme["where"]?.record), from: programme.required("from", \.quarter),
      until: programme.required("until", \.quarter), totalBudget: budget?["total"]?.number,
      quarterlyBudget: budget?["quarterly"]?.number, priceYear: priceYear,
      capacityPerQuarter: programme["capacity"]?.number, targeting: targeting(programme["target"]?.record),
      package: entries.flatMap(PackageBuilder.build))
    result.community = entries.compactMap(CommunityBuilder.build)
    result.after = programme["after"]?.list?.compactMap(\.text) ?? []
    result.isRevolving = programme["revolving"]?.flag ?? false
    return result
  }

  static func partner(_ partner: CheckedRecord) -> Partner {
    let budget = partner["budget"]?.record
    var result = Partner(name: partner.required("name", \.text), area: area(partner["where"]?.record))
    if let budget {
      result.totalBudget = budget.required("total", \.number)
      result.priceYear = budget.required("price_year", \.whole)
    }
    return result
  }

  static func area(_ area: CheckedRecord?) -> Area {
    Area(
      district: area?["district"]?.text, tehsil: area?["tehsil"]?.text,
      unionCouncils: area?["union_councils"]?.list?.compactMap(\.text),
      settlementType: area?["settlement_type"]?.text.flatMap(SettlementType.init))
  }

  private static func targeting(_ target: CheckedRecord?) -> Targeting {
    var result = Targeting.universal
    result.scoreAtMost = target?["score_at_most"]?.number
    result.bands = target?["band"]?.list?.compactMap { $0.text.flatMap(Band.init) }
    result.femaleHead = target?["sex_of_head"]?.text.map { $0 == "female" }
    result.minority = target?["minority"]?.flag
    result.lotteryShare = target?["lottery"]?.number
    result.order = target?["order"]?.text.flatMap(Targeting.Order.init) ?? .poorestFirst
    result.scoreErrorPoints = target?["score_error"]?.number ?? 0
    result.excludedHouseholds = target?["exclude"]?.list?.compactMap(\.whole) ?? []
    result.survey = target?["survey"]?.text
    result.communityShare = target?["community_ranking"]?.number
    result.selfSelection = target?["self_selection"]?.flag ?? false
    result.membersOnly = target?["members_only"]?.flag ?? false
    result.membersChoose = target?["members_choose"]?.flag ?? false
    result.afterShock = target?["after_shock"]?.flag ?? false
    return result
  }
}
