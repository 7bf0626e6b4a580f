import ExactMath
import Randomness
import Simulation

/// Numbers of the earn process (model, 7.2).
public struct EarnParameters: Sendable {
  /// Persistence of the labour deviation.
  public var persistence = 0.65
  /// Standard deviation of its innovations.
  public var innovationDeviation = 0.45
  /// Standard deviation of transitory luck, logarithmic.
  public var transitoryDeviation = 0.32
  /// Gain in labour income by skill.
  public var skillPremium = [0, 0.08, 0.18, 0.32]
  /// Loss of labour income by economic level.
  public var wageWedge = [0.30, 0.15, 0.04, 0]
  /// Productivity of the simple technique.
  public var simpleProductivity = 0.15
  /// Productivity of the better technique.
  public var betterProductivity = 1.1
  /// Fixed cost of the better technique.
  public var betterFixedCost = 6.1
  /// Productivity of the one concave technique.
  public var concaveProductivity = 0.45
  /// Gain in productivity of capital by skill level.
  public var skillProductivity = 0.08
  /// Part of the fixed cost of the better technique that an entrepreneur avoids.
  public var entrepreneurCostReduction = 0.25
  /// Gain in market access from each of the settlement's works.
  public var worksGain = 0.05
  /// How far production and display centres raise market access.
  public var centreEffect = 1.0

  static let catalogue: [ParameterDefinition] =
    [
      ParameterDefinition(
        "earn.persistence", \.earn.persistence, "ratio", 0...0.99, Source.calibrated,
        "Share of the deviation of log labour income that lasts to the next quarter."),
      ParameterDefinition(
        "earn.innovation_deviation", \.earn.innovationDeviation, "log points", 0...2, Source.calibrated,
        "Standard deviation of new deviations of log labour income."),
      ParameterDefinition(
        "earn.transitory_deviation", \.earn.transitoryDeviation, "log points", 0...2, Source.calibrated,
        "Standard deviation of luck that lasts one quarter."),
      ParameterDefinition(
        "earn.simple_productivity", \.earn.simpleProductivity, "PKR thousand^0.5 per quarter", 0...100,
        Source.calibrated, "Income of the simple technique for each square root of assets."),
      ParameterDefinition(
        "earn.better_productivity", \.earn.betterProductivity, "PKR thousand^0.5 per quarter", 0...100,
        Source.calibrated, "Income of the better technique for each square root of assets."),
      ParameterDefinition(
        "earn.better_fixed_cost", \.earn.betterFixedCost, "PKR thousand of 2015-16 per quarter", 0...1000,
        Source.calibrated, "Fixed cost of the better technique."),
      ParameterDefinition(
        "earn.concave_productivity", \.earn.concaveProductivity, "PKR thousand^0.5 per quarter", 0...100,
        Source.assumed, "Income of the one technique of the convergence regime for each square root of assets."),
      ParameterDefinition(
        "earn.skill_productivity", \.earn.skillProductivity, "share per skill level", 0...1, Source.assumed,
        "Gain in the productivity of capital for each level of skill."),
      ParameterDefinition(
        "earn.entrepreneur_cost_reduction", \.earn.entrepreneurCostReduction, "share of fixed cost", 0...1,
        Source.assumed, "Part of the fixed cost of the better technique that who has learnt to run a business avoids."),
      ParameterDefinition(
        "earn.works_gain", \.earn.worksGain, "share per work", 0...1, Source.assumed,
        "Gain in market access from each of a settlement's works."),
      ParameterDefinition(
        "earn.centre_effect", \.earn.centreEffect, "share", 0...1, "model: 1; less is an experiment",
        "How far production and display centres raise market access by the gain that their programmes state."),
    ]
    + InitialParameters.skillNames.enumerated().map { level, name in
      ParameterDefinition(
        "earn.skill_premium.\(name)", \.earn.skillPremium[level], "share of labour income", 0...5, Source.assumed,
        "Gain in labour income at this skill.")
    }
    + Dimension.economic.levelNames.enumerated().map { level, name in
      ParameterDefinition(
        "earn.wage_wedge.\(name)", \.earn.wageWedge[level], "share of labour income", 0...1, Source.assumed,
        "Loss of labour income to the patron at this economic level.")
    }

  /// Variance of the labour deviation in the long run, `sigma^2 / (1 - rho^2)`.
  var deviationVariance: Double { innovationDeviation * innovationDeviation / (1 - persistence * persistence) }

  /// Share of labour potential that is earned, `(1 + premium) (1 - wedge)`.
  func labourShare(skill: Int, economic: Int) -> Double { (1 + skillPremium[skill]) * (1 - wageWedge[economic]) }

  /// Market access with works and centres: `m (1 + gain works + effect centre gain)`.
  func marketAccess(_ access: Double, works: UInt8, centreGain: Double) -> Double {
    access * (1 + worksGain * Double(works) + centreEffect * centreGain)
  }
}

/// Income from capital under a regime.
struct CapitalTechnique: Sendable {
  private let simple: Double
  private let better: Double
  private let skillGain: Double
  /// Fixed cost of the better technique, `in the club + 2 * entrepreneur`.
  private let fixedCosts: InlineArray<4, Double>

