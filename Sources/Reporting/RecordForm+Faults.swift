internal import Households

extension RecordForm {
  /// The first thing in a record that no run can have written, with its key; nil where there is none.
  ///
  /// A record may come from anybody: what is read from it is checked before it is used.
  var fault: String? { scenarioFault ?? numberFault ?? fileFault ?? trapsFault }

  private var scenarioFault: String? {
    if scenarios.isEmpty { return "scenarios is empty" }
    for (index, override) in overrides.enumerated() where override.option.isEmpty || override.path.isEmpty {
      return "overrides.\(index + 1) has no option or no path"
    }
    return nil
  }

  private var numberFault: String? {
    if replications < 1 { return "replications is \(replications), and there is at least 1" }
    if replications > Households.Scenario.replicationsAtMost { return tooMany("replications", replications) }
    if observeEvery < 1 { return "observe_every is \(observeEvery), and observations are at least 1 quarter apart" }
    if let quarter = microdataAt.first(where: { $0 < 0 }) {
      return "microdata_at has \(quarter), and quarters count from 0"
    }
    if let design, design.points < 1 { return "design.points is \(design.points), and there is at least 1" }
    guard let precision else { return nil }
    if !(precision.halfWidth > 0) {
      return "precision.half_width is \(precision.halfWidth), and half a width is above 0"
    }
    for (key, replications) in [("pilot", precision.pilot), ("maximum", precision.maximum)] {
      if replications < 2 { return "precision.\(key) is \(replications), and an interval needs 2 replications" }
      if replications > Households.Scenario.replicationsAtMost { return tooMany("precision." + key, replications) }
    }
    if precision.pilot > precision.maximum {
      return "precision.pilot is \(precision.pilot), and precision.maximum only \(precision.maximum)"
    }
    return nil
  }

  private func tooMany(_ key: String, _ replications: Int) -> String {
    "\(key) is \(replications), and there are at most \(Households.Scenario.replicationsAtMost)"
  }

  /// What is read or written by its name must lie in the directory itself, whatever the record says.
  private var fileFault: String? {
    for (index, output) in (outputs ?? []).enumerated() where !output.isPlain {
      return "outputs.\(index + 1).file is '\(output.file)', which is not the name of a file"
    }
    for (index, input) in inputs.enumerated() where input.text == nil && !input.isPlain {
      return "inputs.\(index + 1).file is '\(input.file)', which is not the name of a file"
    }
    for (index, file) in ((outputs ?? []) + inputs).enumerated() where file.bytes < 0 {
      return "the bytes of \(file.file) (file \(index + 1)) are \(file.bytes), and a file has 0 or more"
    }
    return nil
  }

  private var trapsFault: String? {
    guard let traps else { return nil }
    return traps.record == nil ? "traps does not tell what they were found in" : nil
  }
}

extension RecordForm.File {
  /// Whether the name is that of a file in a directory, and leads nowhere else.
  fileprivate var isPlain: Bool {
    !["", ".", ".."].contains(file) && !file.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }
}
