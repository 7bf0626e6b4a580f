import Statistics

/// A measure and how it follows from weighted sums over households.
struct MeasureDefinition<Sums>: Sendable {
  let measure: Measure
  let value: @Sendable (_ sums: Sums) -> Double

  init(
    _ name: String, _ unit: String, _ summary: String, range: Measure.Range? = nil,
    _ value: @escaping @Sendable (_ sums: Sums) -> Double
  ) {
    measure = Measure(name: name, unit: unit, summary: summary, range: range)
    self.value = value
  }
}

/// Sums over the real households of one of several groups, `quantity + Quantity.count * group`.
struct GroupSums {
  let values: [Double]
  let group: Int

  func callAsFunction(_ quantity: Quantity) -> Double { values[quantity.rawValue + Quantity.count * group] }
}

extension Measure {
  typealias Definition = MeasureDefinition<GroupSums>

  /// All measures that follow from sums, in the order of outputs; those that need an order of households come after them.
  static let definitions: [Definition] =
    [
      total(
        "households", .households, "real households", "Households that the simulated ones stand for.",
        range: .households),
      total("persons", .persons, "real persons", "Members of these households."),
      poverty(
        "headcount_ratio", order: 0, "share of persons",
        "Persons whose household consumes less than its need at market prices (FGT 0)."),
      poverty(
        "poverty_gap", order: 1, "share of the poverty line",
        "Mean shortfall from the poverty line, counting the non-poor as zero (FGT 1)."),
      poverty(
        "poverty_severity", order: 2, "squared share of the poverty line",
        "Mean squared shortfall from the poverty line (FGT 2)."),
      watts,
      ratio(
        "welfare_ratio", .welfarePersons, .persons, "consumption / need",
        "Mean over persons of household consumption at market prices over need."),
      theil, meanLogDeviation, atkinson,
      ratio(
        "consumption", .consumption, .households, "PKR thousand of 2015-16 per household and quarter",
        "Mean household consumption at the prices paid."),
      amount("assets", .assets, "Mean productive assets."),
      amount("savings", .savings, "Mean savings."),
      amount("patron_debt", .debt, "Mean debt to the patron."),
      share("indebted", .debtors, "Households that owe the patron."),
      amount("soft_loans", .softLoans, "Mean soft loan outstanding."),
      share("hungry", .hungry, "Households that could not keep up the floor of consumption."),
      ratio("score", .score, .households, "points", "Mean scorecard points."),
      ratio(
        "mark_up", .markUp, .households, "share of market price", "Mean mark-up of the patrons that households face.",
        range: .notNegative),
      ratio(
        "price", .price, .households, "market price = 1",
        "Mean price that households face for what they buy, partly on the patron's credit."),
      Definition(
        "informal_rate", "share per year",
        "What patrons earn in a year, by mark-ups and interest, on what households owe them.", range: .notNegative
      ) { sums in sums(.debt) > 0 ? 4 * sums(.informalCost) / sums(.debt) : .nan },
    ]
    + levels(.economic, from: .economic0) + levels(.social, from: .social0) + levels(.political, from: .political0)
    + [
      share("out_of_dependency", .out, "Households with E = 3, S >= 2 and P >= 2."),
      share("durably_out", .durablyOut, "Households that have been out of dependency for four quarters or more."),
      total(
        "durable_exits", .durableExits, "real households",
        "Households that were not durably out at the start and have since been, for the first time.",
        range: .partOfHouseholds),
      total(
        "exited", .exited, "real households", "Households that have left dependency since the start, ever.",
        range: .partOfHouseholds),
      total(
        "relapsed", .relapsed, "real households", "Households that have fallen back since the start, ever.",
        range: .partOfHouseholds),
      share("trapped", .trapped, "Households in the two worst levels of all three dimensions."),
      ratio(
        "quarters_trapped", .quartersTrapped, .households, "quarters", "Mean quarters in the trap since the start."),
      share(
        "dependency_headcount_ratio", .dependent,
        "Households dependent in enough of the three dimensions (Alkire-Foster H)."),
      ratio(
        "dependency_intensity", .dependentDimensions, .dependent, "share of dimensions",
        "Mean share of dimensions in which they are dependent (Alkire-Foster A)."),
      ratio(
        "adjusted_dependency_headcount_ratio", .dependentDimensions, .households, "share",
        "Alkire-Foster M0 = H A over the economic, social and political dimensions."),
    ]
    + zip(Dimension.allCases, [Quantity.economicDependent, .socialDependent, .politicalDependent]).map(censored)
    + [
      share(
        "deprivation_headcount_ratio", .deprived,
        "Households deprived in enough indicators, by their weights (Alkire-Foster H)."),
      ratio(
        "deprivation_intensity", .deprivationScore, .deprived, "share of weights",
        "Mean weighted share of indicators in which they are deprived (Alkire-Foster A)."),
      ratio(
        "adjusted_deprivation_headcount_ratio", .deprivationScore, .households, "share",
        "Alkire-Foster M0 = H A over the indicators of deprivation."),
    ]
    + DeprivationIndicator.allCases.compactMap(censored)
    + [
      share("organised", .organised, "Households that are members of active community organisations."),
      share(
        "served_twice", .servedTwice,
        "Households that have received the same kind of intervention from two or more partners."),
      share("unmet_need", .unmetNeed, "Households that are poor by the scorecard and that no partner has served."),
    ]

