import ExactMath
import Simulation

/// What programmes have changed in the circumstances of the treated, as means over the households of each row, and what
/// follows for their features.
///
/// Assets `a` that were added decay like all assets and raise wealth and income from capital; debt that was bought out
/// lowers debt; skill raises labour income and the productivity of capital; cash and instalments raise and lower the
/// surplus of the quarter. With `K`, `N` and `y` the class's mean assets, need and income from capital,
///
///     wealth  = wealth0 + log2(1 + (K + a) / N) - log2(1 + K / N)
///     surplus = (1 + surplus0 + (y(K + a) - y(K) + labour + cash) / (N p0)) p0 / p - 1
///
/// with `p0` and `p` the class's price at the start and now.
final class CohortTreatment {
  /// What is done for the places of a union council.
  struct Surroundings {
    /// What people know of market rates, 0-1.
    var information = 0.0
    /// Part of the patron's premium that members avoid, 0-1.
    var discount = 0.0
    /// Gain in market access.
    var marketGain = 0.0
    /// Whether there is anything of it.
    var isTouched: Bool { information > 0 || discount > 0 || marketGain > 0 }
  }

  /// By union council.
  var surroundings: [Surroundings]
  /// Cash of the treated of a class in a quarter, PKR thousand of 2015-16 for real households: `class + classes * quarter`.
  var cash: [Double]
  /// By union council: whether anything was done for its places in the quarter before.
  private var wasTouched: [Bool]
  private let rows: CohortRows
  let means: [ClassMeans]
  private let parameters: Parameters
  private let technique: CapitalTechnique

  init(_ rows: CohortRows, scenario: Scenario, means: [ClassMeans]) {
    self.rows = rows
    self.means = means
    parameters = scenario.parameters
    technique = CapitalTechnique(scenario.parameters.earn, regime: scenario.regime)
    surroundings = Array(
      repeating: Surroundings(), count: rows.cohort.population.geography.unionCouncilCount)
    wasTouched = Array(repeating: false, count: surroundings.count)
    cash = Array(repeating: 0, count: rows.cohort.classCount * (scenario.quarters + 1))
  }

  /// Lets stocks decay as a quarter begins.
  func fade() {
    let depreciation = parameters.trade.depreciation
    for row in rows.stocks.indices where rows.isPresent[row] && row >= rows.cohort.classCount * CohortRows.treated {
      rows.stocks[row].assets *= 1 - depreciation * (1 - parameters.trade.upkeepSaving * rows.stocks[row].upkeep)
      rows.stocks[row].awareness *= 1 - parameters.programmes.awarenessDecay
      rows.stocks[row].coaching *= 1 - parameters.programmes.coachingDecay
    }
    for council in surroundings.indices {
      surroundings[council].information *= 1 - parameters.programmes.rateInformationDecay
      surroundings[council].discount = 0
      surroundings[council].marketGain = 0
    }
  }

  /// Adds what is given to some households of a row, as a mean over all.
  func add(_ change: Double, to path: WritableKeyPath<TreatmentStocks, Double>, row: Int, households: Double) {
    let total = CohortMasses.total(rows.masses(ofRow: row))
    guard total > 0 else { return }
    rows.stocks[row][keyPath: path] += change * min(1, households / total)
  }

  /// Adds cash that the treated of a class have in a quarter, negative where they pay.
  func addCash(_ money: Double, ofClass index: Int, quarter: Int) {
    let place = index + rows.cohort.classCount * quarter
    if cash.indices.contains(place) { cash[place] += money }
  }

  /// Writes the features of all rows that anything has changed, and once more of those for which it has ended.
  func writeFeatures(quarter: Int) {
    for index in 0..<rows.cohort.classCount {
      let council = rows.cohort.councilOfClass[index]
      let place = surroundings[council]
      let isTouched = place.isTouched || wasTouched[council]
      var treated = 0.0
      if rows.strands == 4 {
        for strand in [2, 3] {
          let row = rows.row(ofClass: index, strand: strand)
          if rows.isPresent[row] { treated += CohortMasses.total(rows.masses(ofRow: row)) }
        }
      }
      let cash = treated > 0 ? self.cash[index + rows.cohort.classCount * quarter] / treated : 0
      for strand in 0..<rows.strands {
        let row = rows.row(ofClass: index, strand: strand)
        let isTreated = strand & CohortRows.treated != 0
        guard rows.isPresent[row], isTouched || isTreated else { continue }
        write(
          row, ofClass: index, place, discount: strand & CohortRows.member != 0 ? place.discount : 0,
          cash: isTreated ? cash : 0)
      }
    }
    wasTouched = surroundings.map(\.isTouched)
  }

