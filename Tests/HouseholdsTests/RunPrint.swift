@testable import Households

/// All that a run reports, in a form that is equal only where every bit is.
struct RunPrint: Equatable {
  var observations: [[UInt64]]
  var transitions: [UInt64]
  var costs: [CostEntry]
  var course: [CourseEntry]
  var records: [[Cell]]

  enum Cell: Equatable {
    case text(String)
    case number(UInt64)

    init(_ cell: HouseholdRecord.Cell) {
      switch cell {
      case .text(let text): self = .text(text)
      case .whole(let number): self = .number(UInt64(bitPattern: Int64(number)))
      case .real(let number): self = .number(number.bitPattern)
      case .single(let number): self = .number(UInt64(number.bitPattern))
      }
    }
  }

  /// Runs a scenario and keeps what it reports every quarter, with all households at some quarters.
  init(_ model: Model, _ scenario: Scenario, microdataAt quarters: Set<Int> = [0, 3, 8]) {
    var records: [[Cell]] = []
    let result = model.run(
      scenario, from: model.settled(replication: 0), replication: 0, observeEvery: 1, microdataAt: quarters,
      record: { record in
        records.append([.number(UInt64(record.quarter))] + record.cells.map(Cell.init))
      })
    observations = result.observations.map { $0.values.map(\.bitPattern) }
    transitions = result.transitions.map(\.bitPattern)
    costs = result.costs
    course = result.course
    self.records = records
  }
}
