import Simulation

/// Whether a loan is taken: where what it buys can carry its instalments (model, 7.7).
///
/// A household weighs what the assets that it buys will bring until some quarters after the last instalment. With a share
/// `theta` of the loan `L` invested, income from assets `y(k)`, `s` the share of it that goes back into them, `d` the
/// expected loss of assets in a quarter, `o` what is paid back for each rupee and `q` the part of it that returns must
/// carry, assets go on from `k` and from `k + theta L` as
///
///     k <- (k + s y(k)) (1 - d)
///
/// and the loan is taken if `y`, added up over grace, instalments and horizon, is greater by at least `q theta o L` with
/// the loan than without it. The rest of the loan is spent at once and repaid from what the household earns anyway.
struct LoanReturns: Sendable {
  private let earn: EarnParameters
  private let technique: CapitalTechnique
  private let windfallShare: Double
  private let horizon: Int
  private let coverage: Double
  private let expectedLoss: Double

  init(_ scenario: Scenario) {
    let parameters = scenario.parameters
    earn = parameters.earn
    technique = CapitalTechnique(parameters.earn, regime: scenario.regime)
    windfallShare = parameters.programmes.windfallShare
    coverage = parameters.programmes.loanCoverage
    horizon = Int(parameters.programmes.loanHorizonQuarters)
    let lost = parameters.shocks.assetLossProbability * parameters.shocks.assetLossShare
    expectedLoss = 1 - (1 - parameters.trade.depreciation) * (1 - lost)
  }

  /// Whether a household takes a loan of an amount, PKR thousand of 2015-16.
  ///
  /// Complexity: O(quarters).
  func carry(_ amount: Double, _ terms: LoanTerms, of household: Int, settlement: Int, _ population: Population) -> Bool
  {
    let invested = windfallShare * amount
    let communities = population.communities
    let access = earn.marketAccess(
      population.marketAccess[settlement], works: communities.works[settlement],
      centreGain: communities.centreGain[population.geography.unionCouncilOfSettlement[settlement]])
    let (need, skill) = (population.need[household], Int(population.skill[household]))
    let inClub = population.traits[household].contains(.club)
    let isEntrepreneur = population.standing[household].contains(.entrepreneur)
    let quarters = terms.graceQuarters + terms.instalments + horizon
    func earned(from start: Double) -> Double {
      var (assets, total) = (start, 0.0)
      for _ in 0..<quarters {
        let income = technique.income(
          assets: assets, need: need, marketAccess: access, skill: skill, inClub: inClub,
          isEntrepreneur: isEntrepreneur)
        total += income
        assets = (assets + earn.reinvestedShare * income) * (1 - expectedLoss)
      }
      return total
    }
    let assets = population.assets[household]
    return earned(from: assets + invested) - earned(from: assets) >= coverage * invested * terms.repaidPerUnit
  }
}
