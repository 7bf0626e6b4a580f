internal import Households
internal import Notation
internal import Scenarios

/// What of a package is taken up together: one intervention, or the parts of one that is made of several.
struct PackageItem {
  /// The name under which scenario files know it.
  let label: String
  /// Its parts, one at least.
  let parts: [Intervention]
  let evidence: Evidence

  /// The items of a programme's package, in order.
  static func all(of programme: Programme, _ evidence: Evidence) -> [PackageItem] {
    programme.package.map(\.takeUpKey).firstAppearances.map { label in
      PackageItem(
        label: label, parts: programme.package.filter { $0.takeUpKey == label },
        evidence: evidence.below("package").below(label))
    }
  }

  /// What it is: `an interest-free loan of PKR 30,000, ...`.
  var phrase: String {
    let together = parts.count > 1 ? ", taken up together" : ""
    let name = evidence["name"].map { ", booked as “\($0.value.escaped)”" } ?? ""
    return Words.listed(parts.map { phrase(of: $0.kind) }) + together + name
  }

  /// Who takes it up and completes it, when it comes, and what delivering it costs.
  var terms: String {
    [takeUp, "\(delay), and \(deliveryCost)"].map(Words.sentence).joined(separator: " ")
  }

  // MARK: - What it is

  private func phrase(of kind: Intervention.Kind) -> String {
    switch kind {
    case .cashTransfer(let amount, let quarters):
      let cash = "cash of \(evidence.mark(Figures.money(amount), "amount", "stipend", "cash"))"
      let keys = evidence.mark(
        Words.counted(quarters, "quarter", "quarters"), "quarters", "stipend_quarters", "cash_quarters")
      return quarters == 1 ? "\(cash) in one quarter" : "\(cash) in each of \(keys)"
    case .assetGrant(let amount):
      return "productive assets worth \(evidence.mark(Figures.money(amount), "amount", "asset"))"
    case .matchingGrant(let amount, let householdShare):
      return "a matching grant of productive assets worth \(evidence.money(amount, "amount")), "
        + "of which the household brings \(evidence.share(householdShare, "household_share"))"
    case .softLoan(let amount, let terms, let buysOutDebt):
      return "\(interestFree(terms))loan of \(evidence.money(amount, "amount")), "
        + "repaid in \(repayment(terms)), "
        + evidence.mark(buysOutDebt ? "to buy out the debt to the patron" : "to invest", "use")
    case .skillTraining(let level):
      return "training in \(["", "basic", "vocational", "advanced"][level]) skills"
    case .awarenessTraining(let gain):
      let rise = evidence.mark("\(Figures.number(gain)) on a scale from 0 to 1", "gain")
      return "awareness training that raises awareness by \(rise)"
    case .coaching(let quarters):
      let length = Words.counted(quarters, "quarter", "quarters")
      return "a coach for \(evidence.mark(length, "quarters", "coaching_quarters"))"
    case .savingsDeposit(let amount):
      return "a deposit of \(evidence.money(amount, "savings")) into savings"
    case .idleResourceActivation:
      return "help in putting idle land, rooms and skills to work"
    case .entrepreneurshipTraining:
      return "training in running a business"
    }
  }

  private func interestFree(_ terms: LoanTerms) -> String { terms.interestPerYear > 0 ? "a " : "an interest-free " }

  private func repayment(_ terms: LoanTerms) -> String {
    let times = Words.counted(terms.instalments, "quarterly instalment", "quarterly instalments")
    var words = evidence.mark(times, "instalments")
    if terms.graceQuarters > 0 {
      let grace = Words.counted(terms.graceQuarters, "quarter", "quarters")
      words += " after \(evidence.mark(grace, "grace_quarters")) of grace"
    }
    if terms.interestPerYear > 0 {
      let basis = terms.basis == .flat ? "the whole loan" : "what is still owed"
      words += " with interest of \(evidence.share(terms.interestPerYear, "interest")) a year on \(basis)"
    }
    return words
  }

  // MARK: - On which terms

  private var takeUp: String {
    let first = parts[0]
    let share = first.takeUp == 1 ? "all" : Figures.share(first.takeUp)
    let sentence = evidence.mark("\(share) of those offered take it up", "take_up")
    if first.completion < 1 {
      let completion = evidence.mark("\(Figures.share(first.completion)) complete it", "completion")
      return "\(sentence), of whom \(completion)"
    }
    return isTraining ? "\(sentence), and \(evidence.mark("all of them complete it", "completion"))" : sentence
  }

  private var isTraining: Bool {
    switch parts[0].kind {
    case .skillTraining, .awarenessTraining, .entrepreneurshipTraining: true
    default: false
    }
  }

  private var delay: String {
    let quarters = parts[0].delayQuarters
    let time =
      switch quarters {
      case 0: "in the quarter of enrolment"
      case 1: "in the quarter after enrolment"
      default: "\(Figures.number(Double(quarters))) quarters after enrolment"
      }
    let verb = parts.contains { Self.isLasting($0.kind) } ? "it begins" : "it is given"
    return "\(verb) \(evidence.mark(time, "delay"))"
  }

  private static func isLasting(_ kind: Intervention.Kind) -> Bool {
    switch kind {
    case .cashTransfer(_, let quarters), .coaching(let quarters): quarters > 1
    default: false
    }
  }

  /// A package books the cost of delivery on one of its parts.
  private var deliveryCost: String {
    guard let part = parts.first(where: { $0.deliveryCost > 0 }) else {
      return evidence.mark("delivering it costs nothing", "delivery_cost")
    }
    let unit =
      switch part.kind {
      case .cashTransfer(_, let quarters) where quarters > 1: "payment"
      case .coaching: "quarter of coaching"
      default: "household"
      }
    return evidence.mark("delivering it costs \(Figures.money(part.deliveryCost)) a \(unit)", "delivery_cost")
  }
}
