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

  /// Number of features.
  public static let count = allCases.count

  /// The name in parameter paths.
  public var name: String {
    switch self {
    case .bonded, .tied, .precarious, .selfReliant: Dimension.economic.levelNames[rawValue]
    case .isolated, .sheltered, .connected, .leading: Dimension.social.levelNames[rawValue - 4]
    case .voiceless, .client, .aware, .claiming: Dimension.political.levelNames[rawValue - 8]
    case .wealth: "wealth"
    case .debt: "debt"
    case .surplus: "surplus"
    case .distress: "distress"
    case .skill: "skill"
    case .femaleHead: "female_head"
    case .minority: "minority"
    case .connectedPeers: "connected_peers"
    case .roleModels: "role_models"
    case .patronPower: "patron_power"
    case .awareness: "awareness"
    case .coaching: "coaching"
    case .trap: "trap"
    }
  }
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
  }

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "dependency.settlement_share", \.dependency.settlementShare, "share of debt", 0...1, Source.assumed,
        "Part of the remaining debt that the patron forgives when a household becomes self-reliant.")
    ]
    + Feature.allCases.flatMap { feature in
      Move.allCases.map { move in
        ParameterDefinition(
          "dependency.coefficients.\(feature.name).\(move.name)",
          \.dependency.coefficients[feature.rawValue + Feature.count * move.rawValue], "log-odds per unit", -32...32,
          Source.calibrated, "Effect of \(feature.name) on the log-odds of moving \(move.name).")
      }
    }
}

/// Process 6: moves in the three dimensions by their transition probabilities (model, 7.5).
///
/// The log-odds of the six moves of all households of a block are one matrix product `L = X W`, exact because features
/// are multiples of 2^-10 and coefficients of 2^-16. With `u` and `v` the log-odds of moving up and down in a
/// dimension, `P(up) = e^u / (1 + e^u + e^v)` and `P(down) = e^v / (1 + e^u + e^v)`; moves off the scale are masked.
/// The odds are in single precision, an error below 2e-7 of a probability.
/// Complexity: O(households x features), one draw each, no allocation.
struct Dependency: BlockProcess {
  let name = "dependency"
  let settlementShare: Double
  let stream: RandomStream
  /// `W` on the coefficient grid.
  private let coefficients: [Double]

  init(parameters: DependencyParameters, stream: RandomStream) {
    settlementShare = parameters.settlementShare
    coefficients = parameters.coefficients.map(roundToCoefficientGrid)
    self.stream = stream
  }

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let workspace = world.workspaces[worker]
    packFeatures(world.population, block, workspace)
    coefficients.withUnsafeBufferPointer { coefficients in
      guard let right = coefficients.baseAddress, let left = workspace.features.elements.baseAddress,
        let result = workspace.logOdds.elements.baseAddress
      else { return }
      BLAS.multiplyColumnMajor(
        rows: block.members.count, inner: Feature.count, columns: Move.count, left: left, right: right,
        result: result)
    }
    let moves = 0..<block.members.count * Move.count
    singleExponentials(of: UnsafeBufferPointer(workspace.logOdds[moves]), into: workspace.odds[moves])
    stream.fill(workspace.uniforms, for: block.members, quarter: Int32(step), purpose: .dependency)
    for settlement in block.groups { move(world.population, settlement, block, workspace) }
  }

  /// Draws the moves of a settlement's households from their odds.
  private func move(_ population: Population, _ settlement: Int, _ block: Block, _ workspace: Workspace) {
    let (first, count) = (block.members.lowerBound, block.members.count)
    let (state, debt) = (population.state.elements, population.debt.elements)
    let (odds, stateBefore) = (workspace.odds.elements, workspace.stateBefore.elements)
    let (economicLuck, socialLuck, politicalLuck) = (
      workspace.uniforms[0].elements, workspace.uniforms[1].elements, workspace.uniforms[2].elements
    )
    var forgiven = 0.0
    for household in population.geography.members(ofSettlement: settlement) {
      let before = state[household]
      let row = household - first
      let economic = Self.level(before.economic, up: odds[row], down: odds[row + count], economicLuck[row])
      let social = Self.level(before.social, up: odds[row + 2 * count], down: odds[row + 3 * count], socialLuck[row])
      let political = Self.level(
        before.political, up: odds[row + 4 * count], down: odds[row + 5 * count], politicalLuck[row])
      stateBefore[row] = before
      state[household] = DependencyState(economic: economic, social: social, political: political)
      if economic == 3 && before.economic == 2 && debt[household] > 0 {
        let settled = roundToMoneyGrid(settlementShare * debt[household])
        debt[household] -= settled
        forgiven += settled
      }
    }
    population.add(forgiven, to: .forgiven, settlement: settlement)
    population.receivable[settlement] -= forgiven
  }

  /// The level after a quarter, from the odds of moving up and down relative to staying.
  @inline(__always)
  static func level(_ level: Int, up: Float, down: Float, _ uniform: Double) -> Int {
    let up = level < 3 ? Double(up) : 0
    let down = level > 0 ? Double(down) : 0
    let point = uniform * (1 + up + down)
    return level + (point < up ? 1 : 0) - (point >= up && point < up + down ? 1 : 0)
  }
}
