import ExactMath
import LinearAlgebra
import Randomness
import Simulation

/// A column of the feature matrix `X`: what the log-odds of moving depend on.
public enum Feature: Int, CaseIterable, Sendable {
  case bonded, tied, precarious, selfReliant
  case isolated, sheltered, connected, leading
  case voiceless, client, aware, claiming
  case wealth, debt, surplus, distress, skill, femaleHead, minority
  case connectedPeers, roleModels, patronPower, awareness, coaching, trap
  case organisationMaturity, tier, works, retaliation

  /// Number of features.
  public static let count = allCases.count
  /// Number of features that can differ from 0 where there are no organisations; they come first.
  static let countWithoutOrganisations = Feature.organisationMaturity.rawValue

  /// The name in parameter paths.
  public var name: String { Self.names[rawValue] }

  private static let names =
    Dimension.allCases.flatMap(\.levelNames) + [
      "wealth", "debt", "surplus", "distress", "skill", "female_head", "minority",
      "connected_peers", "role_models", "patron_power", "awareness", "coaching", "trap",
      "co_maturity", "tier", "works", "retaliation",
    ]
}

/// A column of the coefficient matrix `W`: one of the six moves of a quarter.
public enum Move: Int, CaseIterable, Sendable {
  case economicUp, economicDown, socialUp, socialDown, politicalUp, politicalDown

  /// Number of moves.
  public static let count = 6

  /// The name in parameter paths.
  public var name: String {
    ["economic_up", "economic_down", "social_up", "social_down", "political_up", "political_down"][rawValue]
  }
}

/// Numbers of the dependency process (model, 7.5).
public struct DependencyParameters: Sendable {
  /// The coefficient matrix `W` by columns, `feature + features * move`: log-odds for each unit of the feature.
  public var coefficients: [Double]
  /// Part of the remaining debt that the patron forgives when a household becomes self-reliant.
  public var settlementShare = 0.5

  init() {
    coefficients = Array(repeating: 0, count: Feature.count * Move.count)
    func row(_ feature: Feature, _ values: [Double]) {
      for (move, value) in values.enumerated() { coefficients[feature.rawValue + Feature.count * move] = value }
    }
    //                    E+    E-    S+    S-    P+    P-
    row(.bonded, [-1.1, 0, 0, 0.4, -0.8, 0.6])
    row(.tied, [-2.0, -7.3, 0, 0.2, -0.4, 0.4])
    row(.precarious, [-5.4, -2.0, 0.2, 0, 0, 0])
    row(.selfReliant, [0, -3.5, 0.4, 0, 0, 0])
    row(.isolated, [0, 0, -4.4, 0, 0, 0])
    row(.sheltered, [0, 0, -5.4, -4.4, 0, 0])
    row(.connected, [0.3, -0.3, -6.1, -4.1, 0.4, 0])
    row(.leading, [0.5, -0.5, 0, -3.3, 0.8, 0])
    row(.voiceless, [0, 0, 0, 0, -2.6, 0])
    row(.client, [0, 0, 0, 0, -5.5, -4.6])
    row(.aware, [0.2, -0.1, 0.2, 0, -5.0, -5.2])
    row(.claiming, [0.4, -0.3, 0.3, 0, 0, -4.0])
    row(.wealth, [0.3, -0.35, 0, 0, 0, 0])
    row(.debt, [-2.3, 0.7, 0, 0, 0, 0])
    row(.surplus, [1.2, -0.8, 0, 0, 0, 0])
    row(.distress, [-1.0, 1.2, 0, 0.4, 0, 0])
    row(.skill, [0.4, -0.2, 0, 0, 0, 0])
    row(.femaleHead, [-0.2, 0.1, -0.3, 0, -0.3, 0])
    row(.minority, [-0.3, 0.2, -0.5, 0.2, -0.4, 0])
    row(.connectedPeers, [0, 0, 1.2, -0.8, 0.5, 0])
    row(.roleModels, [0.3, 0, 1.0, 0, 0, 0])
    row(.patronPower, [-0.8, 0.8, -0.5, 0.4, -0.6, 0.5])
    row(.awareness, [0, 0, 0.6, 0, 1.6, -0.5])
    row(.coaching, [0.6, -0.3, 0.8, 0, 0.4, 0])
    row(.trap, [-0.5, 0.3, -0.4, 0, -0.4, 0])
    row(.organisationMaturity, [0.5, -0.5, 1.6, -1.2, 0.7, 0])
    row(.tier, [0, 0, 0, 0, 0.9, -0.5])
    row(.works, [0, 0, 0, 0, 0, 0])
    row(.retaliation, [-0.5, 1.0, 0, 0.3, 0, 0.5])
  }

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "dependency.settlement_share", \.dependency.settlementShare, "share of debt", 0...1, Source.assumed,
        "Part of the remaining debt that the patron forgives when a household becomes self-reliant.")
    ]
    + Feature.allCases.flatMap { feature in Move.allCases.map { coefficient(of: feature, for: $0) } }

  /// A coefficient: nothing published tells one of them, so that its prior is wide enough to turn its sign,
  /// `w +- (.2 + |w|)`.
  private static func coefficient(of feature: Feature, for move: Move) -> ParameterDefinition {
    let place = feature.rawValue + Feature.count * move.rawValue
    let value = DependencyParameters().coefficients[place]
    let width = 0.2 + abs(value)
    return ParameterDefinition(
      "dependency.coefficients.\(feature.name).\(move.name)", \.dependency.coefficients[place], "log-odds per unit",
      -32...32, "assumed: moves as often as published patterns of the Pakistani panels suggest; no study tells it",
      "Effect of \(feature.name) on the log-odds of moving \(move.name).",
      interval: max(-32, value - width)...min(32, value + width))
  }
}

