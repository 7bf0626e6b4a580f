/// The places where a programme works.
struct WorkingArea: Sendable {
  /// Settlements, in the order of the store.
  let settlements: [Int]
  /// Union councils, in the order of the store; all settlements of one are of one type.
  let unionCouncils: [Int]
  /// Real union councils that each one of the population, in the area or not, stands for.
  let unionCouncilWeights: [Double]

  init(of programme: Programme, _ setting: ProgrammeSetting) {
    let geography = setting.population.geography
    let settlements = geography.settlements(of: setting.scenario.area(of: programme))
    self.settlements = settlements
    let covered = Set(settlements.map { geography.unionCouncilOfSettlement[$0] })
    unionCouncils = (0..<geography.unionCouncilCount).filter { covered.contains($0) }
    unionCouncilWeights = geography.unionCouncilWeights(sizes: setting.scenario.parameters.initial.unionCouncilSize)
  }

  /// Real union councils that some of the population stand for.
  func realUnionCouncils(_ councils: [Int]) -> Double { councils.reduce(0) { $0 + unionCouncilWeights[$1] } }
}
