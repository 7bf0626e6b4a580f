internal import Notation

/// The files with which one begins a scenario of one's own: a baseline, and a programme that extends it.
///
/// Both can be run as they are. Their comments come from the tables by which scenarios are checked.
public struct StarterScenario: Sendable {
  /// The file of the form of scenarios, to which the first line of both scenarios leads editors.
  public static let schemaFile = "scenario.schema.json"

  /// The name of the scenario's file without its ending.
  public let stem: String

  /// Creates a starter of a name of letters, digits, `-` and `_`, with at least one letter or digit.
  public init?(stem: String) {
    guard stem.contains(where: { $0.isLetter || $0.isNumber }),
      stem.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { return nil }
    self.stem = stem
  }

  /// The file of the place without a programme.
  public var baselineFile: String { stem + "-baseline.yaml" }
  /// The file of the place with a programme.
  public var scenarioFile: String { stem + ".yaml" }

  /// What stands in the file of the place without a programme.
  public var baseline: String { filled(StarterTemplate.baseline) }
  /// What stands in the file of the place with a programme.
  public var scenario: String { filled(StarterTemplate.scenario) }
  /// What stands in the file of the form of scenarios.
  public static var schema: String { JSONSchema.of(.scenario, outcomes: []).rendered() + "\n" }

  /// Whether a file begins as both scenarios do, whatever was written into it since.
  public static func isScenario(_ contents: some Sequence<UInt8>) -> Bool {
    let firstLine = StarterTemplate.baseline.prefix { $0 != "\n" }.replacing("{schema}", with: schemaFile)
    return contents.starts(with: firstLine.utf8)
  }

  /// Whether a file is the form of scenarios, of whatever version.
  public static func isSchema(_ contents: some Sequence<UInt8>) -> Bool {
    String(decoding: Array(contents.prefix(200)), as: UTF8.self).contains("\"title\": \"untrap scenario\"")
  }

  /// The name in words: `my-town` is `My town`.
  private var title: String {
    let words = stem.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func filled(_ template: String) -> String {
    let text = template.replacing("{schema}", with: Self.schemaFile).replacing("{stem}", with: stem)
      .replacing("{title}", with: title)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map(StarterComment.explained).joined(separator: "\n") + "\n"
  }
}
