import Testing

@testable import Households

@Suite("Values of household records")
struct HouseholdValuesTests {
  @Test("every value is that of the column of its name")
  func values() {
    let cells: [HouseholdRecord.Cell] = HouseholdRecord.columns.enumerated().map { place, column in
      switch column.name {
      case "settlement_type": .text("rural")
      case "welfare", "score": .single(Float(place) + 0.5)
      case _ where column.type == "string": .text("")
      case _ where column.type == "integer": .whole(place)
      default: .real(Double(place) + 0.25)
      }
    }
    func place(_ name: String) -> Double { Double(HouseholdRecord.columns.firstIndex { $0.name == name } ?? -1) }
    let values = HouseholdValues(HouseholdRecord(quarter: 4, cells: cells))
    #expect(values.weight == place("weight") + 0.25)
    #expect(values.isRural)
    #expect(values.persons == place("persons"))
    #expect(values.adultEquivalents == place("adult_equivalents") + 0.25)
    #expect(values.assets == place("k") + 0.25)
    #expect(values.debt == place("debt") + 0.25)
    #expect(values.consumption == place("consumption") + 0.25)
    #expect(values.welfare == place("welfare") + 0.5)
    #expect(values.score == place("score") + 0.5)
    #expect(!values.isServed)
  }
}
