import ExactMath
import Simulation

/// A settled population divided into profile classes, whose households are followed as shares of the joint states.
///
/// Households of a class live in one union council, are of one cell of the reported groups, and are taken to have the
/// class's mean features. What differs between the households of a class beyond that is lost; with as many classes as
/// households nothing is.
public final class Cohort: Sendable {
  /// The population at quarter 0.
  public let population: Population
  /// How it was made.
  public let options: CohortOptions
  let classes: ProfileClasses
  let councilOfClass: [Int]
  let cellOfClass: [Int]
  /// Real households of each class.
  let householdsOfClass: [Double]
  /// Real persons of each class.
  let personsOfClass: [Double]
  /// Mean features on the feature grid, `class + classes * feature`.
  let features: [Double]
  /// Masses at quarter 0, `CohortMasses.perRow` of each class.
  let masses: [Double]
  /// Real households of each class that were durably out at the start.
  let durableAtStart: [Double]

  /// Weights of what the division into classes looks at beside the six log-odds: levels, points of the scorecard.
  private static let pointsOfScore = 0.1
  private static let extraCoordinates = 4

  /// Divides a population into classes.
  ///
  /// Complexity: O(households log classes + classes^2).
  ///
  /// - Parameters:
  ///   - population: the settled population; it is not changed.
  ///   - parameters: the rules by which like profiles are found.
  ///   - options: how many classes.
  public init(_ population: Population, parameters: Parameters, options: CohortOptions = CohortOptions()) {
    self.population = population
    self.options = options
    let geography = population.geography
    let households = population.households
    let profiles = population.profileFeatures(parameters)
    let cells = CellLayout(places: geography.places.count)
    var councils = [Int](repeating: 0, count: households)
    var cellOfHousehold = councils
    for settlement in 0..<geography.settlementCount {
      let council = geography.unionCouncilOfSettlement[settlement]
      for household in geography.members(ofSettlement: settlement) {
        let traits = population.traits[household]
        councils[household] = council
        cellOfHousehold[household] = cells.cell(
          place: geography.placeOfUnionCouncil[council], band: Observer.bandIndex(population.score[household]),
          femaleHead: traits.contains(.femaleHead), minority: traits.contains(.minority))
      }
    }
    let classes = ProfileClasses(
      coordinates: Self.coordinates(population, profiles, parameters.dependency),
      count: Move.count + Self.extraCoordinates,
      groups: (0..<households).map { councils[$0] * cells.count + cellOfHousehold[$0] }, limit: options.classes)
    self.classes = classes
    let firsts = (0..<classes.count).map { classes.order[classes.starts[$0]] }
    councilOfClass = firsts.map { councils[$0] }
    cellOfClass = firsts.map { cellOfHousehold[$0] }
    features = Feature.ofProfile.indices.flatMap { feature in
      (0..<classes.count).map { index in
        roundToFeatureGrid(classes.mean(of: index) { profiles[$0 + households * feature] })
      }
    }
    let perRow = CohortMasses.perRow
    var masses = [Double](repeating: 0, count: perRow * classes.count)
    var (real, persons, durable): ([Double], [Double], [Double]) = ([], [], [])
    for index in 0..<classes.count {
      let weight = geography.weights[geography.placeOfUnionCouncil[councils[firsts[index]]]]
      let members = classes.members(of: index)
      for household in members {
        CohortMasses.add(
          weight, state: Int(population.state[household].rawValue), quartersOut: Int(population.quartersOut[household]),
          to: &masses[perRow * index..<perRow * (index + 1)])
      }
      real.append(weight * Double(members.count))
      persons.append(weight * members.reduce(0) { $0 + Double(population.persons[$1]) })
      durable.append(
        weight * Double(members.count { population.quartersOut[$0] >= Score.durableQuarters }))
    }
    self.masses = masses
    householdsOfClass = real
    personsOfClass = persons
    durableAtStart = durable
  }

  /// Number of classes.
  public var classCount: Int { classes.count }

  /// Bytes of state that one household takes in the population.
  public var bytesPerHousehold: Int { population.bytesPerHousehold }

  /// Where households lie for the division into classes: the six log-odds that their profiles contribute, their levels,
  /// and points of the scorecard, by which programmes choose.
  private static func coordinates(
    _ population: Population, _ profiles: [Double], _ parameters: DependencyParameters
  ) -> [Double] {
    let households = population.households
    let features = Column(repeating: 0.0, count: profiles.count)
    _ = features.elements.update(fromContentsOf: profiles)
    let logOdds = Column(repeating: 0.0, count: households * CohortKernel.columns)
    CohortKernel(parameters).findLogOdds(rows: households, features: features, logOdds: logOdds)
    return (0..<households).flatMap { household in
      let state = population.state[household]
      return (0..<Move.count).map { logOdds[household + households * $0] }
        + [
          Double(state.economic), Double(state.social), Double(state.political),
          pointsOfScore * Double(population.score[household]),
        ]
    }
  }
}
