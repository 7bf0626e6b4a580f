package import Experiments
internal import Households
package import Notation

extension DisplayUnit {
  /// The unit of any measure.
  init(_ measure: Measure) { self.init(measure: measure.name, unit: measure.unit) }

  /// The unit of a headline measure.
  init(_ headline: HeadlineMeasure) {
    self.init(measure: headline.rawValue, unit: headline == .durableExits ? "real households" : "share")
  }

  /// The unit of a figure by which scenarios are ranked.
  package init(_ ranked: RankedMeasure) {
    switch ranked {
    case .headline(let headline): self.init(headline)
    case .programmeCost: self = .programmeCost
    }
  }
}
