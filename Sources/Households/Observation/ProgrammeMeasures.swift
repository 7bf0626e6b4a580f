extension Model {
  /// The measures of `Observation.programmeValues`, in order.
  public static let programmeMeasures: [Measure] = [
    Measure(name: "enrolled", unit: "real households", summary: "Households that have taken up any of the package."),
    Measure(
      name: "inclusion_error", unit: "share of enrolled households",
      summary: "Enrolled households that were not poor when they were enrolled."),
    Measure(
      name: "exclusion_error", unit: "share of poor households",
      summary: "Poor households of the programme's area that have not been enrolled."),
    Measure(
      name: "leakage", unit: "share of benefits", summary: "Part of the benefits so far that patrons have taken."),
    Measure(
      name: "spent", unit: "PKR of 2015-16", summary: "Money spent so far, repayments of loans not taken off."),
    Measure(
      name: "balance", unit: "PKR of 2015-16",
      summary: "Budget and repayments that are lent again, less what has been spent; undefined without a budget."),
    Measure(
      name: "loans_outstanding", unit: "PKR of 2015-16", summary: "Loans lent, less what was repaid or written off."),
    Measure(
      name: "recovery_rate", unit: "share of what was due",
      summary: "Repaid loans as part of those repaid and written off; undefined before any was due."),
  ]
}
