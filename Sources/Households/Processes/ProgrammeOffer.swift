import ExactMath
import Randomness

/// An intervention as a programme's desk handles it: in model money, with its draws of chance named.
struct ProgrammeOffer: Sendable {
  let intervention: Intervention
  /// What a household receives in one delivery, PKR thousand of 2015-16; 0 where it is not money.
  let amount: Double
  /// What one delivery costs the programme, PKR thousand of 2015-16.
  let cost: Double
  /// What of that is paid or lent to the household rather than spent on reaching it.
  let paidOut: Double
  /// What is to be paid back of a loan, PKR thousand of 2015-16.
  let owed: Double
  /// What the patron takes of one delivery from a household registered through it.
  let patronCut: Double
  /// Its kind, as registers of beneficiaries note it.
  let kinds: BenefitKinds
  /// Share of the enrolled that take it up, and of the trainees who complete.
  private let takeUp: Double
  private let completion: Double
  private let takeUpLot: Lot
  private let completionLot: Lot

  init(_ intervention: Intervention, account: ProgrammeAccount, _ setting: ProgrammeSetting) {
    let parameters = setting.scenario.parameters.targeting
    self.intervention = intervention
    kinds = BenefitKinds(BenefitKind(intervention.kind))
    let programme = account.programme
    let gain = programme.targeting.membersChoose ? parameters.choiceGain : 0
    takeUp = intervention.takeUp + gain * (1 - intervention.takeUp)
    completion = intervention.completion + gain * (1 - intervention.completion)
    let (given, share) = intervention.gift
    amount = account.money(given)
    cost = account.money(given * share + intervention.deliveryCost)
    paidOut = account.money(given * share)
    if case .softLoan(_, let terms, _) = intervention.kind {
      owed = roundToMoneyGrid(amount * terms.repaidPerUnit)
    } else {
      owed = 0
    }
    patronCut = intervention.isOpenToCut ? roundToMoneyGrid(parameters.patronCut * amount) : 0
    takeUpLot = Lot("\(programme.name)/\(intervention.takeUpKey)/take-up", setting.stream)
    completionLot = Lot("\(programme.name)/\(intervention.name)/completion", setting.stream)
  }

  /// Deliveries in successive quarters.
  var deliveries: Int { intervention.deliveries }

  /// Whether a household takes the offer up: a trait of the household, the same whenever it is asked.
  func isTakenUp(by household: Int) -> Bool { takeUp >= 1 || takeUpLot.draw(household).uniform0 < takeUp }

  /// Whether a household completes the training.
  func isCompleted(by household: Int) -> Bool {
    completion >= 1 || completionLot.draw(household).uniform0 < completion
  }
}

extension Intervention {
  /// What a household receives in one delivery, PKR of the programme's price year, and the part of it that the programme
  /// pays.
  var gift: (amount: Double, paidShare: Double) {
    switch kind {
    case .cashTransfer(let amount, _), .assetGrant(let amount), .savingsDeposit(let amount),
      .softLoan(let amount, _, _):
      (amount, 1)
    case .matchingGrant(let amount, let householdShare): (amount, 1 - householdShare)
    case .skillTraining, .awarenessTraining, .coaching, .idleResourceActivation, .entrepreneurshipTraining: (0, 1)
    }
  }

  /// Whether a patron can take its cut: of cash, assets and deposits; not of loans and services, nor of grants to which
  /// the household contributes.
  var isOpenToCut: Bool {
    switch kind {
    case .cashTransfer, .assetGrant, .savingsDeposit: true
    default: false
    }
  }

  /// As what the books count the money that it hands out.
  var paymentPart: CostPart {
    if case .softLoan = kind { .loan } else { .transfer }
  }

  /// Whether it leaves assets that are better kept up by those who have chosen them.
  var leavesAssets: Bool {
    switch kind {
    case .assetGrant, .matchingGrant, .softLoan, .idleResourceActivation: true
    default: false
    }
  }
}