  private func write(_ row: Int, ofClass index: Int, _ place: Surroundings, discount: Double, cash: Double) {
    let (stocks, means) = (rows.stocks[row], means[index])
    let start = { (feature: Feature) in self.rows.start(feature, ofClass: index) }
    let assets = means.assets + stocks.assets
    rows.set(
      .wealth, ofRow: row,
      to: min(
        6,
        start(.wealth) + binaryLogarithm(1 + assets / means.need) - binaryLogarithm(1 + means.assets / means.need)))
    rows.set(.debt, ofRow: row, to: max(0, start(.debt) - stocks.debt / means.need))
    rows.set(.skill, ofRow: row, to: min(1, start(.skill) + stocks.skill / 3))
    rows.set(.awareness, ofRow: row, to: min(1, start(.awareness) + stocks.awareness))
    rows.set(.coaching, ofRow: row, to: min(1, start(.coaching) + stocks.coaching))
    let market = means.marketAccess * (1 + parameters.earn.centreEffect * place.marketGain)
    let skill = Int(min(3, means.skill + stocks.skill).rounded())
    let gain =
      stocks.entrepreneurs * capital(assets, market, skill, means, isEntrepreneur: true)
      + (1 - stocks.entrepreneurs) * capital(assets, market, skill, means)
      - capital(means.assets, means.marketAccess, Int(means.skill.rounded()), means)
    let price = 1 + means.premium
    let information = parameters.trade.informationEffect * place.information
    let newPrice =
      1 + means.premium * (1 - information) * (1 - parameters.trade.purchaseEffect * discount)
    let surplus =
      (1 + start(.surplus) + (gain + stocks.labour + cash) / (means.need * price)) * price / newPrice - 1
    rows.set(.surplus, ofRow: row, to: max(-1, min(1, surplus)))
  }

  private func capital(
    _ assets: Double, _ market: Double, _ skill: Int, _ means: ClassMeans, isEntrepreneur: Bool = false
  ) -> Double {
    let usual = technique.income(
      assets: assets, marketAccess: market, skill: skill, inClub: false, isEntrepreneur: isEntrepreneur)
    let club = technique.income(
      assets: assets, marketAccess: market, skill: skill, inClub: true, isEntrepreneur: isEntrepreneur)
    return usual + means.clubShare * (club - usual)
  }
}

/// Means over the households of a class at the start, PKR thousand of 2015-16 where they are money.
struct ClassMeans: Sendable {
  let need: Double
  let assets: Double
  let skill: Double
  /// Labour income without skill and luck, after the patron's wedge.
  let labour: Double
  let clubShare: Double
  let marketAccess: Double
  /// What a household pays above market prices, share of the price.
  let premium: Double

  init(_ cohort: Cohort, ofClass index: Int, _ parameters: Parameters) {
    let (population, geography) = (cohort.population, cohort.population.geography)
    let classes = cohort.classes
    need = classes.mean(of: index) { population.need[$0] }
    assets = classes.mean(of: index) { population.assets[$0] }
    skill = classes.mean(of: index) { Double(population.skill[$0]) }
    labour = classes.mean(of: index) {
      population.labourPotential[$0] * (1 - parameters.earn.wageWedge[population.state[$0].economic])
    }
    clubShare = classes.mean(of: index) { Double(population.traits[$0].index(of: .club)) }
    marketAccess = classes.mean(of: index) { population.marketAccess[geography.settlement(ofHousehold: $0)] }
    premium = classes.mean(of: index) {
      parameters.trade.creditShare[population.state[$0].economic]
        * population.markUp[geography.settlement(ofHousehold: $0)]
    }
  }
}
