internal import Experiments
internal import Households
internal import Notation

extension RunRecord {
  /// The text of the file.
  ///
  /// The object `execution` comes last: what is before it is the same in every run of the same experiment (see
  /// `ResultIdentity`).
  func json(outputs: [(digest: FileDigest, rows: Int?)], execution: ExecutionRecord) -> String {
    let found: [(key: String, value: JSONValue)] = [("warnings", warnings.json)]
    return text(of: members + found + [("outputs", .list(outputs.map { $0.digest.json(rows: $0.rows) }))], execution)
  }

  /// The text of the recipe: the record of a run that has not ended.
  func recipe(replacesResults: Bool, execution: ExecutionRecord) -> String {
    text(of: members + [(StoredRecord.replacesResultsKey, .truth(replacesResults))], execution)
  }

  private func text(of members: [(key: String, value: JSONValue)], _ execution: ExecutionRecord) -> String {
    func text(recordDigest: String) -> String {
      let last = (key: ResultIdentity.executionKey, value: execution.json(recordDigest: recordDigest))
      return JSONValue.object(members + [last]).rendered() + "\n"
    }
    return text(recordDigest: StoredRecord.digest(of: text(recordDigest: "")))
  }

  private var members: [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("format", .text(Self.format)),
      ("version", .text(SoftwareVersion.current)),
      ("command", .text(command)),
    ]
    if let design { members.append(("design", design.json)) }
    if let portfolio { members.append(("portfolio", portfolio.json)) }
    members += [
      ("baseline", .text(scenarios.first?.name ?? "")),
      ("seed", .unsigned(seed)),
      ("overrides", .list(overrides.map(\.json))),
      ("replications", .whole(replications)),
    ]
    if let precision { members.append(("precision", precision.json)) }
    members += [
      ("households", .whole(households)),
      ("quarters", .whole(quarters)),
      ("processes", .list(processes.map { .text($0) })),
      ("observe_every", .whole(observeEvery)),
      ("microdata_at", .list(microdataAt.map { .whole($0) })),
      ("survey", .text(survey)),
      ("consumption_scale", .object(consumptionScale.map { ($0.settlementType, .real($0.value)) })),
      ("scenarios", .list(scenarios.map(\.json))),
      ("inputs", .list(inputs.map(\.json))),
    ]
    if let traps { members.append(("traps", traps.json)) }
    return members
  }
}

extension OverrideRecord {
  fileprivate var json: JSONValue {
    ["option": .text(option), "typed": .text(typed), "path": .text(path), "value": .text(value)]
  }
}

extension Precision {
  fileprivate var json: JSONValue {
    ["measure": .text(measure), "half_width": .real(halfWidth), "pilot": .whole(pilot), "maximum": .whole(maximum)]
  }
}

extension ScenarioRecord {
  fileprivate var json: JSONValue {
    [
      "name": .text(name), "file": .text(file), "extends": .list(extends.map { .text($0) }),
      "values": .list(values.map(\.json)),
    ]
  }
}

extension ValueRecord {
  fileprivate var json: JSONValue {
    [
      "path": .text(path), "value": kind == .text ? .text(value) : .literal(value), "unit": .text(unit),
      "origin": .text(origin), "source": .text(source),
    ]
  }
}

extension InputRecord {
  /// The text is a list of lines, so that a reader sees them as they stand in the file.
  fileprivate var json: JSONValue {
    let lines = text?.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let text = lines.map { lines in JSONValue.list(lines.map { .text(String(decoding: $0, as: UTF8.self)) }) }
    return .object(digest.members(rows: nil) + (text.map { [("text", $0)] } ?? []))
  }
}

extension FileDigest {
  func json(rows: Int?) -> JSONValue { .object(members(rows: rows)) }

  fileprivate func members(rows: Int?) -> [(key: String, value: JSONValue)] {
    [("file", .text(name)), ("bytes", .whole(bytes))] + (rows.map { [("rows", .whole($0))] } ?? [])
      + [("sha256", .text(sha256))]
  }
}

extension ExecutionRecord {
  /// The digest is that of all that stands before the execution, so that a change of it is found.
  fileprivate func json(recordDigest: String) -> JSONValue {
    let survey: [(key: String, value: JSONValue)] = survey.map { [("survey", .text($0))] } ?? []
    return .object(
      [("arguments", .list(arguments.map { .text($0) }))] + survey + [
        ("threads", .whole(threads)),
        ("block_size", .whole(blockSize)),
        ("bytes_per_household", .real(bytesPerHousehold)),
        ("openblas_configuration", .text(openBLASConfiguration)),
        ("openblas_core", .text(openBLASCore)),
        ("operating_system", .text(operatingSystem)),
        ("started", .text(started)),
        ("seconds", .real(seconds)),
        ("household_quarters", .whole(householdQuarters)),
        ("household_quarters_per_second", .real(householdQuartersPerSecond.rounded())),
        ("record_sha256", .text(recordDigest)),
      ])
  }
}
