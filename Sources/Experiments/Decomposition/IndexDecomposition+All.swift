internal import Households

extension IndexDecomposition {
  /// The indices that are the mean of those of groups, and the measure that tells how large a group is.
  private static let additive: [(index: String, size: String, unit: String)] = [
    ("headcount_ratio", "persons", "share of persons"), ("poverty_gap", "persons", "share of persons"),
    ("poverty_severity", "persons", "share of persons"), ("watts", "persons", "share of persons"),
    ("adjusted_dependency_headcount_ratio", "households", "share of households"),
    ("adjusted_deprivation_headcount_ratio", "households", "share of households"),
  ]

  /// The indices of inequality, and the measures whose product tells the weight of a group.
  private static let inequality: [(index: String, weight: [String], unit: String)] = [
    ("theil", ["persons", "welfare_ratio"], "share of welfare"),
    ("mean_log_deviation", ["persons"], "share of persons"),
  ]

  /// The indices that are sums of censored headcount ratios, and what the names of those begin with.
  private static let counting: [(index: String, partition: String, prefix: String)] = [
    ("adjusted_dependency_headcount_ratio", "dimension", "dependency_censored_"),
    ("adjusted_deprivation_headcount_ratio", "indicator", "deprivation_censored_"),
  ]

  /// All that can be divided of what is observed, in the order of outputs.
  ///
  /// Groups and measures are in the order of `Observation.values`; the weights of the indicators of deprivation add up
  /// to 1.
  static func all(
    groupLevels: [GroupLevel], measures: [Measure], deprivationWeights: [Double]
  ) -> [IndexDecomposition] {
    guard let everybody = groupLevels.everybody else { return [] }
    func measure(_ name: String) -> Int? { measures.firstIndex { $0.name == name } }
    func position(_ measure: Int, _ level: Int) -> Int { measure + measures.count * level }
    var partitions: [String] = []
    for level in groupLevels where level.group != "all" && !partitions.contains(level.group) {
      partitions.append(level.group)
    }
    let partitionLevels = partitions.map { name in groupLevels.indices.filter { groupLevels[$0].group == name } }

    func byGroups(
      _ index: String, _ unit: String, _ division: (_ levels: [Int]) -> Division?
    ) -> [IndexDecomposition] {
      guard let index = measure(index) else { return [] }
      return zip(partitions, partitionLevels).compactMap { partition, levels in
        division(levels).map { division in
          IndexDecomposition(
            measure: measures[index], whole: position(index, everybody), partition: partition,
            parts: levels.map { groupLevels[$0].level }, indices: levels.map { position(index, $0) }, shareUnit: unit,
            division: division)
        }
      }
    }

    func byIndicators(_ index: String, _ partition: String, _ prefix: String) -> IndexDecomposition? {
      let censored = measures.indices.filter { measures[$0].name.hasPrefix(prefix) }
      guard let index = measure(index), !censored.isEmpty else { return nil }
      let equal = [Double](repeating: 1 / Double(censored.count), count: censored.count)
      return IndexDecomposition(
        measure: measures[index], whole: position(index, everybody), partition: partition,
        parts: censored.map { String(measures[$0].name.dropFirst(prefix.count)) },
        indices: censored.map { position($0, everybody) }, shareUnit: "share of weights",
        division: .indicators(weights: partition == "indicator" ? deprivationWeights : equal))
    }

    return additive.flatMap { index, size, unit in
      byGroups(index, unit) { levels in
        measure(size).map { size in
          .groups(sizes: levels.map { position(size, $0) }, size: position(size, everybody))
        }
      }
    }
      + inequality.flatMap { index, weight, unit in
        byGroups(index, unit) { levels in
          let weights = weight.compactMap(measure)
          guard weights.count == weight.count else { return nil }
          return .unequalGroups(
            weights: levels.map { level in weights.map { position($0, level) } },
            weight: weights.map { position($0, everybody) })
        }
      }
      + counting.compactMap(byIndicators)
  }
}
