internal import Households

/// Where a headline figure of all households stands among the values of an observation.
enum OutcomePlace {
  /// The place; nil where there is no such measure, or the figure is none of an observation.
  static func of(_ ranked: RankedMeasure, groupLevels: [GroupLevel], measures: [Measure]) -> Int? {
    guard case .headline(let headline) = ranked, let group = groupLevels.firstIndex(where: { $0.group == "all" }),
      let measure = measures.firstIndex(where: { $0.name == headline.rawValue })
    else { return nil }
    return measure + measures.count * group
  }
}
