/// What a partner keeps of the work for places of one programme: what it does there, the money and the books.
///
/// It works in the enrolment period of its programme and before households are enrolled, in the order in which the
/// programme lists its interventions; community organisations are another process's work.
final class PlaceDesk: @unchecked Sendable {
  let account: ProgrammeAccount
  let tasks: [any PlaceTask]
  private let enrolment: ClosedRange<Int>?

  init(_ account: ProgrammeAccount, _ setting: ProgrammeSetting) {
    self.account = account
    let programme = account.programme
    enrolment = programme.enrolment(in: setting.scenario)
    let area = WorkingArea(of: programme, setting)
    let weights = area.unionCouncils.map { area.unionCouncilWeights[$0] }
    let wealthPoints = setting.scenario.parameters.score.wealth
    tasks = programme.community.compactMap { intervention -> (any PlaceTask)? in
      let books = PlaceBooks(intervention.name, account: account)
      switch intervention.kind {
      case .povertySurvey(let cost, let errorPoints, let capacity):
        guard let scores = setting.surveys[programme.name] else { return nil }
        return PovertySurvey(
          books, area: area, scores: scores, cost: cost, errorPoints: errorPoints, capacity: capacity ?? .infinity,
          wealthPoints: wealthPoints, stream: setting.stream)
      case .socialMobilisation:
        return nil
      case .marketRateAnalysis(let gain, let cost):
        return RateAnalysis(books: books, area: area, gain: gain, cost: account.money(cost))
      case .collectivePurchase(let discount, let cost):
        return CollectivePurchase(books: books, area: area, discount: discount, cost: account.money(cost))
      case .collectiveWorks(let cost, let localShare):
        return CollectiveWorks(
          books: books, area: area, works: setting.works, cost: account.money(cost), localShare: localShare)
      case .skillCentre(let places, let setupCost, let runningCost):
        let centres = Centres(books, weights: weights, setupCost: setupCost, runningCost: runningCost)
        return SkillCentres(centres: centres, area: area, places: places)
      case .productionCentre(let places, let wage, let marketGain, let setupCost, let runningCost):
        let centres = Centres(books, weights: weights, setupCost: setupCost, runningCost: runningCost)
        return ProductionCentres(
          centres, area: area, places: places, wage: account.money(wage), marketGain: marketGain,
          wealthPoints: wealthPoints)
      case .displayCentre(let marketGain, let setupCost, let runningCost):
        let centres = Centres(
          books, weights: area.unionCouncils.isEmpty ? [] : [1], setupCost: setupCost, runningCost: runningCost)
        return DisplayCentre(centres: centres, area: area, marketGain: marketGain)
      }
    }
  }

  /// Does what the programme does for places in a step; outside its time and without money, ends what was going on.
  func work(_ population: Population, step: Int) {
    let isAtWork = account.hasMoney && enrolment?.contains(step) ?? false
    for task in tasks {
      if isAtWork { task.work(population, step: step) } else { task.stop(population) }
      task.books.close(step: step)
    }
  }
}

/// One thing that a programme does for places, with what must be remembered of it from quarter to quarter.
protocol PlaceTask: Sendable {
  /// The money for it.
  var books: PlaceBooks { get }
  /// Does the work of a quarter, as far as money reaches.
  func work(_ population: Population, step: Int)
  /// Ends what lasts only while the programme is at work.
  func stop(_ population: Population)
}

extension PlaceTask {
  func stop(_ population: Population) {}
}
