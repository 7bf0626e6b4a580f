import ExactMath
import Simulation

/// What community organisations, their federations and their works are at one moment (model, 7.4).
final class Communities: Sendable {
  // MARK: Neighbourhoods

  /// Stage of the community organisation.
  let stage: Column<OrganisationStage>
  /// Maturity of the community organisation, 0-1.
  let maturity: Column<Double>
  /// Member households.
  let members: Column<Int32>
  /// Programme that organises it, as its index in the scenario plus 1; 0: none.
  let organiser: Column<UInt8>
  /// Whether staff or community resource persons visited it this quarter.
  let isSupported: Column<Bool>
  /// Weight of the highest tier above the members (0 no federation, .33 village, .67 union council, 1 tehsil) times
  /// maturity; 0 unless the organisation is active.
  let tier: Column<Double>
  /// Cost of staff for it in this quarter, PKR thousand of 2015-16.
  let organisingCost: Column<Double>

  // MARK: Settlements

  /// Whether there is a village organisation.
  let hasVillageOrganisation: Column<Bool>
  /// Share of households that are members of active community organisations.
  let organisedShare: Column<Double>
  /// Works completed and in use.
  let works: Column<UInt8>
  /// What people know of market rates, 0-1.
  let rateInformation: Column<Double>
  /// Part of the patron's premium that members avoid by buying together; 0 where they do not.
  let purchaseDiscount: Column<Double>
  /// Stance of the patron.
  let stance: Column<PatronStance>

  // MARK: Union councils

  /// Whether there is a local support organisation.
  let hasLocalSupportOrganisation: Column<Bool>
  /// Whether it has had its seed grant.
  let hasSeedGrant: Column<Bool>
  /// Whether its community resource persons have been trained.
  let hasResourcePersons: Column<Bool>
  /// Its money, PKR thousand of 2015-16: that of all the real organisations for which it stands.
  let treasury: Column<Double>
  /// Successive quarters with a treasury below zero.
  let quartersInsolvent: Column<UInt8>
  /// Cost of its community resource persons, their training and meetings in this quarter, PKR thousand of 2015-16.
  let federationCost: Column<Double>
  /// Gain in market access from the production and display centres that serve it.
  let centreGain: Column<Double>

  // MARK: Tehsils

  /// Whether there is a network of local support organisations.
  let hasNetwork: Column<Bool>

  private let columns: [any AnyColumn]

  init(geography: Geography) {
    var columns: [any AnyColumn] = []
    func column<Element>(_ value: Element, _ count: Int) -> Column<Element> {
      let column = Column(repeating: value, count: count)
      columns.append(column)
      return column
    }
    let (neighbourhoods, settlements) = (geography.neighbourhoodCount, geography.settlementCount)
    let (councils, tehsils) = (geography.unionCouncilCount, geography.tehsilNames.count)
    stage = column(.none, neighbourhoods)
    maturity = column(0, neighbourhoods)
    members = column(0, neighbourhoods)
    organiser = column(0, neighbourhoods)
    isSupported = column(false, neighbourhoods)
    tier = column(0, neighbourhoods)
    organisingCost = column(0, neighbourhoods)
    hasVillageOrganisation = column(false, settlements)
    organisedShare = column(0, settlements)
    works = column(0, settlements)
    rateInformation = column(0, settlements)
    purchaseDiscount = column(0, settlements)
    stance = column(.accommodating, settlements)
    hasLocalSupportOrganisation = column(false, councils)
    hasSeedGrant = column(false, councils)
    hasResourcePersons = column(false, councils)
    treasury = column(0, councils)
    quartersInsolvent = column(0, councils)
    federationCost = column(0, councils)
    centreGain = column(0, councils)
    hasNetwork = column(false, tehsils)
    self.columns = columns
  }

  /// Takes over the state of other communities of the same geography.
  func copy(from other: Communities) {
    for (target, source) in zip(columns, other.columns) { target.copy(from: source) }
  }

  /// Forgets whom mobilisers visited in the quarter before, and what that cost.
  func startQuarter() {
    isSupported.elements.update(repeating: false)
    organisingCost.elements.update(repeating: 0)
    federationCost.elements.update(repeating: 0)
  }

  /// Adds a charge for the handling of loans to the treasury of a union council's local support organisation, if it has one.
  /// - Parameters:
  ///   - money: PKR thousand of 2015-16 for real, not simulated, loans.
  ///   - unionCouncil: index of the union council.
  func receiveLoanCharge(_ money: Double, unionCouncil: Int) {
    if hasLocalSupportOrganisation[unionCouncil] { treasury[unionCouncil] += roundToMoneyGrid(money) }
  }

  /// Maturity that members of a neighbourhood's organisation feel: 0 unless it is active.
  func activeMaturity(ofNeighbourhood neighbourhood: Int) -> Double {
    stage[neighbourhood] == .active ? maturity[neighbourhood] : 0
  }
}

/// Stage of a community organisation.
enum OrganisationStage: UInt8, CaseIterable {
  case none, forming, active, dormant
}

/// What a patron does about the organised households of its settlement (model, 7.8).
enum PatronStance: UInt8, CaseIterable {
  case accommodating, retaliating, conceding
}
