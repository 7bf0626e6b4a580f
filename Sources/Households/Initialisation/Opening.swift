import ExactMath
import Randomness
import Simulation

/// What the burn-in must end with, household by household: the survey's quarter.
///
/// Observed log welfare is `e = b + psi (eta + xi) + m`: a lasting part, the share of luck that reaches consumption, and
/// the survey's error. With `b` drawn given `e` (``LastingWelfare``) the rest `l = e - b` is split by adding to
/// each part's own draw its share of what is missing,
///
///     eta_0 = eta + psi sigma_eta^2 / v (l - psi (eta + xi) - m),  and so on,
///     v = psi^2 (sigma_eta^2 + sigma_xi^2) + sigma_m^2
///
/// which is the distribution of three independent normal numbers given their sum.
final class Opening: Sendable {
  /// Lasting deviation of log labour income (`eta_0`).
  let deviation: Column<Float>
  /// Luck of the quarter (`xi_0`).
  let transitory: Column<Float>
  /// Consumption over need without the survey's error.
  let welfare: Column<Float>
  /// The lasting part of that.
  let lasting: Column<Float>

  init(households: Int) {
    deviation = Column(repeating: 0, count: households)
    transitory = Column(repeating: 0, count: households)
    welfare = Column(repeating: 1, count: households)
    lasting = Column(repeating: 1, count: households)
  }

  /// Variance of what does not last in observed log welfare (`v`).
  static func variance(_ parameters: Parameters) -> Double {
    let (passed, error) = (parameters.initial.luckPassedOn, parameters.initial.surveyError)
    return passed * passed * parameters.earn.luckVariance + error * error
  }

  /// Draws a household's opening and gives the lasting part of its welfare ratio.
  ///
  /// - Parameters:
  ///   - household: index of the household.
  ///   - logarithm: log consumption over need as surveyed, unscaled.
  ///   - points: its scorecard points.
  ///   - scale: logarithm of the scale of consumption (`ln g`).
  ///   - lasting: the distribution of lasting welfare in its stratum.
  ///   - parameters: the rules.
  ///   - stream: draws of the replication.
  /// - Returns: `g exp(b)`.
  func draw(
    _ household: Int, logarithm: Double, points: Double, scale: Double, _ lasting: LastingWelfare,
    _ parameters: Parameters,
    _ stream: RandomStream
  ) -> Double {
    let posterior = stream.draw(household, .openingLuck)
    let own = stream.draw(household, .openingLuck, step: 1)
    let part = lasting.draw(given: logarithm, points: points, posterior.wideUniform0)
    let earn = parameters.earn
    let (passed, error) = (parameters.initial.luckPassedOn, parameters.initial.surveyError * posterior.normal1)
    let eta = earn.persistentDeviation * own.normal0
    let xi = earn.transitoryDeviation * own.normal1
    let missing = logarithm - part - passed * (eta + xi) - error
    let variance = Self.variance(parameters)
    let share = variance > 0 ? passed * missing / variance : 0
    deviation[household] = Float(eta + share * earn.persistentDeviation * earn.persistentDeviation)
    transitory[household] = Float(xi + share * earn.transitoryDeviation * earn.transitoryDeviation)
    let surveyError = parameters.initial.surveyError
    let ownError = variance > 0 ? error + surveyError * surveyError / variance * missing : 0
    welfare[household] = Float(exponential(scale + logarithm - ownError))
    let lasting = exponential(scale + part)
    self.lasting[household] = Float(lasting)
    return lasting
  }
}

/// Solves the labour potential in the last quarter of the burn-in, so that each household consumes what the survey says.
///
/// Stocks and levels have settled by then, and this quarter's losses of assets have happened; luck is the opening's;
/// illness and events count as they are expected, and so does what the patron takes of labour income: which level a
/// household is at by chance is luck that is in observed consumption already.
/// Complexity: O(households), no allocation.
struct OpeningPotential: BlockProcess {
  let name = "opening potential"
  let opening: Opening
  let solver: PotentialSolver

  func advance(_ world: World, _ block: Block, step: Int, worker: Int) {
    let population = world.population
    let centre = -solver.parameters.earn.luckVariance / 2
    for settlement in block.groups {
      for household in population.geography.members(ofSettlement: settlement) {
        let luck = Double(opening.deviation[household]) + Double(opening.transitory[household]) + centre
        solver.solve(
          population, household, settlement: settlement, welfare: Double(opening.welfare[household]),
          lasting: Double(opening.lasting[household]), luck: exponential(luck))
      }
    }
  }
}

/// Finds the labour potential with which a household can pay for what it consumes.
struct PotentialSolver: Sendable {
  let parameters: Parameters
  private let technique: CapitalTechnique
  private let ranks: LevelRanks
  /// Share of labour potential that is earned, `economic + 4 * skill`.
  private let labourShares: InlineArray<16, Double>

  init(_ parameters: Parameters, regime: Regime) {
    self.parameters = parameters
    technique = CapitalTechnique(parameters.earn, regime: regime)
    ranks = LevelRanks(parameters.initial, .economic)
    labourShares = InlineArray { parameters.earn.labourShare(skill: $0 / 4, economic: $0 % 4) }
  }

  /// Solves `B` so that income of a quarter with some luck pays for a consumption, with the stocks of now and the share of
  /// labour income that households of the same lasting welfare keep on average.
  func solve(
    _ population: Population, _ household: Int, settlement: Int, welfare: Double, lasting: Double, luck: Double
  ) {
    let (need, state) = (population.need[household], population.state[household])
    let (assets, traits) = (population.assets[household], population.traits[household])
    let (economic, level) = (state.economic, Int(population.skill[household]))
    let (trade, earn) = (parameters.trade, parameters.earn)
    let priced = need * trade.price(economic: economic, markUp: population.markUp[settlement])
    let budget = HouseholdBudget(
      cash: 0, priced: priced, need: need, debt: population.debt[household], savings: population.savings[household],
      creditLimit: trade.creditLimit[economic] * need, isMember: false)
    var cash = trade.cash(toConsume: welfare * priced, budget)
    if traits.contains(.bearsInterest) { cash += trade.interestRate[economic] * population.debt[household] }
    let expected = parameters.shocks.expected(
      social: state.social, hasElderlyMember: traits.contains(.elderlyMember))
    cash += expected.illnessCost * need
    let capital = technique.income(
      assets: assets, need: need, marketAccess: population.marketAccess[settlement], skill: level,
      inClub: traits.contains(.club))
    // A household lives on something even where its assets would pay for all that it consumes.
    let labour = max(cash - (1 - earn.reinvestedShare) * capital, 0.05 * need)
    let levels = ranks.shares(ofLogarithm: naturalLogarithm(lasting))
    var share = 0.0
    for other in 0..<4 { share += levels[other] * labourShares[other + 4 * level] }
    population.labourPotential[household] =
      labour
      / (max(share, 0.01) * luck * expected.labourFactor * earn.effort(coaching: 0, assets: assets, need: need))
  }
}
