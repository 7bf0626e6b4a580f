internal import Experiments
internal import Households

extension RunRecord {
  /// The first thing in a record that no run can have written, with its key; nil where there is none.
  ///
  /// A record may come from anybody: what is read from it is checked before it is used.
  var fault: String? { simulation?.fault ?? designFault ?? fileFault ?? textFault }

  private var designFault: String? {
    guard case .sweep(_, let design) = kind, design.points < 1 else { return nil }
    return "design.points is \(design.points), and there is at least 1"
  }

  /// What is read or written by its name must lie in the directory itself, whatever the record says.
  private var fileFault: String? {
    for (index, output) in files.enumerated() where !output.isPlain {
      return "outputs.\(index + 1).file is '\(output.name)', which is not the name of a file"
    }
    for (index, input) in inputs.enumerated() where input.text == nil && !input.isPlain {
      return "inputs.\(index + 1).file is '\(input.name)', which is not the name of a file"
    }
    for (index, file) in (files + inputs).enumerated() where file.bytes < 0 {
      return "the bytes of \(file.name) (file \(index + 1)) are \(file.bytes), and a file has 0 or more"
    }
    return nil
  }

  /// What names scenarios is recorded whole, as they are.
  private var textFault: String? {
    var files = simulation?.scenarios.flatMap(\.files) ?? []
    switch kind {
    case .sweep(_, let design): files.append(design.file)
    case .search(_, let portfolio): files.append(portfolio.file)
    case .study, .traps, .measurement: break
    }
    return files.first { text(of: $0) == nil }.map { "inputs lacks the text of \($0)" }
  }
}

extension SimulationRecord {
  fileprivate var fault: String? {
    if scenarios.isEmpty { return "scenarios is empty" }
    for (index, override) in overrides.enumerated() where override.option.isEmpty || override.path.isEmpty {
      return "overrides.\(index + 1) has no option or no path"
    }
    if replications < 1 { return "replications is \(replications), and there is at least 1" }
    if replications > Scenario.replicationsAtMost { return tooMany("replications", replications) }
    if observeEvery < 1 { return "observe_every is \(observeEvery), and observations are at least 1 quarter apart" }
    if let quarter = microdataAt.first(where: { $0 < 0 }) {
      return "microdata_at has \(quarter), and quarters count from 0"
    }
    return precision.flatMap(fault(of:))
  }

  private func fault(of precision: Precision) -> String? {
    if !(precision.halfWidth > 0) {
      return "precision.half_width is \(precision.halfWidth), and half a width is above 0"
    }
    for (key, replications) in [("pilot", precision.pilot), ("maximum", precision.maximum)] {
      if replications < 2 { return "precision.\(key) is \(replications), and an interval needs 2 replications" }
      if replications > Scenario.replicationsAtMost { return tooMany("precision." + key, replications) }
    }
    if precision.pilot > precision.maximum {
      return "precision.pilot is \(precision.pilot), and precision.maximum only \(precision.maximum)"
    }
    return nil
  }

  private func tooMany(_ key: String, _ replications: Int) -> String {
    "\(key) is \(replications), and there are at most \(Scenario.replicationsAtMost)"
  }
}

extension FileRecord {
  /// Whether the name is that of a file in a directory, and leads nowhere else.
  fileprivate var isPlain: Bool {
    !["", ".", ".."].contains(name) && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }
}
