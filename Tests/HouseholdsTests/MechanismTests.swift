import Simulation
import Testing

@testable import Households

@Suite("Mechanisms")
struct MechanismTests {
  @Test("each has a word and a sentence of its own", arguments: Mechanism.allCases)
  func words(mechanism: Mechanism) {
    #expect(mechanism.rawValue.allSatisfy { ("a"..."z").contains($0) || $0 == "_" })
    #expect(mechanism.summary.hasSuffix(".") && mechanism.summary.count > 15)
    #expect(!mechanism.notation.isEmpty)
    #expect(Mechanism.allCases.filter { $0.summary == mechanism.summary } == [mechanism])
  }

  @Test(
    "each path is in the catalogue, each beginning of paths begins one",
    arguments: Mechanism.allCases)
  func paths(mechanism: Mechanism) {
    for setting in mechanism.notation {
      let pattern = setting.prefix { $0 != " " }
      let isKnown = Parameters.catalogue.contains { definition in
        pattern.last == "*" ? definition.path.hasPrefix(pattern.dropLast()) : definition.path == pattern
      }
      #expect(isKnown, "\(setting)")
    }
  }

  @Test("each value is allowed", arguments: Mechanism.allCases)
  func values(mechanism: Mechanism) throws {
    for (path, value) in mechanism.settings {
      let definition = try #require(Parameters.catalogue.first { $0.path == path })
      #expect(definition.allowed.contains(value), "\(path)")
    }
  }

  @Test("switching one off sets its values and no others", arguments: Mechanism.allCases)
  func disabling(mechanism: Mechanism) {
    var parameters = Parameters()
    mechanism.disable(in: &parameters)
    for definition in Parameters.catalogue {
      let setting = mechanism.settings.first { $0.path == definition.path }
      #expect(definition.value(in: parameters) == setting?.value ?? definition.value(in: Parameters()))
    }
  }

  @Test("without role models their six coefficients are 0")
  func roleModels() {
    var parameters = Parameters()
    Mechanism.roleModels.disable(in: &parameters)
    let (before, after) = (Parameters().dependency.coefficients, parameters.dependency.coefficients)
    let row = Move.allCases.map { Feature.roleModels.rawValue + Feature.count * $0.rawValue }
    #expect(row.contains { before[$0] != 0 })
    #expect(row.allSatisfy { after[$0] == 0 })
    #expect(Mechanism.roleModels.settings.count == 6)
    #expect(before.indices.allSatisfy { row.contains($0) || before[$0] == after[$0] })
  }

  @Test("without the wage wedge nobody consumes less in the first quarter, and the dependent more")
  func wageWedge() throws {
    let model = try Scenario.small(households: 2000).model()
    let settled = model.settled(replication: 0)
    let with = Trial(model, settled: settled)
    let without = Trial(model, model.baseline.changing(Mechanism.wageWedge.disable), settled: settled)
    with.advance()
    without.advance()
    let differences = (0..<settled.households).map {
      without.population.consumption[$0] - with.population.consumption[$0]
    }
    #expect(differences.allSatisfy { $0 >= 0 })
    #expect(differences.contains { $0 > 0 })
    #expect((0..<settled.households).allSatisfy { settled.state[$0].economic < 3 || differences[$0] == 0 })
  }
}
