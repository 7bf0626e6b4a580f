internal import Experiments
internal import Households
internal import Scenarios

/// Makes what runs at each point of a design.
struct PointModels: Sendable {
  let design: LoadedDesign
  let survey: [SurveyHousehold]
  let blockSize: Int
  private let scales = SolvedScales()

  /// The scenarios of a point and the model for them.
  /// - Throws: `PointRefusal` where the values of the point do not fit together, or no model can be made of them.
  func point(_ point: Int, threads: Int) throws -> SweepPoint<Model> {
    do {
      return try model(of: try design.scenarios(at: point), threads: threads)
    } catch let error as ModelError {
      throw PointRefusal(reason: "point \(point + 1): \(error.description)")
    } catch let error as ScenarioError {
      let words = error.diagnostics.map(\.sentence).joined(separator: "; ")
      throw PointRefusal(reason: "point \(point + 1): \(words)")
    }
  }

  private func model(of given: [Scenario], threads: Int) throws -> SweepPoint<Model> {
    let options = ModelOptions(threads: threads, blockSize: blockSize)
    var scenarios = given
    let scale = try scales.scale(of: scenarios[0]) {
      try Model(baseline: given[0], survey: survey, options: options).consumptionScale
    }
    for index in scenarios.indices { scenarios[index].population.consumptionScale = scale }
    return SweepPoint(engine: try Model(of: scenarios, survey: survey, options: options), scenarios: scenarios)
  }

  /// Why a point cannot be run; nil where it can be.
  func refusal(of point: Int) -> String? {
    do {
      _ = try self.point(point, threads: 1)
      return nil
    } catch {
      return (error as? PointRefusal)?.reason
    }
  }

  /// Checks that the scenarios can be run together at all, without solving anything.
  /// - Throws: `ModelError`.
  func check() throws(ModelError) {
    var scenarios = design.scenarios.map(\.scenario)
    let given = scenarios[0].population.consumptionScale
    for index in scenarios.indices where scenarios[index].population.consumptionScale == given {
      scenarios[index].population.consumptionScale = Self.unsolved
    }
    _ = try Model(of: scenarios, survey: survey, options: ModelOptions(threads: 1, blockSize: blockSize))
  }

  /// A scale for a model that is never run.
  private static let unsolved = Dictionary(uniqueKeysWithValues: SettlementType.allCases.map { ($0, 1.0) })
}
