internal import CostEffectiveness
package import Experiments

/// A row of `acceptability.csv`: whether to choose a scenario by what an effect is worth, and how sure that is.
package struct AcceptabilityRow: ReadableRow, SummaryTable {
  package var terms = EvaluationTerms.blank
  package var judgement = ScenarioJudgement()

  static let needs = Dataset.Parts.comparison
  package static let blank = AcceptabilityRow()
  package static let table = Table(
    "acceptability",
    """
    Acceptability curves, the acceptability frontier and the expected value of perfect information, from draws of what \
    the true means may be given the replications. Chance alone is in them, not what is unsure of the parameters: for \
    that, see the table of the same name that untrap sweep writes.
    """,
    key: EvaluationTerms.columnNames + ScenarioJudgement.key,
    [.terms(\Self.terms), .judgement(\.judgement)])

  static func write(_ summary: ExperimentSummary, to rows: RowWriter<Self>) throws(OutputError) {
    for evaluation in summary.money.evaluations {
      for judgement in evaluation.acceptability() {
        for scenario in ScenarioJudgement.all(judgement, summary.scenarioNames) {
          try rows.add(AcceptabilityRow(terms: evaluation.terms, judgement: scenario))
        }
      }
    }
  }
}

/// What is judged of one scenario at one willingness to pay.
package struct ScenarioJudgement: Sendable {
  package var willingnessToPay = Double.nan
  package var scenario = ""
  package var probabilityOfBest = Double.nan, netBenefit = Double.nan, valueOfPerfectInformation = Double.nan
  package var isOnFrontier = false

  /// The columns that tell judgements apart.
  static let key = ["willingness_to_pay", "scenario"]

  /// What is judged of all scenarios.
  static func all(_ judgement: Acceptability, _ names: [String]) -> [ScenarioJudgement] {
    names.enumerated().map { scenario, name in
      ScenarioJudgement(
        willingnessToPay: judgement.willingnessToPay, scenario: name,
        probabilityOfBest: judgement.probabilities[scenario], netBenefit: judgement.netBenefits[scenario],
        valueOfPerfectInformation: judgement.valueOfPerfectInformation, isOnFrontier: judgement.choice == scenario)
    }
  }
}

extension Columns {
  static func judgement(_ path: KeyPath<Row, ScenarioJudgement>) -> Columns {
    Columns([
      .willingnessToPay(path.appending(path: \.willingnessToPay)), .scenario(path.appending(path: \.scenario)),
      .column(
        "probability_best", path.appending(path: \.probabilityOfBest), unit: "probability",
        "Probability of the highest net benefit of all."),
      .pkr(
        "net_benefit", path.appending(path: \.netBenefit), mayBeEmpty: false,
        "Mean net benefit minus the baseline's."),
      .column(
        "on_frontier", path.appending(path: \.isOnFrontier), unit: "1 or 0",
        "1 for the scenario with the highest mean net benefit, the one to choose: the acceptability frontier."),
      .pkr(
        "evpi", path.appending(path: \.valueOfPerfectInformation), mayBeEmpty: false,
        "Expected value of perfect information: what it would be worth to know all before choosing, for the whole place."
      ),
    ])
  }
}
