public import Designs
public import Households

/// A design that was read without errors, with its scenarios.
public struct LoadedDesign: Sendable {
  /// What varies and how.
  public let design: Design
  /// The points.
  public let points: PointSet
  /// The scenarios without the variables; the first is the baseline.
  public let scenarios: [LoadedScenario]
  /// The units of the variables, in their order; empty where there is none.
  public let units: [String]
  /// Where the distributions of the variables come from, in their order.
  public let bases: [VariableBasis]
  /// The design's file.
  public let source: ScenarioSource
  /// Values of the command line.
  public let overrides: [ScenarioOverride]
  /// Doubts that do not keep the design from being used.
  public let warnings: [Diagnostic]

  let layers: [ScenarioLayers]
  let laid: [ScenarioOverride]
  let sites: [Site]

  /// The scenarios with the values of one point, from 0, the baseline first.
  ///
  /// Complexity: O(size of the scenarios); no file is read.
  /// - Throws: `ScenarioError` where the values of the point do not fit together.
  public func scenarios(at point: Int) throws(ScenarioError) -> [Scenario] {
    let values = design.variables.indices.map { index in
      ScenarioOverride(
        path: design.variables[index].path, value: points.text(point: point, variable: index), at: sites[index])
    }
    var scenarios: [Scenario] = []
    for layer in layers { scenarios.append(try layer.loaded(laid + values).scenario) }
    return scenarios
  }
}
