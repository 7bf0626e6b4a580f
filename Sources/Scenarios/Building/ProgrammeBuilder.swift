import Households

/// Makes the model's programme of checked values.
enum ProgrammeBuilder {
  /// The programme.
  static func build(_ programme: CheckedRecord) -> Programme {
    let budget = programme["budget"]?.record
    guard let priceYear = programme.priceYear else {
      preconditionFailure("a programme without price_year is refused before it is built")
    }
    return Programme(
      name: programme.requiredText("name"), partner: programme.requiredText("partner"),
      area: area(programme["where"]?.record), from: programme.requiredQuarter("from"),
      until: programme.requiredQuarter("until"), totalBudget: budget?["total"]?.number,
      quarterlyBudget: budget?["quarterly"]?.number, priceYear: priceYear,
      capacityPerQuarter: programme["capacity"]?.number, targeting: targeting(programme["target"]?.record),
      package: (programme["package"]?.list ?? []).flatMap(PackageBuilder.build))
  }

  private static func area(_ area: CheckedRecord?) -> Area {
    Area(
      district: area?["district"]?.text, tehsil: area?["tehsil"]?.text,
      unionCouncils: area?["union_councils"]?.list?.compactMap(\.text),
      settlementType: area?["settlement_type"]?.text.flatMap(SettlementType.init))
  }

  private static func targeting(_ target: CheckedRecord?) -> Targeting {
    Targeting(
      scoreAtMost: target?["score_at_most"]?.number,
      bands: target?["band"]?.list?.compactMap { $0.text.flatMap(Band.init) },
      femaleHead: target?["sex_of_head"]?.text.map { $0 == "female" }, minority: target?["minority"]?.flag,
      lotteryShare: target?["lottery"]?.number,
      order: target?["order"]?.text.flatMap(Targeting.Order.init) ?? .poorestFirst,
      scoreErrorPoints: target?["score_error"]?.number ?? 0,
      excludedHouseholds: target?["exclude"]?.list?.compactMap(\.whole) ?? [])
  }
}
