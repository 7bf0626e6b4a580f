extension RunRecord {
  /// The text of the file.
  ///
  /// The object `execution` comes last: what is before it is the same in every run of the same experiment (see
  /// `ResultIdentity`).
  func json(outputs: [(digest: FileDigest, rows: Int?)], execution: ExecutionRecord) -> String {
    let record: JSONValue = [
      "format": "untrap-run/1",
      "version": .text(SoftwareVersion.current),
      "command": .text(command),
      "baseline": .text(scenarios.first?.name ?? ""),
      "seed": .unsigned(seed),
      "replications": .whole(replications),
      "households": .whole(households),
      "quarters": .whole(quarters),
      "processes": .list(processes.map { .text($0) }),
      "observe_every": .whole(observeEvery),
      "microdata_at": .list(microdataAt.map { .whole($0) }),
      "survey": .text(survey),
      "consumption_scale": .object(consumptionScale.map { ($0.settlementType, .real($0.value)) }),
      "scenarios": .list(scenarios.map(\.json)),
      "inputs": .list(inputs.map { $0.json(rows: nil) }),
      "outputs": .list(outputs.map { $0.digest.json(rows: $0.rows) }),
      ResultIdentity.executionKey: execution.json,
    ]
    return record.rendered() + "\n"
  }
}

extension ScenarioRecord {
  fileprivate var json: JSONValue {
    ["name": .text(name), "file": .text(file), "values": .list(values.map(\.json))]
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

extension FileDigest {
  fileprivate func json(rows: Int?) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("file", .text(name)), ("bytes", .whole(bytes))]
    if let rows { members.append(("rows", .whole(rows))) }
    members.append(("sha256", .text(sha256)))
    return .object(members)
  }
}

extension ExecutionRecord {
  fileprivate var json: JSONValue {
    [
      "arguments": .list(arguments.map { .text($0) }),
      "threads": .whole(threads),
      "block_size": .whole(blockSize),
      "bytes_per_household": .real(bytesPerHousehold),
      "openblas_configuration": .text(openBLASConfiguration),
      "openblas_core": .text(openBLASCore),
      "operating_system": .text(operatingSystem),
      "started": .text(started),
      "seconds": .real(seconds),
      "household_quarters": .whole(householdQuarters),
      "household_quarters_per_second": .real(householdQuartersPerSecond.rounded()),
    ]
  }
}