/// Process 6: moves in the three dimensions by their transition probabilities (model, 7.5).
///
/// The log-odds of the six moves of all households of a block are one matrix product `L = X W`, exact because features
/// are multiples of 2^-10 and coefficients of 2^-16. With `u` and `v` the log-odds of moving up and down in a
/// dimension, `P(up) = e^u / (1 + e^u + e^v)` and `P(down) = e^v / (1 + e^u + e^v)`; moves off the scale are masked.
/// The odds are in single precision, an error below 2e-7 of a probability. Blocks without organisations leave out the
/// features of organisations, which are all 0 there; because the product is exact, that changes no bit.
/// Complexity: O(households x features), one draw each, no allocation.
struct Dependency: BlockProcess {
  static let description = ProcessDescription(
    name: "dependency",
    summary: "Households move up and down the levels of economic, social and political dependency.",
    rules: """
      The log-odds of one step up or down in each dimension are a linear function of the household's features: its \
      levels, wealth, debt, surplus, distress, skill and traits, what its neighbours are, what programmes have \
      given it, and its organisation. With log-odds u and v of moving up and down, P(up) = e^u / (1 + e^u + e^v) \
      and P(down) = e^v / (1 + e^u + e^v). The three dimensions move independently, given the state at the start \
      of the quarter.
      """,
    parameterGroups: ["dependency"])

  var name: String { Self.description.name }
  let settlementShare: Double
  let stream: RandomStream
  /// Whether expected moves between levels are added up, as the burn-in needs them.
  private let countsFlows: Bool
  /// Columns of the product: the six moves and two of zeros, because BLAS kernels work on eight columns at a time.
  static let productColumns = 8
  /// Works of a settlement that count as 1.
  let worksLimit: Double
  /// `W` on the coefficient grid, padded to `productColumns`.
  private let coefficients: [Double]
  /// Its rows for the features that can differ from 0 without organisations, likewise.
  private let coefficientsWithoutOrganisations: [Double]

  init(parameters: DependencyParameters, worksLimit: Double, stream: RandomStream, countsFlows: Bool = false) {
    self.worksLimit = worksLimit
    self.countsFlows = countsFlows
    settlementShare = parameters.settlementShare
    coefficients = Self.matrix(of: parameters, features: Feature.count)
    coefficientsWithoutOrganisations = Self.matrix(of: parameters, features: Feature.countWithoutOrganisations)
    self.stream = stream
  }

