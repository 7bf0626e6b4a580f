package import Households
internal import Notation
package import Statistics

/// The names of what is measured of samples, for files and for readers.
package struct SampleTerms: Sendable {
  /// An indicator of deprivation as a call has it.
  package struct Indicator: Hashable, Sendable, Codable {
    private enum CodingKeys: String, CodingKey {
      case name, weight
      case meaning = "deprived"
    }

    package let name: String
    /// Who is deprived, in words that follow "households".
    package let meaning: String
    package let weight: Double

    package init(name: String, meaning: String, weight: Double) {
      self.name = name
      self.meaning = meaning
      self.weight = weight
    }
  }

  package let indicators: [Indicator]

  package init(indicators: [Indicator]) { self.indicators = indicators }

  /// All measures, in the order of outputs.
  package var measures: [SurveyMeasure] {
    SurveyMeasure.ofWelfare + SurveyMeasure.ofDeprivation(indicatorCount: indicators.count)
  }

  /// What files say of a measure; names are those of simulations where the measure is the same.
  package func description(of measure: SurveyMeasure) -> Measure {
    switch measure {
    case .welfareRatio:
      Measure(name: "welfare_ratio", unit: "consumption / need", summary: "Mean of consumption over the poverty line.")
    case .fosterGreerThorbecke(order: 0):
      Measure(name: "headcount_ratio", unit: "share of persons", summary: "Persons below the poverty line (FGT 0).")
    case .fosterGreerThorbecke(order: 1):
      Measure(
        name: "poverty_gap", unit: "share of the poverty line",
        summary: "Mean shortfall from the poverty line, counting the non-poor as zero (FGT 1).")
    case .fosterGreerThorbecke:
      Measure(
        name: "poverty_severity", unit: "squared share of the poverty line",
        summary: "Mean squared shortfall from the poverty line (FGT 2).")
    case .watts:
      Measure(
        name: "watts", unit: "logarithm of need / consumption",
        summary: """
          Mean logarithmic shortfall from the poverty line, counting the non-poor as zero (Watts); consumption below 1% of \
          the line counts as 1%.
          """)
    case .senShorrocksThon:
      Measure(
        name: "sen_shorrocks_thon", unit: "index, 0-1",
        summary: "Poverty gap times one more than the Gini coefficient of gaps.")
    case .gini: Measure(name: "gini", unit: "coefficient, 0-1", summary: "Gini coefficient of welfare over persons.")
    case .theil: Measure(name: "theil", unit: "index, 0 = equality", summary: "Theil's T of welfare over persons.")
    case .meanLogDeviation:
      Measure(
        name: "mean_log_deviation", unit: "index, 0 = equality",
        summary: """
          Theil's L: logarithm of mean welfare over persons less the mean of its logarithms; consumption below 1% of the \
          line counts as 1%.
          """)
    case .atkinson(let aversion):
      Measure(
        name: aversion == 0.5 ? "atkinson" : "atkinson_\(NumberText.text(aversion))", unit: "share of mean welfare",
        summary:
          "Atkinson index of welfare over persons with an aversion to inequality of \(NumberText.text(aversion)).")
    case .deprivationHeadcount:
      Measure(
        name: "deprivation_headcount_ratio", unit: "share of persons",
        summary: "Members of households deprived in enough indicators, by their weights (Alkire-Foster H).")
    case .deprivationIntensity:
      Measure(
        name: "deprivation_intensity", unit: "share of weights",
        summary: "Mean weighted share of indicators in which these are deprived (Alkire-Foster A).")
    case .adjustedDeprivationHeadcount:
      Measure(
        name: "adjusted_deprivation_headcount_ratio", unit: "share", summary: "Alkire-Foster M0 = H A.")
    case .censoredHeadcount(let indicator):
      Measure(
        name: "deprivation_censored_\(indicators[indicator].name)", unit: "share of persons",
        summary: "Members of households deprived in enough indicators and \(indicators[indicator].meaning).")
    }
  }

  /// What the terminal says of a measure: a label, what values are multiplied by, and decimals.
  func display(of measure: SurveyMeasure) -> (label: String, factor: Double, decimals: Int) {
    switch measure {
    case .welfareRatio: ("mean welfare, % of the line", 100, 1)
    case .fosterGreerThorbecke(order: 0): ("headcount ratio, %", 100, 2)
    case .fosterGreerThorbecke(order: 1): ("poverty gap, %", 100, 2)
    case .fosterGreerThorbecke: ("poverty severity, %", 100, 2)
    case .watts: ("Watts index", 1, 4)
    case .senShorrocksThon: ("Sen-Shorrocks-Thon index", 1, 4)
    case .gini: ("Gini coefficient", 1, 4)
    case .theil: ("Theil index", 1, 4)
    case .meanLogDeviation: ("mean log deviation", 1, 4)
    case .atkinson(let aversion): ("Atkinson index, aversion \(NumberText.text(aversion))", 1, 4)
    case .deprivationHeadcount: ("deprived in enough, %", 100, 2)
    case .deprivationIntensity: ("intensity of deprivation, %", 100, 2)
    case .adjustedDeprivationHeadcount: ("adjusted headcount M0, %", 100, 2)
    case .censoredHeadcount(let indicator): ("  and in \(indicators[indicator].name), %", 100, 2)
    }
  }
}
