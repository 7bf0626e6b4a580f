import ExactMath
import Randomness

/// An intervention as a programme's desk handles it: in model money, with its draws of chance named.
struct ProgrammeOffer: Sendable {
  let intervention: Intervention
  /// What a household receives in one delivery, PKR thousand of 2015-16; 0 where it is not money.
  let amount: Double
  /// What one delivery costs the programme, PKR thousand of 2015-16.
  let cost: Double
  private let takeUpPurpose: Purpose
  private let completionPurpose: Purpose

  init(_ intervention: Intervention, account: ProgrammeAccount) {
    self.intervention = intervention
    let programme = account.programme
    var (given, share) = (0.0, 1.0)
    switch intervention.kind {
    case .cashTransfer(let amount, _), .assetGrant(let amount), .savingsDeposit(let amount),
      .softLoan(let amount, _, _):
      given = amount
    case .matchingGrant(let amount, let householdShare): (given, share) = (amount, 1 - householdShare)
    case .skillTraining, .awarenessTraining, .coaching, .idleResourceActivation, .entrepreneurshipTraining: break
    }
    amount = account.money(given)
    cost = account.money(given * share + intervention.deliveryCost)
    takeUpPurpose = Purpose(label: "\(programme.name)/\(intervention.takeUpKey)/take-up")
    completionPurpose = Purpose(label: "\(programme.name)/\(intervention.name)/completion")
  }

  /// Deliveries in successive quarters.
  var deliveries: Int { intervention.deliveries }

  /// Whether a household takes the offer up: a trait of the household, the same whenever it is asked.
  func isTakenUp(by household: Int, _ stream: RandomStream) -> Bool {
    guard intervention.takeUp < 1 else { return true }
    let luck = stream.draw(entity: UInt32(truncatingIfNeeded: household), quarter: 0, purpose: takeUpPurpose)
    return luck.uniform0 < intervention.takeUp
  }

  /// Whether a household completes the training.
  func isCompleted(by household: Int, _ stream: RandomStream) -> Bool {
    guard intervention.completion < 1 else { return true }
    let luck = stream.draw(entity: UInt32(truncatingIfNeeded: household), quarter: 0, purpose: completionPurpose)
    return luck.uniform0 < intervention.completion
  }
}
