internal import Digests
internal import Notation

extension RunRecord: Codable {
  /// The forms of the file, by which programs know what to expect.
  enum Form: String, Codable {
    case run = "untrap-run/3"
    /// Nothing was simulated.
    case measurement = "untrap-measure/1"
  }

  private enum CodingKeys: String, CodingKey {
    case format, version, command, design, portfolio, inputs, traps, warnings, outputs, execution
    case replacesResults = "replaces_results"
  }

  /// Reads a record.
  /// - Throws: `DecodingError`, and `RecordFault` where it tells what no run can have written.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func simulation() throws -> SimulationRecord { try SimulationRecord(from: decoder) }
    version = try members.decode(String.self, forKey: .version)
    command = try members.decode(String.self, forKey: .command)
    kind =
      switch command {
      case "run", "compare", "stocktake": .study(try simulation())
      case "sweep", "sensitivity": .sweep(try simulation(), try members.decode(DesignRecord.self, forKey: .design))
      case "optimize": .search(try simulation(), try members.decode(PortfolioRecord.self, forKey: .portfolio))
      case "traps": .traps(try simulation(), try members.decode(TrapsRecord.self, forKey: .traps))
      case "measure": .measurement(try MeasurementRecord(from: decoder))
      default: throw RecordFault("command is '\(command)', which makes no results")
      }
    inputs = try members.decode([FileRecord].self, forKey: .inputs)
    warnings = try members.decodeIfPresent([Warning].self, forKey: .warnings) ?? []
    files = try members.decodeIfPresent([FileRecord].self, forKey: .outputs) ?? []
    replacesResults = try members.decodeIfPresent(Bool.self, forKey: .replacesResults)
    execution = try members.decode(ExecutionRecord.self, forKey: .execution)
    if let fault { throw RecordFault(fault) }
  }

  /// Writes a record; `execution` comes last: what is before it is the same in every run of the same experiment (see
  /// `ResultIdentity`).
  package func encode(to encoder: any Encoder) throws {
    var members = encoder.container(keyedBy: CodingKeys.self)
    try members.encode(form, forKey: .format)
    try members.encode(version, forKey: .version)
    try members.encode(command, forKey: .command)
    switch kind {
    case .study, .traps: break
    case .sweep(_, let design): try members.encode(design, forKey: .design)
    case .search(_, let portfolio): try members.encode(portfolio, forKey: .portfolio)
    case .measurement(let measurement): try measurement.encode(to: encoder)
    }
    try simulation?.encode(to: encoder)
    try members.encode(inputs, forKey: .inputs)
    if case .traps(_, let traps) = kind { try members.encode(traps, forKey: .traps) }
    if let replacesResults {
      try members.encode(replacesResults, forKey: .replacesResults)
    } else {
      try members.encode(warnings, forKey: .warnings)
      try members.encode(files, forKey: .outputs)
    }
    try members.encode(execution, forKey: .execution)
  }

  private var form: Form { simulation == nil ? .measurement : .run }

  // MARK: - Text

  /// The text of the file, with a digest of all that determines the results.
  var text: String {
    func text(_ digest: String) -> String {
      var record = self
      record.execution.recordDigest = digest
      return JSONValue(encoding: record).rendered() + "\n"
    }
    return text(Self.digest(of: text("")))
  }

  /// The digest of what determines the results, in the text of a record.
  static func digest(of text: String) -> String {
    SHA256.text(of: ResultIdentity.comparablePart(of: text).utf8)
  }
}
