internal import Experiments
internal import Households
internal import Scenarios

/// Makes what runs at each point of a design.
struct PointModels: Sendable {
  let design: LoadedDesign
  let survey: [SurveyHousehold]
  let blockSize: Int

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

  private func model(of scenarios: [Scenario], threads: Int) throws -> SweepPoint<Model> {
    let options = ModelOptions(threads: threads, blockSize: blockSize)
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

  /// Checks that the scenarios can be run together at all.
  /// - Throws: `ModelError`.
  func check() throws(ModelError) {
    _ = try Model(
      of: design.scenarios.map(\.scenario), survey: survey, options: ModelOptions(threads: 1, blockSize: blockSize))
  }
}
