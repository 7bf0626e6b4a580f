import Households

/// What checks of single programmes ask of their scenario, found once for all of them.
struct ReachGrounds {
  let scenario: Scenario
  /// The first quarter in which a programme organises people; nil where none does.
  let firstMobilisation: Int?
  private let programmes: [String: Course]
  private let partners: [String: Partner]
  private let budgets: [String: CheckedRecord]
  private let samples: [Area: AreaSample]
  private let unionCouncils: UnionCouncilNumbers

  /// When a programme begins, and when the first of its households has got all of something; the latter is nil for one
  /// that never runs.
  private struct Course {
    let firstQuarter: Int
    let firstCompletion: Int?
  }

  /// Looks at a scenario; there are no values of it where the money of partners is not asked for.
  /// - Complexity: O(programmes + partners + places).
  init(scenario: Scenario, checked: CheckedRecord?) {
    self.scenario = scenario
    programmes = Dictionary(
      scenario.programmes.map { programme in
        let first = programme.enrolment(in: scenario)?.lowerBound
        let span = programme.package.map(\.quartersToLastDelivery).min() ?? 0
        return (programme.name, Course(firstQuarter: first ?? .max, firstCompletion: first.map { $0 + span }))
      }, uniquingKeysWith: { first, _ in first })
    firstMobilisation = scenario.programmes.filter(\.hasSocialMobilisation)
      .map { $0.enrolment(in: scenario)?.lowerBound ?? .max }.min()
    partners = Dictionary(scenario.partners.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    budgets = Dictionary(
      (checked?.records("partners") ?? []).compactMap { partner in
        guard let name = partner["name"]?.text, let budget = partner["budget"]?.record else { return nil }
        return (name, budget)
      }, uniquingKeysWith: { first, _ in first })
    samples = AreaSample.all(of: scenario.population)
    unionCouncils = UnionCouncilNumbers(scenario)
  }

  // MARK: - Other programmes and partners

  /// The quarter in which a programme begins; beyond all where it never does, 0 where there is no such programme.
  func firstQuarter(of name: String) -> Int { programmes[name]?.firstQuarter ?? 0 }

  /// The first quarter by which somebody can have completed a programme; nil where it never runs.
  func firstCompletion(of name: String) -> Int? { programmes[name]?.firstCompletion }

  /// The partner that runs a programme, where the scenario lists it.
  func partner(of programme: Programme) -> Partner? { partners[programme.partner] }

  /// What a file says of the money of a partner.
  func budget(ofPartner name: String) -> CheckedRecord? { budgets[name] }

  // MARK: - Places

  /// Where a programme works: its own area, or that of its partner.
  func area(of programme: Programme) -> Area { programme.area(orThatOf: partner(of: programme)) }

  /// The households of the places in which a programme works.
  func sample(of programme: Programme) -> AreaSample {
    var area = area(of: programme)
    area.unionCouncils = nil
    return samples[area] ?? AreaSample()
  }

  /// Whether the sample has a union council of this name where a programme works.
  func hasUnionCouncil(_ name: String, of programme: Programme) -> Bool {
    unionCouncils.place(of: name).map(area(of: programme).includes) ?? false
  }
}

/// The households of the places of an area, real and simulated.
struct AreaSample {
  private(set) var households = 0.0
  /// The fewest of them for which a simulated one stands; 0 where none is simulated.
  private(set) var leastWeight = 0.0

  /// Whether any of its households is simulated.
  var hasHouseholds: Bool { leastWeight > 0 }

  /// All areas that places can be chosen by, but for union councils.
  /// - Complexity: O(places).
  static func all(of population: PopulationSpecification) -> [Area: AreaSample] {
    var samples: [Area: AreaSample] = [:]
    for (place, weight) in zip(population.places, population.weights) {
      for district in [place.district, nil] {
        for tehsil in [place.tehsil, nil] {
          for type in [place.settlementType, nil] {
            samples[Area(district: district, tehsil: tehsil, settlementType: type), default: AreaSample()]
              .add(place.households, weight: weight)
          }
        }
      }
    }
    return samples
  }

  private mutating func add(_ households: Double, weight: Double) {
    self.households += households
    if weight > 0 { leastWeight = leastWeight > 0 ? min(leastWeight, weight) : weight }
  }
}
