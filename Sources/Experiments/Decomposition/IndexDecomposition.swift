internal import Households
internal import Statistics

/// How one index is divided into parts, and where the numbers for it are in an observation.
struct IndexDecomposition: Sendable {
  /// Parts that together make up the whole.
  enum Division: Sendable {
    /// Disjoint groups: the index is the mean of theirs, weighted by their sizes.
    case groups(sizes: [Int], size: Int)
    /// Disjoint groups, of an index of inequality: the mean of theirs, weighted by the products of these measures, and
    /// what is left between groups.
    case unequalGroups(weights: [[Int]], weight: [Int])
    /// Indicators with weights: the index is the sum of their censored headcount ratios, so weighted.
    case indicators(weights: [Double])
  }

  let measure: Measure
  /// Its position in the values of an observation, for all households.
  let whole: Int
  /// What divides it.
  let partition: String
  let parts: [String]
  /// The positions of the index of each part.
  let indices: [Int]
  /// The unit of shares.
  let shareUnit: String
  let division: Division

  /// What is told of the parts, in the order of `values(of:)`.
  var cells: [DecompositionCell] {
    func cell(_ part: String, _ quantity: DecompositionCell.Quantity) -> DecompositionCell {
      let unit =
        switch quantity {
        case .share: shareUnit
        case .index, .contribution: measure.unit
        case .percent: "percent of the whole"
        }
      return DecompositionCell(measure: measure, partition: partition, part: part, quantity: quantity, unit: unit)
    }
    let cells = parts.flatMap { part in DecompositionCell.Quantity.allCases.map { cell(part, $0) } }
    guard case .unequalGroups = division else { return cells }
    return cells
      + ["within_groups", "between_groups"].flatMap { [cell($0, .contribution), cell($0, .percent)] }
  }

  /// The numbers of one observation; NaN where an index is undefined.
  ///
  /// A group of nobody has share and contribution 0.
  func values(of observation: [Double]) -> [Double] {
    let whole = observation[whole]
    let indices = indices.map { observation[$0] }
    func percent(_ contribution: Double) -> Double { whole == 0 ? .nan : 100 * contribution / whole }
    func rows(_ shares: [Double], _ contributions: [Double]) -> [Double] {
      parts.indices.flatMap { [shares[$0], indices[$0], contributions[$0], percent(contributions[$0])] }
    }
    /// A product of measures of a part in that of all.
    func share(_ part: [Int], _ all: [Int]) -> Double {
      let product = part.reduce(1) { $0 * observation[$1] }
      return product.isNaN ? 0 : product / all.reduce(1) { $0 * observation[$1] }
    }
    switch division {
    case .groups(let sizes, let size):
      let shares = sizes.map { share([$0], [size]) }
      return rows(shares, zip(shares, indices).map { $0 == 0 ? 0 : $0 * $1 })
    case .unequalGroups(let weights, let weight):
      let shares = weights.map { share($0, weight) }
      let parts = InequalityDecomposition(whole: whole, shares: shares, indices: indices)
      return rows(shares, parts.contributions)
        + [parts.within, percent(parts.within), parts.between, percent(parts.between)]
    case .indicators(let weights):
      return rows(weights, zip(weights, indices).map { $0 == 0 ? 0 : $0 * $1 })
    }
  }
}
