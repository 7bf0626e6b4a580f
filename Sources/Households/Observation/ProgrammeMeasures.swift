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
    Measure(
      name: "spent", unit: "PKR of 2015-16", summary: "Money spent so far, repayments of loans not taken off."),
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
    func weighted(_ counts: [Int]) -> Double { zip(counts, account.weights).reduce(0) { $0 + Double($1.0) * $1.1 } }
    func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : .nan }
    let enrolled = weighted(enrolled)
    let area = countArea(population)
    let balance = account.balance
    return [
      offers.isEmpty ? .nan : enrolled,
      share(weighted(enrolledNotPoor), of: enrolled),
      offers.isEmpty ? .nan : share(weighted(area.poorLeftOut), of: weighted(area.poor)),
      poorestAtStart?.targeting(population) { offered[$0] > 0 }.performance ?? .nan,
      offers.isEmpty ? .nan : weighted(area.barred),
      share(account.capturedTotal, of: account.benefitTotal),
      1000 * account.spentTotal,
      balance < .infinity ? 1000 * balance : .nan,
      account.purse.map { 1000 * $0.balance } ?? .nan,
      1000 * account.outstandingTotal,
      share(account.repaidTotal, of: account.repaidTotal + account.writtenOffTotal),
    ]
  }

  /// Households of the area by place: presently poor, poor and never enrolled, and barred without being enrolled since.
  private func countArea(_ population: Population) -> (poor: [Int], poorLeftOut: [Int], barred: [Int]) {
    var poor = [Int](repeating: 0, count: account.weights.count)
    var (poorLeftOut, barred) = (poor, poor)
    for settlement in settlements {
      let place = geography.place(ofSettlement: settlement)
      for household in geography.members(ofSettlement: settlement) {
        let isLeftOut = offered[household] <= 0
        let isPoor = PovertyLine.isPoor(welfareRatio: population.welfare[household])
        poor[place] += isPoor ? 1 : 0
        poorLeftOut[place] += isPoor && isLeftOut ? 1 : 0
        barred[place] += isLeftOut && marks[household].contains(.barred) ? 1 : 0
      }
    }
    return (poor, poorLeftOut, barred)
  }
}
