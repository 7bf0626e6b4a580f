internal import Foundation
internal import Reporting

/// What a page tells of how results came about, from their record.
///
/// What depends on the machine and the hour is left out, so that the same results have the same page.
struct RunFacts: Decodable {
  /// A scenario as it was run.
  struct Scenario: Decodable {
    let name: String
    let values: [Value]
  }

  /// One value of a scenario.
  struct Value: Decodable, Hashable {
    let path: String
    let value: Text
    let unit: String
    let source: String

    var isAssumed: Bool { source.lowercased().hasPrefix("assumed") }
  }

  /// Words, a number or a truth value, as text.
  struct Text: Decodable, Hashable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let words = try? container.decode(String.self) {
        text = words
      } else if let truth = try? container.decode(Bool.self) {
        text = truth ? "yes" : "no"
      } else {
        let number = try container.decode(Double.self)
        text = Int(exactly: number).map(String.init) ?? "\(number)"
      }
    }
  }

  /// A value of the command line.
  struct Override: Decodable {
    let option: String
    let typed: String
  }

  /// What a reader should know before believing the results.
  struct Warning: Decodable {
    let kind: String
    let text: String
  }

  let command: String
  let seed: UInt64
  let overrides: [Override]
  let replications: Int
  let households: Int?
  let quarters: Int?
  let survey: String?
  let scenarios: [Scenario]
  /// Nil in records of versions that kept none.
  let warnings: [Warning]?

  /// Takes what a record tells.
  /// - Throws: `OutputError.cannotRead`.
  init(_ record: StoredRecord, directory: String) throws(OutputError) {
    do {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      self = try decoder.decode(RunFacts.self, from: record.contents)
    } catch {
      throw .cannotRead(path: directory + "/" + RunRecord.fileName, reason: "it is not a record of a run")
    }
  }

  /// A value of the baseline; empty where it has none.
  func value(_ path: String) -> String { scenarios.first?.values.first { $0.path == path }?.value.text ?? "" }
}
