import Simulation

/// The kinds of intervention for households, by the words of scenario files.
enum BenefitKind: String, CaseIterable {
  case cashTransfer = "cash_transfer"
  case assetGrant = "asset_grant"
  case matchingGrant = "matching_grant"
  case softLoan = "soft_loan"
  case skillTraining = "skill_training"
  case awarenessTraining = "awareness_training"
  case coaching
  case savingsDeposit = "savings_deposit"
  case idleResourceActivation = "idle_resource_activation"
  case entrepreneurshipTraining = "entrepreneurship_training"

  init(_ kind: Intervention.Kind) {
    switch kind {
    case .cashTransfer: self = .cashTransfer
    case .assetGrant: self = .assetGrant
    case .matchingGrant: self = .matchingGrant
    case .softLoan: self = .softLoan
    case .skillTraining: self = .skillTraining
    case .awarenessTraining: self = .awarenessTraining
    case .coaching: self = .coaching
    case .savingsDeposit: self = .savingsDeposit
    case .idleResourceActivation: self = .idleResourceActivation
    case .entrepreneurshipTraining: self = .entrepreneurshipTraining
    }
  }
}

/// A set of kinds of intervention.
struct BenefitKinds: OptionSet, BitwiseCopyable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ kind: BenefitKind) {
    rawValue = 1 << UInt16(BenefitKind.allCases.firstIndex(of: kind) ?? 0)
  }
}

/// A partner's register of beneficiaries, over all its programmes.
final class PartnerRegister: Sendable {
  let partner: String
  /// What a household has been enrolled for.
  let enrolled: Column<BenefitKinds>
  /// What a household has received.
  let received: Column<BenefitKinds>

  init(partner: String, households: Int) {
    self.partner = partner
    enrolled = Column(repeating: [], count: households)
    received = Column(repeating: [], count: households)
  }
}

extension [PartnerRegister] {
  /// What partners other than one have enrolled a household for.
  func enrolled(_ household: Int, otherThan register: PartnerRegister) -> BenefitKinds {
    reduce([]) { $1 === register ? $0 : $0.union($1.enrolled[household]) }
  }

  /// Whether any partner has enrolled a household.
  func isEnrolled(_ household: Int) -> Bool { contains { !$0.enrolled[household].isEmpty } }

  /// Whether any partner has given a household anything.
  func isServed(_ household: Int) -> Bool { contains { !$0.received[household].isEmpty } }

  /// Whether two partners have given a household the same kind of intervention.
  func isServedTwice(_ household: Int) -> Bool {
    var seen: BenefitKinds = []
    for register in self {
      let received = register.received[household]
      guard seen.isDisjoint(with: received) else { return true }
      seen.formUnion(received)
    }
    return false
  }
}
