/// What is added up over households that are followed through two futures.
enum Change: Int, CaseIterable {
  case households
  case outInBoth, outOnlyWith, outOnlyWithout, outInNeither
  case durableExitOnlyWith, durableExitOnlyWithout
  case welfareEffect
  case largeLoss, moderateLoss, smallLoss, noEffect, smallGain, moderateGain, largeGain

  static let count = allCases.count

  /// Whether it is a mean or share of households and not their number.
  var isMean: Bool { rawValue >= Change.welfareEffect.rawValue }

  /// Where a household belongs by being out of dependency in two futures.
  static func outcome(isOut: Bool, wasOut: Bool) -> Change {
    switch (isOut, wasOut) {
    case (true, true): .outInBoth
    case (true, false): .outOnlyWith
    case (false, true): .outOnlyWithout
    case (false, false): .outInNeither
    }
  }

  /// Where a household belongs by what has happened to its welfare, in units of its need.
  static func sizeClass(ofEffect effect: Double) -> Change {
    let size = effect.magnitude
    if size == 0 { return .noEffect }
    if size <= 0.05 { return effect < 0 ? .smallLoss : .smallGain }
    if size <= 0.2 { return effect < 0 ? .moderateLoss : .moderateGain }
    return effect < 0 ? .largeLoss : .largeGain
  }

  var measure: Measure {
    switch self {
    case .households: Measure.definitions[0].measure
    case .outInBoth: .changed("out_in_both", "Households out of dependency with the scenario and without it.")
    case .outOnlyWith: .changed("out_only_with", "Households out of dependency with the scenario alone.")
    case .outOnlyWithout: .changed("out_only_without", "Households out of dependency without the scenario alone.")
    case .outInNeither: .changed("out_in_neither", "Households out of dependency neither with nor without it.")
    case .durableExitOnlyWith:
      .changed("durable_exit_only_with", "Households that have made a durable exit with the scenario alone.")
    case .durableExitOnlyWithout:
      .changed("durable_exit_only_without", "Households that have made a durable exit without the scenario alone.")
    case .welfareEffect:
      Measure(
        name: "welfare_effect", unit: "consumption / need",
        summary: "Mean over households of welfare with the scenario minus welfare without it.", range: .anyNumber)
    case .largeLoss: .effect("large_loss", "Households whose welfare is lower by more than 0.2 of their need.")
    case .moderateLoss: .effect("moderate_loss", "Households whose welfare is lower by more than 0.05, up to 0.2.")
    case .smallLoss: .effect("small_loss", "Households whose welfare is lower by up to 0.05 of their need.")
    case .noEffect: .effect("no_effect", "Households whose welfare is exactly the same.")
    case .smallGain: .effect("small_gain", "Households whose welfare is higher by up to 0.05 of their need.")
    case .moderateGain: .effect("moderate_gain", "Households whose welfare is higher by more than 0.05, up to 0.2.")
    case .largeGain: .effect("large_gain", "Households whose welfare is higher by more than 0.2 of their need.")
    }
  }
}

extension Measure {
  fileprivate static func changed(_ name: String, _ summary: String) -> Measure {
    Measure(name: name, unit: "real households", summary: summary, range: .partOfHouseholds)
  }

  fileprivate static func effect(_ name: String, _ summary: String) -> Measure {
    Measure(name: name, unit: "share of households", summary: summary)
  }
}

extension EndState {
  /// What is told of each set of households, in the order of outputs.
  public static let measures: [Measure] = Change.allCases.map(\.measure)

  /// Sets by what the scenario did for them, in the order of outputs.
  public static let treatments = ["all", "treated", "untreated"]

  /// Where a value is in what `attribution(against:)` returns.
  /// - Parameters:
  ///   - groupLevel: index in `Model.groupLevels`.
  ///   - treatment: index in `treatments`.
  ///   - measure: index in `measures`.
  /// - Returns: the index of the value.
  public static func position(groupLevel: Int, treatment: Int, measure: Int) -> Int {
    measure + Change.count * (treatment + treatments.count * groupLevel)
  }
}