  /// The first rows of `W` by columns on the coefficient grid, padded to `productColumns`.
  static func matrix(of parameters: DependencyParameters, features: Int) -> [Double] {
    let moves = (0..<Move.count).flatMap { move in
      parameters.coefficients[Feature.count * move..<Feature.count * move + features].map(roundToCoefficientGrid)
    }
    return moves + [Double](repeating: 0, count: features * (productColumns - Move.count))
  }

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let population = world.population
    let workspace = world.workspaces[worker]
    let count = block.members.count
    packFeatures(population, block, workspace)
    let isOrganised = population.hasOrganisations(in: block)
    if isOrganised { packOrganisations(population, block, workspace) }
    Self.findOdds(
      rows: count, features: workspace.features,
      coefficients: isOrganised ? coefficients : coefficientsWithoutOrganisations, logOdds: workspace.logOdds,
      odds: workspace.odds)
    stream.fill(workspace.uniforms, for: block.members, quarter: Int32(step), purpose: .dependency)
    workspace.moves[0..<count].update(repeating: 0)
    for dimension in Dimension.allCases { draw(dimension, count, workspace) }
    let (state, stateBefore) = (population.state[block.members], workspace.stateBefore[0..<count])
    _ = stateBefore.update(fromContentsOf: state)
    for row in 0..<count {
      let moved = Int32(stateBefore[row].rawValue) + Int32(workspace.moves.elements[row])
      state[row] = DependencyState(rawValue: UInt8(truncatingIfNeeded: moved))
    }
    if countsFlows {
      for settlement in block.groups { addFlows(population, block, settlement, stateBefore, workspace) }
    }
    for settlement in block.groups { settleDebts(population, block, settlement, stateBefore) }
  }

  /// Adds up the chances of moving between neighbouring levels.
  private func addFlows(
    _ population: Population, _ block: Block, _ settlement: Int,
    _ stateBefore: UnsafeMutableBufferPointer<DependencyState>, _ workspace: Workspace
  ) {
    let (count, odds) = (block.members.count, workspace.odds.elements)
    let first = 2 * LevelBalance.pairs * population.geography.place(ofSettlement: settlement)
    for row in block.rows(of: population.geography.members(ofSettlement: settlement)) {
      let state = stateBefore[row]
      let levels: InlineArray<3, Int> = [state.economic, state.social, state.political]
      for dimension in 0..<3 {
        let level = levels[dimension]
        let rise = level < 3 ? Double(odds[row + count * 2 * dimension]) : 0
        let fall = level > 0 ? Double(odds[row + count * (2 * dimension + 1)]) : 0
        let unit = 4_294_967_296 / (1 + rise + fall)
        let pair = first + 2 * (level + 3 * dimension)
        if level < 3 { workspace.levelFlows[pair] += Int64(rise * unit) }
        if level > 0 { workspace.levelFlows[pair - 1] += Int64(fall * unit) }
      }
    }
  }

  /// Multiplies packed features by coefficients and takes exponentials: the odds of the six moves, by columns.
  static func findOdds(
    rows: Int, features: Column<Double>, coefficients: [Double], logOdds: Column<Double>, odds: Column<Float>
  ) {
    coefficients.withUnsafeBufferPointer { coefficients in
      guard let right = coefficients.baseAddress, let left = features.elements.baseAddress,
        let result = logOdds.elements.baseAddress
      else { return }
      BLAS.multiply(
        rows: rows, inner: coefficients.count / productColumns, columns: productColumns, left: left, right: right,
        result: result)
    }
    let moves = 0..<rows * Move.count
    singleExponentials(of: UnsafeBufferPointer(logOdds[moves]), into: odds[moves])
  }

  /// Draws the moves in one dimension and adds what they change in the joint states.
  ///
  /// Down, stay and up follow each other in the household's luck, so that who is better off with the same luck never moves
  /// further down.
  private func draw(_ dimension: Dimension, _ count: Int, _ workspace: Workspace) {
    let index = dimension.rawValue
    let up = workspace.odds[2 * index * count..<(2 * index + 1) * count]
    let down = workspace.odds[(2 * index + 1) * count..<(2 * index + 2) * count]
    let lowest = workspace.features[4 * index * count..<(4 * index + 1) * count]
    let highest = workspace.features[(4 * index + 3) * count..<(4 * index + 4) * count]
    let (uniforms, moves) = (workspace.uniforms[index][0..<count], workspace.moves[0..<count])
    let unit = [1.0, 4.0, 16.0][index]
    for row in 0..<count {
      let rise = Double(up[row]) * (1 - highest[row])
      let fall = Double(down[row]) * (1 - lowest[row])
      let point = uniforms[row] * (1 + rise + fall)
      moves[row] += point < fall ? -unit : (point >= 1 + fall ? unit : 0)
    }
  }

  /// Halves what is left of the debt of households that have just become self-reliant.
  private func settleDebts(
    _ population: Population, _ block: Block, _ settlement: Int,
    _ stateBefore: UnsafeMutableBufferPointer<DependencyState>
  ) {
    let (state, debt) = (population.state[block.members], population.debt[block.members])
    var forgiven = 0.0
    for row in block.rows(of: population.geography.members(ofSettlement: settlement))
    where state[row].hasBecomeSelfReliant(since: stateBefore[row]) {
      let settled = roundToMoneyGrid(settlementShare * debt[row])
      debt[row] -= settled
      forgiven += settled
    }
    population.add(forgiven, to: .forgiven, settlement: settlement)
    population.receivable[settlement] -= forgiven
  }
}
