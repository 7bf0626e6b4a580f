import ExactMath
import Households
import Testing

@testable import Surveys

/// The synthetic survey gives its margins back.
struct PublishedMarginsTests {
  static let rows = PublishedMargins.households()
  static let size = PublishedMargins.householdsPerCell
  /// One household more or less in a cell.
  static let step = 1 / Double(size)

  static func rows(ofCell index: Int) -> ArraySlice<SurveyHousehold> { rows[index * size..<(index + 1) * size] }

  static func mean(_ rows: ArraySlice<SurveyHousehold>, _ value: (SurveyHousehold) -> Double) -> Double {
    rows.reduce(0) { $0 + value($1) } / Double(rows.count)
  }

  @Test func hasFortyCellsOfThreeHundred() {
    #expect(HouseholdMargins.cells.count == 40)
    #expect(Self.rows.count == 12_000)
    #expect((Self.rows.reduce(0) { $0 + $1.weight } / 12_000 - 1).magnitude < 1e-5)
    #expect(PublishedMargins.households() == Self.rows)
  }

  @Test(arguments: 0..<40)
  func sharesComeBack(index: Int) {
    let cell = HouseholdMargins.cells[index]
    let rows = Self.rows(ofCell: index)
    #expect(rows.allSatisfy { $0.stratum == cell.stratum })
    #expect((rows.reduce(0) { $0 + $1.weight } / 12_000 - cell["share_of_households"]).magnitude < 1e-12)
    let shares: [(String, (SurveyHousehold) -> Bool)] = [
      ("share_female_headed", { $0.femaleHead }), ("share_head_literate", { $0.headLiterate }),
      ("share_livestock", { $0.livestock }), ("share_owning_land", { $0.landAcres > 0 }),
      ("share_toilet_none", { $0.toilet == .none }),
    ]
    for (quantity, holds) in shares {
      #expect((Self.mean(rows) { holds($0) ? 1 : 0 } - cell[quantity]).magnitude <= Self.step / 2 + 1e-9, "\(quantity)")
    }
    for (offset, share) in cell.sizes.enumerated() {
      let found = Self.mean(rows) { min($0.persons, 15) == offset + 1 ? 1 : 0 }
      #expect((found - share).magnitude <= Self.step + 1e-5, "size \(offset + 1)")
    }
  }

  @Test(arguments: 0..<40)
  func meansComeBack(index: Int) {
    let cell = HouseholdMargins.cells[index]
    let rows = Self.rows(ofCell: index)
    #expect((Self.mean(rows) { Double($0.persons) } - cell["mean_persons"]).magnitude < 0.06)
    #expect((Self.mean(rows) { Double($0.workers) } - cell["mean_workers"]).magnitude <= Self.step)
    #expect((Self.mean(rows) { Double($0.rooms) } - cell["mean_rooms"]).magnitude <= Self.step)
    let logarithms = rows.map { naturalLogarithm($0.consumptionPerMonth / $0.adultEquivalents) }
    let mean = logarithms.reduce(0, +) / Double(Self.size)
    let variance = logarithms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(Self.size)
    #expect((mean - cell["mean_log_consumption_ae"]).magnitude < 1e-9)
    // 300 mid-point quantiles of a normal distribution have a standard deviation of 0.995.
    #expect((variance.squareRoot() / cell["sd_log_consumption_ae"] - 1).magnitude < 0.01)
  }

  @Test func quintilesConsumeWhatTheyShould() {
    for quintile in 1...5 {
      var (made, expected, weight) = (0.0, 0.0, 0.0)
      for (index, cell) in HouseholdMargins.cells.enumerated() where cell.quintile == quintile {
        let share = cell["share_of_households"]
        let deviation = cell["sd_log_consumption_ae"]
        made += share * Self.mean(Self.rows(ofCell: index)) { $0.consumptionPerMonth / $0.adultEquivalents }
        expected += share * exponential(cell["mean_log_consumption_ae"] + deviation * deviation / 2)
        weight += share
      }
      #expect((made / expected - 1).magnitude < 0.01, "quintile \(quintile): \(made / weight), \(expected / weight)")
    }
  }

  @Test func everyHouseholdIsConsistent() {
    for row in Self.rows {
      #expect(row.persons >= 1 && row.rooms >= 1 && row.consumptionPerMonth > 0 && row.weight > 0)
      #expect(row.children + row.elderly < row.persons && row.workers <= row.persons)
      #expect(row.inSchool <= row.schoolAge && row.schoolAge <= row.children)
      #expect(row.adultEquivalents > 0 && row.adultEquivalents <= Double(row.persons))
    }
  }
}
