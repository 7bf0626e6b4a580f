import Simulation

/// An intervention as a projected programme delivers it: what it costs, and what each class can use of it.
struct CohortOffer: Sendable {
  let intervention: Intervention
  /// What a household receives in one delivery, PKR thousand of 2015-16.
  let amount: Double
  /// What of it the programme pays, PKR thousand of 2015-16.
  let payment: Double
  /// What one delivery costs the programme, PKR thousand of 2015-16.
  let cost: Double
  /// Share of trainees who complete.
  let completion: Double
  /// By class: part of those to whom the package is offered that take this part of it up.
  let takeUp: [Double]
  /// By class: part of those that can use it, and what they get of it on average (assets, skill levels).
  let usable: [(share: Double, gain: Double)]

  init(
    _ intervention: Intervention, account: CohortAccount, cohort: Cohort, parameters: Parameters, chosen: [Double]?
  ) {
    self.intervention = intervention
    let gain = account.programme.targeting.membersChoose ? parameters.targeting.choiceGain : 0
    let takeUp = intervention.takeUp + gain * (1 - intervention.takeUp)
    completion = intervention.completion + gain * (1 - intervention.completion)
    let (given, share) = intervention.gift
    let amount = account.money(given)
    self.amount = amount
    payment = account.money(given * share)
    cost = account.money(given * share + intervention.deliveryCost)
    self.takeUp = (0..<cohort.classCount).map { takeUp * (chosen?[$0] ?? 1) }
    usable = (0..<cohort.classCount).map { index in
      Self.usable(
        intervention.kind, amount: amount, cohort, ofClass: index, isPrepared: !account.programme.after.isEmpty)
    }
  }

  /// Part of a class that can use an intervention at the start, and what these get.
  ///
  /// Who comes from another programme has the vocational skill on which advanced and business training build.
  private static func usable(
    _ kind: Intervention.Kind, amount: Double, _ cohort: Cohort, ofClass index: Int, isPrepared: Bool
  ) -> (share: Double, gain: Double) {
    let population = cohort.population
    let members = cohort.classes.members(of: index)
    func part(_ gain: (Int) -> Double?) -> (share: Double, gain: Double) {
      let gains = members.compactMap(gain)
      guard !gains.isEmpty else { return (0, 0) }
      return (Double(gains.count) / Double(members.count), gains.reduce(0, +) / Double(gains.count))
    }
    switch kind {
    case .cashTransfer, .assetGrant, .savingsDeposit, .softLoan: return (1, amount)
    case .awarenessTraining(let gain): return (1, gain)
    case .coaching: return (1, 1)
    case .matchingGrant(_, let householdShare):
      return part { household in
        let surplus = Double(population.surplus[household]) / 1024 * population.need[household]
        return householdShare * amount <= population.savings[household] + max(0, surplus) ? amount : nil
      }
    case .skillTraining(3) where isPrepared, .entrepreneurshipTraining where isPrepared: return (1, 1)
    case .skillTraining(let level):
      return part { household in
        let skill = Int(population.skill[household])
        return skill < level && (level < 3 || skill == 2) ? Double(level - skill) : nil
      }
    case .idleResourceActivation:
      return part { household in
        let resource = Double(population.idleResource[household]) * population.need[household]
        return resource > 0 ? resource : nil
      }
    case .entrepreneurshipTraining:
      return part { population.skill[$0] >= 2 ? 1 : nil }
    }
  }
}
