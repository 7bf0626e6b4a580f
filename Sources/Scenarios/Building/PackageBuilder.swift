import Households

/// Makes the model's interventions for households of an entry of a package.
enum PackageBuilder {
  /// One intervention, or the several that make up a graduation or rehabilitation package; none of an entry for places.
  static func build(_ entry: CheckedValue) -> [Intervention] {
    guard case .variant(let kind, let record) = entry.content, !CommunitySchema.contains(kind) else { return [] }
    let name = record["name"]?.text ?? kind
    switch kind {
    case "graduation_package": return graduationPackage(record, name: name)
    case "rehabilitation_package": return rehabilitationPackage(record, name: name)
    default:
      let cost = record.required("delivery_cost", \.number)
      return [intervention(name, self.kind(kind, record), record, deliveryCost: cost)]
    }
  }

  private static func kind(_ word: String, _ record: CheckedRecord) -> Intervention.Kind {
    func number(_ key: String) -> Double { record.required(key, \.number) }
    func whole(_ key: String) -> Int { record.required(key, \.whole) }
    return switch word {
    case "cash_transfer": .cashTransfer(amount: number("amount"), quarters: whole("quarters"))
    case "asset_grant": .assetGrant(amount: number("amount"))
    case "matching_grant": .matchingGrant(amount: number("amount"), householdShare: number("household_share"))
    case "soft_loan":
      .softLoan(
        amount: number("amount"), terms: loanTerms(record),
        buysOutDebt: record.required("use", \.text) == "buy_out_debt")
    case "skill_training":
      .skillTraining(level: ["basic": 1, "vocational": 2, "advanced": 3][record.required("level", \.text)] ?? 1)
    case "awareness_training": .awarenessTraining(gain: number("gain"))
    case "coaching": .coaching(quarters: whole("quarters"))
    case "idle_resource_activation": .idleResourceActivation
    case "entrepreneurship_training": .entrepreneurshipTraining
    default: preconditionFailure("the schema has an intervention '\(word)' that cannot be built")
    }
  }

  private static func loanTerms(_ record: CheckedRecord) -> LoanTerms {
    LoanTerms(
      instalments: record.required("instalments", \.whole), interestPerYear: record.required("interest", \.number),
      basis: record.requiredChoice("interest_basis", LoanTerms.InterestBasis.self),
      graceQuarters: record.required("grace_quarters", \.whole))
  }

  /// Asset, stipend, coaching and savings, taken up together; the cost of delivery is booked on the coach's visits.
  private static func graduationPackage(_ record: CheckedRecord, name: String) -> [Intervention] {
    var parts: [(String, Intervention.Kind, deliveryCost: Double)] = [
      ("asset_grant", .assetGrant(amount: record.required("asset", \.number)), 0),
      (
        "cash_transfer",
        .cashTransfer(
          amount: record.required("stipend", \.number), quarters: record.required("stipend_quarters", \.whole)), 0
      ),
      (
        "coaching", .coaching(quarters: record.required("coaching_quarters", \.whole)),
        record.required("delivery_cost", \.number)
      ),
    ]
    if let savings = record["savings"]?.number {
      parts.append(("savings_deposit", .savingsDeposit(amount: savings), 0))
    }
    return together(parts, record, name: name)
  }

  /// Assets and cash after a shock, taken up together; the cost of delivery is booked on the assets.
  private static func rehabilitationPackage(_ record: CheckedRecord, name: String) -> [Intervention] {
    let cash = Intervention.Kind.cashTransfer(
      amount: record.required("cash", \.number), quarters: record.required("cash_quarters", \.whole))
    return together(
      [
        (
          "asset_grant", .assetGrant(amount: record.required("asset", \.number)),
          record.required("delivery_cost", \.number)
        ),
        ("cash_transfer", cash, 0),
      ], record, name: name)
  }

  private static func together(
    _ parts: [(String, Intervention.Kind, deliveryCost: Double)], _ record: CheckedRecord, name: String
  ) -> [Intervention] {
    parts.map { part, kind, cost in
      intervention("\(name)/\(part)", kind, record, deliveryCost: cost, takeUpKey: name)
    }
  }

  private static func intervention(
    _ name: String, _ kind: Intervention.Kind, _ record: CheckedRecord, deliveryCost: Double, takeUpKey: String? = nil
  ) -> Intervention {
    Intervention(
      name: name, kind: kind, deliveryCost: deliveryCost, delayQuarters: record.required("delay", \.whole),
      takeUp: record.required("take_up", \.number), completion: record.required("completion", \.number),
      takeUpKey: takeUpKey)
  }
}