  init(_ parameters: EarnParameters, regime: Regime) {
    skillGain = parameters.skillProductivity
    let usual = parameters.betterFixedCost
    let reduced = usual * (1 - parameters.entrepreneurCostReduction)
    switch regime {
    case .convergence:
      (simple, better) = (0, parameters.concaveProductivity)
      fixedCosts = [0, 0, 0, 0]
    case .threshold:
      (simple, better) = (parameters.simpleProductivity, parameters.betterProductivity)
      fixedCosts = [usual, usual, reduced, reduced]
    case .clubs:
      (simple, better) = (parameters.simpleProductivity, parameters.betterProductivity)
      fixedCosts = [.infinity, usual, .infinity, reduced]
    }
  }

  /// `max(aL sqrt(k), aH m (1 + .08 skill) sqrt(k) - f)`, PKR thousand a quarter.
  func income(
    assets: Double, marketAccess: Double, skill: Int, inClub: Bool, isEntrepreneur: Bool = false
  ) -> Double {
    let root = squareRootOfMagnitude(assets)
    let advanced = better * marketAccess * (1 + skillGain * Double(skill)) * root
    return max(simple * root, advanced - fixedCosts[(inClub ? 1 : 0) + (isEntrepreneur ? 2 : 0)])
  }
}

/// Process 2: labour and capital income (model, 7.2).
///
/// Complexity: O(households), one draw each, no allocation.
struct Earn: BlockProcess {
  static let description = ProcessDescription(
    name: "earn",
    summary: "Households earn from their labour and from their productive assets.",
    rules: """
      Labour income is the household's potential, raised by skill, lowered by what the patron takes from dependent \
      workers, and moved by luck, a part of which lasts. Capital income follows the regime: a simple and a better \
      technique with a fixed cost under `threshold`, one concave technique under `convergence`, and the better \
      technique only for households with land, a literate head and no minority status under `clubs`. Works and \
      centres raise market access; trained entrepreneurs pay less of the fixed cost.
      """,
    parameterGroups: ["earn"])

  var name: String { Self.description.name }
  let parameters: EarnParameters
  let technique: CapitalTechnique
  let stream: RandomStream
  /// `(1 + premium) (1 - wedge)`, `economic + 4 * skill`.
  private let labourShares: [Double]

  init(parameters: EarnParameters, regime: Regime, stream: RandomStream) {
    self.parameters = parameters
    self.stream = stream
    technique = CapitalTechnique(parameters, regime: regime)
    labourShares = (0..<16).map { parameters.labourShare(skill: $0 / 4, economic: $0 % 4) }
  }

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let workspace = world.workspaces[worker]
    drawLuck(world.population, block, quarter: Int32(step), workspace)
    exponentiate(workspace.income[0..<block.members.count])
    addCapital(world.population, block, workspace)
  }

  /// Moves the labour deviation on and leaves the exponent of labour luck in the workspace's income.
  private func drawLuck(_ population: Population, _ block: Block, quarter: Int32, _ workspace: Workspace) {
    let count = block.members.count
    let first = UInt32(truncatingIfNeeded: block.members.lowerBound)
    let (lasting, passing) = (workspace.uniforms[0][0..<count], workspace.uniforms[1][0..<count])
    for index in 0..<count {
      let luck = stream.draw(
        entity: first &+ UInt32(truncatingIfNeeded: index), quarter: quarter, purpose: .labour)
      lasting[index] = luck.wideUniform0
      passing[index] = luck.wideUniform1
    }
    let (lastingNormals, passingNormals) = (workspace.normals[0][0..<count], workspace.normals[1][0..<count])
    tabulatedNormalQuantiles(of: UnsafeBufferPointer(lasting), into: lastingNormals)
    tabulatedNormalQuantiles(of: UnsafeBufferPointer(passing), into: passingNormals)
    let deviations = population.labourDeviation[block.members]
    let exponents = workspace.income[0..<count]
    let (persistence, innovation) = (parameters.persistence, parameters.innovationDeviation)
    let transitory = parameters.transitoryDeviation
    let centre = -(parameters.deviationVariance + transitory * transitory) / 2
    for index in 0..<count {
      let deviation = Float(persistence * Double(deviations[index]) + innovation * lastingNormals[index])
      deviations[index] = deviation
      exponents[index] = Double(deviation) + transitory * passingNormals[index] + centre
    }
  }

  /// Turns luck into labour income and adds income from capital.
  private func addCapital(_ population: Population, _ block: Block, _ workspace: Workspace) {
    let income = workspace.income.elements
    let labourFactor = workspace.labourFactor.elements
    let (potential, assets) = (population.labourPotential.elements, population.assets.elements)
    let (state, skill, traits) = (population.state.elements, population.skill.elements, population.traits.elements)
    let (standing, communities) = (population.standing.elements, population.communities)
    let first = block.members.lowerBound
    labourShares.withUnsafeBufferPointer { shares in
      for settlement in block.groups {
        let marketAccess = parameters.marketAccess(
          population.marketAccess[settlement], works: communities.works[settlement],
          centreGain: communities.centreGain[population.geography.unionCouncilOfSettlement[settlement]])
        var total = 0.0
        for household in population.geography.members(ofSettlement: settlement) {
          let level = Int(skill[household])
          let labour =
            potential[household] * shares[state[household].economic + 4 * level]
            * income[household - first] * labourFactor[household - first]
          let capital = technique.income(
            assets: assets[household], marketAccess: marketAccess, skill: level,
            inClub: traits[household].contains(.club), isEntrepreneur: standing[household].contains(.entrepreneur))
          let earned = roundToMoneyGrid(labour + capital)
          income[household - first] = earned
          total += earned
        }
        population.add(total, to: .income, settlement: settlement)
      }
    }
  }
}
