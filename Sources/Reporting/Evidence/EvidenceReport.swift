package import Experiments
internal import Households
internal import Notation

/// The model beside published figures, for the terminal.
package struct EvidenceReport {
  private let findings: EvidenceFindings
  /// What was run, in words.
  private let subject: String
  private let isColored: Bool

  package init(_ findings: EvidenceFindings, subject: String, isColored: Bool) {
    self.findings = findings
    self.subject = subject
    self.isColored = isColored
  }

  package var text: String {
    [
      Heading.text("The model beside published figures, \(subject)", isColored: isColored) + figures.text + Self.legend,
      verdicts.text, sources.text,
    ].joined(separator: "\n")
  }

  private static let legend = """
    error: the published standard error, and the Monte Carlo error of the model; z: the difference over the root of the
    sum of their squares; *: for validation, never counted.

    """

  // MARK: - Tables

  private var figures: AlignedTable {
    let theories = findings.theories.flatMap { [$0.regime.rawValue, "error", "z"] }
    var table = AlignedTable(.words("row", "quantity"), .numbers(["published", "error"] + theories))
    let deviations = findings.theories.map(findings.deviations)
    table.rows = findings.figures.enumerated().map { place, figure in
      let decimals = figure.unit.decimals
      func text(_ value: Double) -> String { ReadableNumber.text(value, decimals: decimals) }
      let simulated = zip(findings.theories, deviations).flatMap { theory, deviations in
        [
          text(theory.simulated[place].mean), text(theory.simulated[place].standardError),
          ReadableNumber.signed(deviations[place], decimals: 1),
        ]
      }
      let role = figure.role == .validation ? " *" : ""
      return [figure.id, figure.quantity + figure.unit.words + role, text(figure.value), text(figure.standardError)]
        + simulated
    }
    return table
  }

  private var verdicts: AlignedTable {
    var table = AlignedTable(
      .words("theory"), .numbers("calibration rows", "sum of z squared", "largest |z|"), .words("its row"))
    table.rows = findings.theories.map { theory in
      let verdict = findings.verdict(on: theory)
      return [
        theory.regime.rawValue, "\(verdict.rows)", ReadableNumber.text(verdict.sumOfSquares, decimals: 1),
        ReadableNumber.text(verdict.largest?.deviation.magnitude ?? .nan, decimals: 1), verdict.largest?.id ?? "-",
      ]
    }
    return table
  }

  /// The sources in the order of rows, each once with the rows that it is of.
  private var sources: AlignedTable {
    var table = AlignedTable(.words("rows", "source"))
    let sources = findings.figures.map(\.source).firstAppearances
    table.rows = sources.map { source in
      [findings.figures.filter { $0.source == source }.map(\.id).joined(separator: " "), source]
    }
    return table
  }
}

extension PublishedFigure.Unit {
  /// Decimals that are shown.
  fileprivate var decimals: Int {
    switch self {
    case .coefficient, .share, .shareChange, .ratio, .standardDeviations: 3
    case .persons: 2
    case .percent, .rupees: 1
    }
  }

  /// What follows a quantity that is no plain share or coefficient.
  fileprivate var words: String {
    switch self {
    case .coefficient, .share, .shareChange, .persons: ""
    case .ratio: ", over the survey's"
    case .percent: ", %"
    case .standardDeviations: ", SD"
    case .rupees: ", PKR a month"
    }
  }
}
