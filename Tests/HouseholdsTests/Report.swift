import Testing

@testable import Households

/// The values of an observation by name.
struct Report {
  private let observation: Observation
  private let levels: [GroupLevel]

  init(_ model: Model, _ observation: Observation) {
    levels = model.groupLevels
    self.observation = observation
  }

  func value(_ measure: String, _ group: String = "all", _ level: String = "all") throws -> Double {
    let position = try #require(Model.measures.firstIndex { $0.name == measure })
    let row = try #require(levels.firstIndex { $0.group == group && $0.level == level })
    return observation.values[position + row * Model.measures.count]
  }
}

/// A row of the microdata, read back.
struct Row {
  let quarter: Int
  let household: Int
  let weight, persons, welfare, consumption, assets, debt, score: Double
  let levels: [Int]
  let district, settlementType, sexOfHead, minority: String

  init(_ record: HouseholdRecord) throws {
    func cell(_ name: String) throws -> HouseholdRecord.Cell {
      record.cells[try #require(HouseholdRecord.columns.firstIndex { $0.name == name })]
    }
    func number(_ name: String) throws -> Double {
      switch try cell(name) {
      case .whole(let number): Double(number)
      case .real(let number): number
      case .single(let number): Double(number)
      case .text: .nan
      }
    }
    func text(_ name: String) throws -> String {
      guard case .text(let text) = try cell(name) else { return "" }
      return text
    }
    quarter = record.quarter
    household = Int(try number("household"))
    weight = try number("weight")
    persons = try number("persons")
    welfare = try number("welfare")
    consumption = try number("consumption")
    assets = try number("k")
    debt = try number("debt")
    score = try number("score")
    levels = [Int(try number("E")), Int(try number("S")), Int(try number("P"))]
    district = try text("district")
    settlementType = try text("settlement_type")
    sexOfHead = try number("female_head") == 1 ? "female" : "male"
    minority = try number("minority") == 1 ? "yes" : "no"
  }

  var state: Int { levels[0] + 4 * levels[1] + 16 * levels[2] }
  var isOut: Bool { levels[0] == 3 && levels[1] >= 2 && levels[2] >= 2 }
  /// In how many dimensions it depends on others.
  var dependencies: Int { (levels[0] < 3 ? 1 : 0) + (levels[1] < 2 ? 1 : 0) + (levels[2] < 2 ? 1 : 0) }
}
