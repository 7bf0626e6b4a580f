internal import Digests
public import Experiments
public import Foundation
internal import Notation

/// What a record of a run tells to a program that runs it again.
public struct StoredRecord: Sendable {
  static let replacesResultsKey = "replaces_results"

  /// The version that wrote it.
  public let version: String
  /// `run`, `compare`, `stocktake`, `sweep`, `sensitivity` or `optimize`.
  public let command: String
  /// The file of the design of a sweep or a sensitivity analysis.
  public let designFile: String?
  /// Points of the design.
  public let points: Int?
  /// The file of the portfolio of a search for the best mix.
  public let portfolioFile: String?
  /// The files of each scenario: its own, then those that it extends.
  public let scenarioFiles: [[String]]
  /// Values of the command line.
  public let overrides: [OverrideRecord]
  /// Replications that were, or are to be, made of each scenario.
  public let replications: Int
  /// Until when replications are added.
  public let precision: Precision?
  /// Quarters between observations.
  public let observeEvery: Int
  /// Quarters at which every household is recorded.
  public let microdataAt: [Int]
  /// Texts of the scenario files, by their names.
  public let texts: [String: String]
  /// The survey; nil for the published margins.
  public let survey: FileDigest?
  /// Where the survey was.
  public let surveyPath: String?
  /// What an analysis of traps was made of.
  public let traps: TrapsRecord?
  /// The files of the results.
  public let outputs: [FileDigest]
  /// Whether unfinished results are to replace those that are there.
  public let replacesResults: Bool
  /// Scenario files whose text does not have the digest that stands beside it.
  public let changedTexts: [String]
  /// Whether what determines the results is as it was written, by the digest under `execution`.
  public let isAsWritten: Bool
  /// What was read, for readers of what else the record tells.
  public let contents: Data

  /// Reads the record of some results.
  /// - Parameter directory: a directory of results.
  /// - Throws: `OutputError.noResults`, `OutputError.cannotRead`, or `OutputError.otherFormat` where another version has
  ///   written it.
  public init(directory: String) throws(OutputError) {
    let path = directory + "/" + RunRecord.fileName
    guard RegularFile.isThere(path) else {
      if let reason = ResultLocation(path: directory).obstacle { throw .cannotRead(path: directory, reason: reason) }
      throw .noResults(path: directory, isUnfinished: ResultLocation(path: directory).holdsPartial)
    }
    try self.init(path: path)
  }

  init(path: String) throws(OutputError) {
    let form: RecordForm
    let digest: String
    let data = try RegularFile.contents(of: path)
    do {
      let format = try JSONDecoder().decode(RecordForm.Format.self, from: data).format
      guard format == RunRecord.format else { throw OutputError.otherFormat(path: path, format: format) }
      form = try JSONDecoder().decode(RecordForm.self, from: data)
      digest = Self.digest(of: String(decoding: data, as: UTF8.self))
    } catch let error as OutputError {
      throw error
    } catch let error as DecodingError {
      throw .cannotRead(path: path, reason: "it is not a record of a run: \(error.words)")
    } catch {
      throw .cannotRead(path: path, reason: FileFailure.words(error))
    }
    if let fault = form.fault { throw .cannotRead(path: path, reason: "it is not a record of a run: \(fault)") }
    self.init(form, isAsWritten: form.execution.recordDigest == digest, contents: data)
  }

  /// Checks that all that determines the results is as it was written, the texts of scenarios too.
  /// - Parameter directory: the results.
  /// - Throws: `OutputError.changedFiles`.
  public func checkUnchanged(directory: String) throws(OutputError) {
    let changed = changedTexts + (isAsWritten ? [] : [RunRecord.fileName])
    guard changed.isEmpty else { throw .changedFiles(path: directory, names: changed) }
  }

  /// The digest of what determines the results, in the text of a record.
  static func digest(of text: String) -> String {
    SHA256.text(of: ResultIdentity.comparablePart(of: text).utf8)
  }

  private init(_ form: RecordForm, isAsWritten: Bool, contents: Data) {
    self.isAsWritten = isAsWritten
    self.contents = contents
    version = form.version
    command = form.command
    designFile = form.design?.file
    points = form.design?.points
    portfolioFile = form.portfolio?.file
    scenarioFiles = form.scenarios.map { [$0.file] + $0.extends }
    overrides = form.overrides.map {
      OverrideRecord(option: $0.option, typed: $0.typed, path: $0.path, value: $0.value)
    }
    replications = form.replications
    precision = form.precision.map {
      Precision(measure: $0.measure, halfWidth: $0.halfWidth, pilot: $0.pilot, maximum: $0.maximum)
    }
    observeEvery = form.observeEvery
    microdataAt = form.microdataAt
    let scenarioInputs = form.inputs.compactMap { input in input.text.map { (input, $0.joined(separator: "\n")) } }
    texts = Dictionary(scenarioInputs.map { ($0.file, $1) }, uniquingKeysWith: { first, _ in first })
    changedTexts = scenarioInputs.filter { SHA256.text(of: $1.utf8) != $0.sha256 }.map(\.0.file)
    survey = form.inputs.first { $0.text == nil }?.digest
    surveyPath = form.execution.survey
    traps = form.traps?.record
    outputs = (form.outputs ?? []).map(\.digest)
    replacesResults = form.replacesResults ?? false
  }
}

/// The part of the file that is read back.
struct RecordForm: Decodable {
  struct Format: Decodable {
    let format: String
  }

  struct Scenario: Decodable {
    let file: String
    let extends: [String]
  }

  struct Design: Decodable {
    let file: String
    let points: Int
  }

  struct Portfolio: Decodable {
    let file: String
  }

  struct Override: Decodable {
    let option: String
    let typed: String
    let path: String
    let value: String
  }

  struct Goal: Decodable {
    let measure: String
    let halfWidth: Double
    let pilot: Int
    let maximum: Int
  }

  struct File: Decodable {
    let file: String
    let bytes: Int
    let sha256: String
    let text: [String]?

    var digest: FileDigest { FileDigest(name: file, bytes: bytes, sha256: sha256) }
  }

  struct Execution: Decodable {
    let survey: String?
    let recordDigest: String?
  }

  let version: String
  let command: String
  let design: Design?
  let portfolio: Portfolio?
  let scenarios: [Scenario]
  let overrides: [Override]
  let replications: Int
  let precision: Goal?
  let observeEvery: Int
  let microdataAt: [Int]
  let inputs: [File]
  let traps: TrapsForm?
  let outputs: [File]?
  let replacesResults: Bool?
  let execution: Execution

  enum CodingKeys: String, CodingKey {
    case version, command, design, portfolio, scenarios, overrides, replications, precision, inputs, outputs
    case execution
    case observeEvery = "observe_every"
    case microdataAt = "microdata_at"
    case traps
    case replacesResults = "replaces_results"
  }
}

extension RecordForm.Execution {
  enum CodingKeys: String, CodingKey {
    case survey
    case recordDigest = "record_sha256"
  }
}

extension RecordForm.Goal {
  enum CodingKeys: String, CodingKey {
    case measure, pilot, maximum
    case halfWidth = "half_width"
  }
}

extension DecodingError {
  /// What is wrong, and where.
  fileprivate var words: String {
    switch self {
    case .keyNotFound(let key, let context): "\(path(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(path(context.codingPath)) is not what it should be"
    // The library does not tell these apart, nor where they are.
    default: "it is not valid JSON, or has a number that is too large or has a fraction"
    }
  }

  private func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }
}
