import ExactMath
import Randomness
import Simulation

/// Numbers of the earn process (model, 7.2).
public struct EarnParameters: Sendable {
  /// Persistence of the labour deviation from quarter to quarter; its fourth power is .8.
  public var persistence = 0.9457
  /// Standard deviation of the labour deviation in the long run, logarithmic.
  public var persistentDeviation = 0.20
  /// Standard deviation of luck that lasts one quarter, logarithmic.
  public var transitoryDeviation = 0.25
  /// Gain in labour income by skill.
  public var skillPremium = [0, 0.08, 0.18, 0.32]
  /// Loss of labour income by economic level.
  public var wageWedge = [0.30, 0.15, 0.04, 0]
  /// Gain in labour income of a household that is coached.
  public var coachingGain = 0.107
  /// Gain in labour income where assets set all idle labour to work.
  public var idleLabourGain = 0.0
  /// Assets that set half of idle labour to work, quarters of need.
  public var idleLabourAssets = 0.48
  /// Productivity of the simple technique.
  public var simpleProductivity = 0.072
  /// Productivity of the better technique.
  public var betterProductivity = 0.60
  /// Fixed cost of the better technique, share of need.
  public var betterFixedCost = 0.246
  /// Assets that the better technique can use, quarters of need.
  public var betterAssetLimit = 2.07
  /// Productivity of the one concave technique.
  public var concaveProductivity = 0.139
  /// Share of the income from assets that goes back into them, whatever the household lacks.
  public var reinvestedShare = 0.60
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
        "earn.persistence", \.earn.persistence, "ratio", 0...0.99,
        "assumed: .8 a year; evidence identifies only the sum of all that does not last",
        "Share of the deviation of log labour income that lasts to the next quarter.", interval: 0.91...0.98,
        evidence: .not),
      ParameterDefinition(
        "earn.persistent_deviation", \.earn.persistentDeviation, "log points", 0...2,
        "assumed: evidence identifies only the sum of all that does not last",
        "Standard deviation of the lasting deviation of log labour income among households.", interval: 0.13...0.31,
        evidence: .weakly),
      ParameterDefinition(
        "earn.transitory_deviation", \.earn.transitoryDeviation, "log points", 0...2, Source.calibrated,
        "Standard deviation of luck that lasts one quarter.", interval: 0.20...0.31, evidence: .identified),
      ParameterDefinition(
        "earn.coaching_gain", \.earn.coachingGain, "share of labour income", 0...2, Source.calibrated,
        "Gain in labour income of a household that is coached: more work, better used.", interval: 0.06...0.18,
        evidence: .weakly),
      ParameterDefinition(
        "earn.idle_labour_gain", \.earn.idleLabourGain, "share of labour income", 0...5, Source.assumed,
        "Gain in labour income where assets set all idle labour to work; .4 fits as well as coaching's gain.",
        interval: 0...0.5, evidence: .not),
      ParameterDefinition(
        "earn.idle_labour_assets", \.earn.idleLabourAssets, "quarters of need", 0.001...100, Source.assumed,
        "Assets that set half of the idle labour to work."),
      ParameterDefinition(
        "earn.simple_productivity", \.earn.simpleProductivity, "quarters of need^0.5 per quarter", 0...100,
        Source.calibrated, "Income of the simple technique for the square root of assets, both in need.",
        interval: 0.04...0.12, evidence: .weakly),
      ParameterDefinition(
        "earn.better_productivity", \.earn.betterProductivity, "quarters of need^0.5 per quarter", 0...100,
        Source.calibrated, "Income of the better technique for the square root of assets, both in need.",
        interval: 0.45...0.80, evidence: .weakly),
      ParameterDefinition(
        "earn.better_fixed_cost", \.earn.betterFixedCost, "share of need", 0...1000,
        Source.calibrated, "Fixed cost of the better technique in a quarter.", interval: 0.14...0.44, evidence: .weakly),
      ParameterDefinition(
        "earn.better_asset_limit", \.earn.betterAssetLimit, "quarters of need", 0...10_000, Source.calibrated,
        "Assets beyond which the better technique earns no more.", interval: 1.0...4.1, evidence: .not),
      ParameterDefinition(
        "earn.concave_productivity", \.earn.concaveProductivity, "quarters of need^0.5 per quarter", 0...100,
        Source.calibrated,
        "Income of the one technique of the convergence regime for the square root of assets, both in need.",
        interval: 0.085...0.23, evidence: .weakly),
      ParameterDefinition(
        "earn.reinvested_share", \.earn.reinvestedShare, "share of income from assets", 0...1, Source.calibrated,
        "What goes back into the assets, also where the household lacks what it needs.", interval: 0.36...0.80,
        evidence: .weakly),
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

  /// Variance of luck, `sigma_eta^2 + sigma_xi^2`.
  var luckVariance: Double { persistentDeviation * persistentDeviation + transitoryDeviation * transitoryDeviation }

  /// What effort and idle labour set to work make of labour income: `1 + nu coaching + omega kappa / (kappa + kappa_h)`.
  func effort(coaching: Double, assets: Double, need: Double) -> Double {
    1 + coachingGain * coaching + idleLabourGain * assets / (assets + idleLabourAssets * need)
  }

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
  private let assetLimit: Double
  private let skillGain: Double
  /// Fixed cost of the better technique, `in the club + 2 * entrepreneur`.
  private let fixedCosts: InlineArray<4, Double>

  init(_ parameters: EarnParameters, regime: Regime) {
    skillGain = parameters.skillProductivity
    let usual = parameters.betterFixedCost
    let reduced = usual * (1 - parameters.entrepreneurCostReduction)
    switch regime {
    case .convergence:
      (simple, better, assetLimit) = (0, parameters.concaveProductivity, .infinity)
      fixedCosts = [0, 0, 0, 0]
    case .threshold:
      (simple, better) = (parameters.simpleProductivity, parameters.betterProductivity)
      assetLimit = parameters.betterAssetLimit
      fixedCosts = [usual, usual, reduced, reduced]
    case .clubs:
      (simple, better) = (parameters.simpleProductivity, parameters.betterProductivity)
      assetLimit = parameters.betterAssetLimit
      fixedCosts = [.infinity, usual, .infinity, reduced]
    }
  }

  /// `need max(aL sqrt(kappa), aH m (1 + .08 skill) sqrt(min(kappa, kappaMax)) - phi)` with `kappa = k / need`, PKR
  /// thousand a quarter.
  func income(
    assets: Double, need: Double, marketAccess: Double, skill: Int, inClub: Bool, isEntrepreneur: Bool = false
  ) -> Double {
    let ratio = assets / need
    let advanced =
      better * marketAccess * (1 + skillGain * Double(skill)) * squareRootOfMagnitude(min(ratio, assetLimit))
      - fixedCosts[(inClub ? 1 : 0) + (isEntrepreneur ? 2 : 0)]
    return need * max(simple * squareRootOfMagnitude(ratio), advanced)
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
      Labour income is the household's potential, raised by skill and coaching, lowered by what the patron takes from \
      dependent workers, and moved by luck, a part of which lasts. Capital income follows the regime: a simple and a \
      better technique with a fixed cost under `threshold`, one concave technique under `convergence`, and the better \
      technique only for households with land, a literate head and no minority status under `clubs`. A share of it \
      goes back into the assets, whatever the household lacks. Works and centres raise market access; trained \
      entrepreneurs pay less of the fixed cost.
      """,
    parameterGroups: ["earn"])

  var name: String { Self.description.name }
  let parameters: EarnParameters
  let technique: CapitalTechnique
  let stream: RandomStream
  /// Where luck must end in the burn-in; nil: luck goes its way.
  private let opening: Opening?
  /// `(1 + premium) (1 - wedge)`, `economic + 4 * skill`.
  private let labourShares: [Double]

  init(parameters: EarnParameters, regime: Regime, stream: RandomStream, opening: Opening? = nil) {
    self.parameters = parameters
    self.stream = stream
    self.opening = opening
    technique = CapitalTechnique(parameters, regime: regime)
    labourShares = (0..<16).map { parameters.labourShare(skill: $0 / 4, economic: $0 % 4) }
  }

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let workspace = world.workspaces[worker]
    drawLuck(world.population, block, quarter: Int32(step), workspace)
    exponentiate(workspace.income[0..<block.members.count])
    earn(world.population, block, workspace)
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
    let bridge = LuckBridge(parameters, quartersToOpening: opening == nil ? nil : Int(-quarter))
    let transitory = bridge.isOpening ? 0 : parameters.transitoryDeviation
    let centre = -parameters.luckVariance / 2
    for index in 0..<count {
      let deviation = Float(bridge.persistence * Double(deviations[index]) + bridge.innovation * lastingNormals[index])
      deviations[index] = deviation
      exponents[index] = transitory * passingNormals[index] + centre
    }
    if let opening {
      let goals = opening.deviation[block.members]
      for index in 0..<count { deviations[index] += Float(bridge.pull * Double(goals[index])) }
      if bridge.isOpening {
        let luck = opening.transitory[block.members]
        for index in 0..<count { exponents[index] += Double(luck[index]) }
      }
    }
    for index in 0..<count { exponents[index] += Double(deviations[index]) }
  }

  /// Turns luck into labour income and adds income from capital, a share of which goes back into the assets.
  private func earn(_ population: Population, _ block: Block, _ workspace: Workspace) {
    let income = workspace.income.elements
    let labourFactor = workspace.labourFactor.elements
    let (potential, assets) = (population.labourPotential.elements, population.assets.elements)
    let (state, skill, traits) = (population.state.elements, population.skill.elements, population.traits.elements)
    let (standing, communities) = (population.standing.elements, population.communities)
    let (need, coaching) = (population.need.elements, population.coaching.elements)
    let first = block.members.lowerBound
    labourShares.withUnsafeBufferPointer { shares in
      for settlement in block.groups {
        let marketAccess = parameters.marketAccess(
          population.marketAccess[settlement], works: communities.works[settlement],
          centreGain: communities.centreGain[population.geography.unionCouncilOfSettlement[settlement]])
        var total = 0.0
        for household in population.geography.members(ofSettlement: settlement) {
          let level = Int(skill[household])
          let effort = parameters.effort(
            coaching: Double(coaching[household]), assets: assets[household], need: need[household])
          let labour =
            potential[household] * shares[state[household].economic + 4 * level]
            * income[household - first] * labourFactor[household - first] * effort
          let capital = technique.income(
            assets: assets[household], need: need[household], marketAccess: marketAccess, skill: level,
            inClub: traits[household].contains(.club), isEntrepreneur: standing[household].contains(.entrepreneur))
          let reinvested = roundToMoneyGrid(parameters.reinvestedShare * capital)
          let earned = roundToMoneyGrid(labour + capital)
          assets[household] += reinvested
          income[household - first] = earned - reinvested
          total += earned
        }
        population.add(total, to: .income, settlement: settlement)
      }
    }
  }
}

/// How the lasting deviation of labour income moves in a quarter, `eta' = a eta + b eta_0 + s N`.
///
/// Without a goal `a = rho`, `b = 0`, `s = sigma sqrt(1 - rho^2)`. In the burn-in the deviation must be `eta_0` after `n`
/// more quarters; given both its last value and that goal it is normal, with
///
///     q = sigma^2 (1 - rho^2),  r = sigma^2 (1 - rho^(2n)),  s^2 = 1 / (1/q + rho^(2n)/r),
///     a = s^2 rho / q,  b = s^2 rho^n / r
///
/// so that a burn-in from the deviation's own distribution is a stationary path that ends where it must.
struct LuckBridge {
  /// `a`, `b` and `s`.
  let persistence, pull, innovation: Double
  /// Whether the goal is reached in this quarter.
  let isOpening: Bool

  /// - Parameters:
  ///   - parameters: persistence and deviation.
  ///   - quartersToOpening: `n`, from 0; nil where there is no goal.
  init(_ parameters: EarnParameters, quartersToOpening: Int?) {
    let rho = parameters.persistence
    let variance = parameters.persistentDeviation * parameters.persistentDeviation
    let fresh = variance * (1 - rho * rho)
    isOpening = quartersToOpening == 0
    guard let quarters = quartersToOpening, variance > 0 else {
      (persistence, pull, innovation) = (rho, 0, squareRootOfMagnitude(fresh))
      return
    }
    guard quarters > 0 else {
      (persistence, pull, innovation) = (0, 1, 0)
      return
    }
    let power = (0..<quarters).reduce(1) { product, _ in product * rho }
    let rest = variance * (1 - power * power)
    let spread = 1 / (1 / fresh + power * power / rest)
    (persistence, pull, innovation) = (spread * rho / fresh, spread * power / rest, squareRootOfMagnitude(spread))
  }
}