  /// What all programmes of a run have cost.
  public static let programmeCost = Measure(
    name: "programme_cost", unit: "PKR of 2015-16", summary: "Cost of all programmes over the whole run.",
    range: .anyNumber)

  /// What all programmes of a run have cost, at its start.
  public static let discountedCost = Measure(
    name: "discounted_cost", unit: "PKR of 2015-16",
    summary: "Cost of all programmes over the whole run, discounted to its start.", range: .anyNumber)

  private static func total(
    _ name: String, _ quantity: Quantity, _ unit: String, _ summary: String, range: Range? = nil
  ) -> Definition {
    Definition(name, unit, summary, range: range) { sums in
      sums(.households) > 0 ? sums(quantity) : .nan
    }
  }

  private static func poverty(_ name: String, order: Int, _ unit: String, _ summary: String) -> Definition {
    Definition(name, unit, summary) { sums in
      FosterGreerThorbecke(
        totalWeight: sums(.persons), poorWeight: sums(.poorPersons), weightedGap: sums(.gapPersons),
        weightedSquaredGap: sums(.squaredGapPersons)
      ).index(ofOrder: order)
    }
  }

  private static func ratio(
    _ name: String, _ quantity: Quantity, _ base: Quantity, _ unit: String, _ summary: String, range: Range? = nil
  ) -> Definition {
    Definition(name, unit, summary, range: range) { sums in
      sums(base) > 0 ? sums(quantity) / sums(base) : .nan
    }
  }

  private static func share(_ name: String, _ quantity: Quantity, _ summary: String) -> Definition {
    ratio(name, quantity, .households, "share of households", summary)
  }

  private static func amount(_ name: String, _ quantity: Quantity, _ summary: String) -> Definition {
    ratio(name, quantity, .households, "PKR thousand of 2015-16 per household", summary)
  }

  /// The measure that tells who is dependent in a dimension among those dependent in enough of them.
  private static func censored(_ dimension: Dimension, _ quantity: Quantity) -> Definition {
    share(
      "dependency_censored_\(dimension.name)", quantity,
      "Households dependent in enough of the three dimensions, and in the \(dimension.name) one among them.")
  }

  /// The measure that tells who is deprived in an indicator among those deprived in enough of them.
  private static func censored(_ indicator: DeprivationIndicator) -> Definition? {
    Quantity(rawValue: Quantity.deprived0.rawValue + indicator.rawValue).map { quantity in
      share(
        "deprivation_censored_\(indicator.name)", quantity,
        "Households deprived in enough indicators that \(indicator.meaning).")
    }
  }

  private static func levels(_ dimension: Dimension, from first: Quantity) -> [Definition] {
    dimension.levelNames.enumerated().compactMap { level, levelName in
      Quantity(rawValue: first.rawValue + level).map { quantity in
        share(
          "\(dimension.name)_\(levelName)", quantity, "Households at \(dimension.name) level \(level), \(levelName).")
      }
    }
  }
}
