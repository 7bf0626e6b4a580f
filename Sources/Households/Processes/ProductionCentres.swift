import ExactMath
import Simulation

/// Production centres, one in each union council: they employ skilled households, poorest first, and open the market.
///
/// Who is employed keeps the job while the centre is open, and vacancies are filled every quarter. Wages come from sales
/// and not from the programme's budget; they are cash of the next quarter.
final class ProductionCentres: PlaceTask, @unchecked Sendable {
  /// Skill from which a household can be employed: vocational.
  static let skillNeeded: UInt8 = 2

  private let centres: Centres
  private let area: WorkingArea
  private let places: Double
  private let wage: Double
  private let marketGain: Double
  private let wealthPoints: Double
  /// The employed of each centre.
  private var workers: [[Worker]]

  /// - Parameters:
  ///   - centres: their doors.
  ///   - area: where they are.
  ///   - places: real households that each real centre employs.
  ///   - wage: of a household for a quarter, PKR thousand of 2015-16.
  ///   - marketGain: gain in market access of the union council.
  ///   - wealthPoints: scorecard points for each doubling of assets.
  init(
    _ centres: Centres, area: WorkingArea, places: Double, wage: Double, marketGain: Double, wealthPoints: Double
  ) {
    self.centres = centres
    self.area = area
    self.places = places
    self.wage = wage
    self.marketGain = marketGain
    self.wealthPoints = wealthPoints
    workers = Array(repeating: [], count: area.unionCouncils.count)
  }

  var books: PlaceBooks { centres.books }

  func work(_ population: Population, step: Int) {
    centres.open(step: step)
    for (centre, council) in area.unionCouncils.enumerated() {
      guard centres.isOpen[centre] else {
        dismiss(population, centre: centre)
        continue
      }
      population.communities.centreGain[council] += marketGain
      hire(population, centre: centre, unionCouncil: council)
      pay(population, centre: centre, unionCouncil: council)
    }
  }

  func stop(_ population: Population) {
    centres.close()
    for centre in workers.indices { dismiss(population, centre: centre) }
  }

  private func dismiss(_ population: Population, centre: Int) {
    for worker in workers[centre] { population.standing[worker.household].remove(.centreWorker) }
    workers[centre].removeAll()
  }

  /// Fills the vacancies of a centre with skilled households that no centre employs.
  private func hire(_ population: Population, centre: Int, unionCouncil: Int) {
    let geography = population.geography
    let weight = books.account.weights[geography.placeOfUnionCouncil[unionCouncil]]
    let jobs = RoundingTolerance.wholeUnits(places * area.unionCouncilWeights[unionCouncil] / weight)
    guard Double(workers[centre].count) < jobs else { return }
    var candidates: [Worker] = []
    for settlement in geography.settlements(ofUnionCouncil: unionCouncil) {
      for household in geography.members(ofSettlement: settlement)
      where population.skill[household] >= Self.skillNeeded && !population.standing[household].contains(.centreWorker) {
        let score = population.uncutScore(of: household, wealthPoints: wealthPoints)
        candidates.append(Worker(household: household, settlement: settlement, score: score))
      }
    }
    candidates.sort { ($0.score, $0.household) < ($1.score, $1.household) }
    let vacancies = Int(min(Double(candidates.count), jobs - Double(workers[centre].count)))
    for worker in candidates.prefix(vacancies) {
      population.standing[worker.household].insert(.centreWorker)
      workers[centre].append(worker)
    }
  }

  private func pay(_ population: Population, centre: Int, unionCouncil: Int) {
    for worker in workers[centre] {
      population.promisedTransfer[worker.household] += wage
      population.add(wage, to: .promised, settlement: worker.settlement)
    }
    let weight = books.account.weights[population.geography.placeOfUnionCouncil[unionCouncil]]
    books.count(households: weight * Double(workers[centre].count))
  }

  private struct Worker {
    let household: Int
    let settlement: Int
    /// Scorecard points when it was hired.
    let score: Float
  }
}
