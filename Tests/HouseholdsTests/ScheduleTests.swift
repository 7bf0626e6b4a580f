import Foundation
import Simulation
import Testing

@testable import Households

@Suite struct ScheduleTests {
  @Test("a quarter runs the processes of the model in their order")
  func names() throws {
    let scenario = Scenario.small(households: 500).with(try .small(.cash), try .mobilisation())
    let trial = Trial(try scenario.model(), scenario)
    let schedule = Model.schedule(
      scenario, stream: trial.stream, population: trial.population, partners: trial.partners)
    #expect(schedule.names == Model.processes.map(\.name))
    #expect(schedule.names == Model.processNames(of: [scenario]))
  }

  @Test("the description of the model lists the same processes")
  func description() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(
      contentsOf: package.appending(path: "Sources/Households/Households.docc/TheModel.md"), encoding: .utf8)
    let section = try #require(text.split(separator: "## Process overview and scheduling").last)
    let listed = section.split(separator: "\n").prefix { !$0.hasPrefix("## ") }.compactMap { line in
      line.firstMatch(of: /^\d+\. (.+)$/).map { String($0.output.1) }
    }
    #expect(listed == Model.processes.map(\.name))
  }

  @Test("without a mobilisation there is no process for institutions")
  func withoutMobilisation() throws {
    let scenario = Scenario.small(households: 500).with(try .small(.cash))
    let trial = Trial(try scenario.model(), scenario)
    let schedule = Model.schedule(
      scenario, stream: trial.stream, population: trial.population, partners: trial.partners)
    #expect(schedule.names == Model.processes.map(\.name).filter { $0 != "institutions" })
    #expect(schedule.names == Model.processNames(of: [scenario]))
  }

  @Test("without programmes there is no process for them")
  func withoutProgrammes() throws {
    let scenario = Scenario.small(households: 500)
    let trial = Trial(try scenario.model())
    let schedule = Model.schedule(
      scenario, stream: trial.stream, population: trial.population, partners: trial.partners)
    #expect(schedule.names == Model.processes.map(\.name).filter { $0 != "programmes" && $0 != "institutions" })
    #expect(schedule.names == Model.processNames(of: [.small()]))
  }

  @Test("a process is named where one scenario of several has it")
  func several() throws {
    let cash = Scenario.small().with(try .small(.cash))
    let names = Model.processNames(of: [.small(), cash])
    #expect(names.contains("programmes") && !names.contains("institutions"))
    let mobilised = Scenario.small().with(try .mobilisation())
    #expect(Model.processNames(of: [.small(), mobilised]) == Model.processes.map(\.name))
  }

  @Test("a trial that stops after every quarter does what a run does")
  func trialIsARun() throws {
    let scenario = Scenario.small().with(try .small(until: "2020-Q4", capacity: 100, .cash))
    let model = try scenario.model()
    let trial = Trial(model, scenario)
    trial.advance(8)
    var welfare: [Float] = []
    let result = model.run(
      scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 4, microdataAt: [8],
      record: { record in
        if case .single(let value) = record.cells[19] { welfare.append(value) }
      })
    #expect(HouseholdRecord.columns[19].name == "welfare")
    #expect(welfare == trial.population.householdStates.map(\.welfare))
    #expect(result.costs == trial.desks[0].account.costs)
    #expect(result.observations.map(\.quarter) == [0, 4, 8])
  }
}
