import Statistics

// Sums of disjoint groups add up.

extension FosterGreerThorbecke {
  mutating func add(_ group: Self) {
    self = Self(
      totalWeight: totalWeight + group.totalWeight, poorWeight: poorWeight + group.poorWeight,
      weightedGap: weightedGap + group.weightedGap, weightedSquaredGap: weightedSquaredGap + group.weightedSquaredGap)
  }
}

extension WattsIndex {
  mutating func add(_ group: Self) {
    self = Self(
      totalWeight: totalWeight + group.totalWeight, weightedShortfall: weightedShortfall + group.weightedShortfall)
  }
}

extension TheilIndex {
  mutating func add(_ group: Self) {
    self = Self(
      totalWeight: totalWeight + group.totalWeight, total: total + group.total,
      weightedEntropy: weightedEntropy + group.weightedEntropy)
  }
}

extension AtkinsonIndex {
  mutating func add(_ group: Self) {
    self = Self(
      aversion: aversion, totalWeight: totalWeight + group.totalWeight, total: total + group.total,
      weightedUtility: weightedUtility + group.weightedUtility)
  }
}
