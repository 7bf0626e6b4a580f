internal import Households
internal import Scenarios

/// What a programme does for places, in words.
struct PlaceItem {
  let intervention: CommunityIntervention
  let evidence: Evidence

  /// What a programme does for places, in order.
  static func all(of programme: Programme, _ evidence: Evidence) -> [PlaceItem] {
    programme.community.map {
      PlaceItem(intervention: $0, evidence: evidence.below("package").below($0.name))
    }
  }

  /// The name under which scenario files know it.
  var label: String { intervention.name }

  /// What it is: `a poverty survey of all households, ...`.
  var phrase: String { what + (evidence["name"].map { ", booked as “\($0.value.escaped)”" } ?? "") }

  /// Its rules, where they take sentences of their own; empty where the phrase says all.
  var terms: String {
    guard case .socialMobilisation(let plan) = intervention.kind else { return "" }
    return MobilisationRules(plan: plan, evidence: evidence).text
  }

  private var what: String {
    switch intervention.kind {
    case .povertySurvey(let cost, let errorPoints, let capacity):
      let number = capacity.map {
        evidence.mark("at most \(Words.counted($0, "household", "households")) a quarter", "capacity")
      }
      return "a poverty survey that visits \(number ?? "all households at once") "
        + "at \(evidence.money(cost, "cost", per: "household")) "
        + "and measures scores with an error whose standard deviation is "
        + evidence.mark(Figures.points(errorPoints), "error")
    case .socialMobilisation(let plan):
      let organisers = Words.counted(plan.organisers, "social organiser", "social organisers")
      return "social mobilisation by \(evidence.mark(organisers, "organisers"))"
    case .marketRateAnalysis(let gain, let cost):
      return "a market-rate analysis that each quarter tells people \(evidence.share(gain, "gain")) "
        + "of what they do not know of market rates, at \(evidence.money(cost, "cost", per: "settlement and quarter"))"
    case .collectivePurchase(let discount, let cost):
      return "collective purchase, by which members of active community organisations avoid "
        + "\(evidence.share(discount, "discount")) of the patron's premium, "
        + "at \(evidence.money(cost, "cost", per: "settlement and quarter"))"
    case .collectiveWorks(let cost, let localShare):
      return "collective works, such as a lane or a water scheme, at \(evidence.money(cost, "cost")) each, "
        + "of which organised households bring \(evidence.share(localShare, "local_share"))"
    case .skillCentre(let places, let setupCost, let runningCost):
      let trainees = Words.counted(places, "trainee", "trainees")
      return "a skill centre in each union council for \(evidence.mark(trainees + " a quarter", "places")), "
        + "where its training takes place" + centreCosts(setupCost, runningCost)
    case .productionCentre(let places, let wage, let marketGain, let setupCost, let runningCost):
      let workers = Words.counted(places, "skilled worker", "skilled workers")
      return "a production centre in each union council for \(evidence.mark(workers, "places")) at piece wages of "
        + "\(evidence.money(wage, "wage", per: "quarter")), paid from sales, \(gain(marketGain))"
        + centreCosts(setupCost, runningCost)
    case .displayCentre(let marketGain, let setupCost, let runningCost):
      return "a display centre in the market, \(gain(marketGain))" + centreCosts(setupCost, runningCost)
    }
  }

  private func gain(_ gain: Double) -> String { "which raises market access by \(evidence.share(gain, "market_gain"))" }

  private func centreCosts(_ setup: Double, _ running: Double) -> String {
    ", at \(evidence.money(setup, "setup")) to set up and \(evidence.money(running, "running", per: "quarter")) to run"
  }
}
