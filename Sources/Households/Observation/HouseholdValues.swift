/// What a household record tells, as numbers for those who compute with it.
public struct HouseholdValues: Hashable, Sendable {
  /// Real households that it stands for.
  public let weight: Double
  /// Whether it lives in a village.
  public let isRural: Bool
  /// Members.
  public let persons: Double
  /// Adult equivalents of the official scale.
  public let adultEquivalents: Double
  /// Productive assets, PKR thousand of 2015-16.
  public let assets: Double
  /// Debt to the patron, PKR thousand of 2015-16.
  public let debt: Double
  /// Consumption at the prices paid, PKR thousand of 2015-16 per quarter.
  public let consumption: Double
  /// Consumption at market prices over need.
  public let welfare: Double
  /// Scorecard points.
  public let score: Double
  /// Whether a programme has given it something.
  public let isServed: Bool

  /// Reads the cells of a record.
  ///
  /// - Parameter record: as a run makes it, with a cell for each of `HouseholdRecord.columns`.
  /// - Complexity: O(1).
  public init(_ record: HouseholdRecord) {
    weight = record.cells[Place.weight].number
    isRural = record.cells[Place.settlementType] == .text(SettlementType.rural.rawValue)
    persons = record.cells[Place.persons].number
    adultEquivalents = record.cells[Place.adultEquivalents].number
    assets = record.cells[Place.assets].number
    debt = record.cells[Place.debt].number
    consumption = record.cells[Place.consumption].number
    welfare = record.cells[Place.welfare].number
    score = record.cells[Place.score].number
    isServed = record.cells[Place.programmes] != .text("")
  }

  /// Where cells stand in a record, by the names of their columns.
  private enum Place {
    static let weight = place(of: "weight")
    static let settlementType = place(of: "settlement_type")
    static let persons = place(of: "persons")
    static let adultEquivalents = place(of: "adult_equivalents")
    static let assets = place(of: "k")
    static let debt = place(of: "debt")
    static let consumption = place(of: "consumption")
    static let welfare = place(of: "welfare")
    static let score = place(of: "score")
    static let programmes = place(of: "programmes")

    private static func place(of name: String) -> Int {
      guard let place = HouseholdRecord.columns.firstIndex(where: { $0.name == name }) else {
        preconditionFailure("household records have no column '\(name)'")
      }
      return place
    }
  }
}

extension HouseholdRecord.Cell {
  /// The number in a cell; NaN in one with a text.
  fileprivate var number: Double {
    switch self {
    case .text: .nan
    case .whole(let whole): Double(whole)
    case .real(let real): real
    case .single(let single): Double(single)
    }
  }
}
