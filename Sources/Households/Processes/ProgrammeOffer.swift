import ExactMath
import Randomness

/// An intervention as a programme's desk handles it: in model money, with its draws of chance named.
struct ProgrammeOffer: Sendable {
  let intervention: Intervention
  /// What a household receives in one delivery, PKR thousand of 2015-16; 0 where it is not money.
  let amount: Double
  /// What one delivery costs the programme, PKR thousand of 2015-16.
  let cost: Double
  /// Deliveries in successive quarters.
  let deliveries: Int
  private let takeUpPurpose: Purpose
  private let completionPurpose: Purpose

  init(_ intervention: Intervention, programme: Programme, deflator: Double) {
    self.intervention = intervention
    let scale = 1 / (1000 * deflator)
    var (given, share, deliveries) = (0.0, 1.0, 1)
    switch intervention.kind {
    case .cashTransfer(let amount, let quarters): (given, deliveries) = (amount, quarters)
    case .assetGrant(let amount), .savingsDeposit(let amount), .softLoan(let amount, _, _): given = amount
    case .matchingGrant(let amount, let householdShare): (given, share) = (amount, 1 - householdShare)
    case .coaching(let quarters): deliveries = quarters
    case .skillTraining, .awarenessTraining: break
    }
    amount = roundToMoneyGrid(given * scale)
    cost = roundToMoneyGrid((given * share + intervention.deliveryCost) * scale)
    self.deliveries = deliveries
    takeUpPurpose = Purpose(label: "\(programme.name)/\(intervention.takeUpKey)/take-up")
    completionPurpose = Purpose(label: "\(programme.name)/\(intervention.name)/completion")
  }

  /// Quarters from enrolment to the last delivery.
  var span: Int { intervention.delayQuarters + deliveries - 1 }

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
