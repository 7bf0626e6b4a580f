import Simulation
import Statistics

extension Model {
  /// The measures of `Observation.programmeValues`, in order.
  public static let programmeMeasures: [Measure] = [
    Measure(
      name: "enrolled", unit: "real households", summary: "Households that have taken up any of the package.",
      range: .partOfHouseholds),
    Measure(
      name: "inclusion_error", unit: "share of enrolled households",
      summary: "Enrolled households that were not poor when they were enrolled."),
    Measure(
      name: "exclusion_error", unit: "share of poor households",
      summary: "Poor households of the programme's area that have not been enrolled."),
    Measure(
      name: "targeting_performance", unit: "1 = as if everybody were enrolled",
      summary: """
        Share of the enrolled persons that belonged to the poorest two fifths of the persons of the programme's area at \
        the start of the run, over 0.4 (Coady, Grosh and Hoddinott); all enrolled count alike, whatever they receive.
        """),
    Measure(
      name: "barred", unit: "real households",
      summary: "Households that could not be registered when their turn came and have not been enrolled since.",
      range: .partOfHouseholds),
    Measure(
      name: "leakage", unit: "share of benefits", summary: "Part of the benefits so far that patrons have taken."),
    Measure(name: "spent", unit: "PKR of 2015-16", summary: "Money spent so far, repayments of loans not taken off."),
    Measure(
      name: "balance", unit: "PKR of 2015-16",
      summary: "Budget and repayments that are lent again, less what has been spent; undefined without a budget.",
      range: .anyNumber),
    Measure(
      name: "partner_balance", unit: "PKR of 2015-16",
      summary: "The partner's own budget and repayments that it lends again, less what all its programmes have spent; "
        + "undefined without such a budget.", range: .anyNumber),
    Measure(
      name: "loans_outstanding", unit: "PKR of 2015-16", summary: "Loans lent, less what was repaid or written off."),
    Measure(
      name: "recovery_rate", unit: "share of what was due",
      summary: "Repaid loans as part of those repaid and written off; undefined before any was due."),
  ]
}

extension ProgrammeDesk {
  /// The values of `Model.programmeMeasures` at this moment, in their order.
  ///
  /// Complexity: O(households of the area).
  func measures(_ population: Population) -> [Double] {
    func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : .nan }
    let enrolled = weighted(enrolled)
    func isPoor(_ household: Int) -> Bool { PovertyLine.isPoor(welfareRatio: population.welfare[household]) }
    func isLeftOut(_ household: Int) -> Bool { offered[household] <= 0 }
    let counts = countsOfArea([
      isPoor, { isLeftOut($0) && isPoor($0) }, { isLeftOut($0) && self.marks[$0].contains(.barred) },
    ])
    let (poor, poorLeftOut, barred) = (weighted(counts[0]), weighted(counts[1]), weighted(counts[2]))
    let balance = account.balance
    return [
      offers.isEmpty ? .nan : enrolled,
      share(weighted(enrolledNotPoor), of: enrolled),
      offers.isEmpty ? .nan : share(poorLeftOut, of: poor),
      poorestAtStart?.targeting(population) { offered[$0] > 0 }.performance ?? .nan,
      offers.isEmpty ? .nan : barred,
      share(account.capturedTotal, of: account.benefitTotal),
      1000 * account.spentTotal,
      balance < .infinity ? 1000 * balance : .nan,
      account.purse.map { 1000 * $0.balance } ?? .nan,
      1000 * account.outstandingTotal,
      share(account.repaidTotal, of: account.repaidTotal + account.writtenOffTotal),
    ]
  }
}
