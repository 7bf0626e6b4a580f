import Designs

/// Reads how a design chooses its points.
enum DesignMethod {
  /// The method; nil and reported where there is not exactly one, or another command's.
  static func read(
    _ design: CheckedRecord, node: ScenarioNode?, purpose: DesignPurpose?, to reporter: inout Reporter
  ) -> Design.Method? {
    guard let value = design["method"], let record = value.record else { return nil }
    guard let (key, first) = record.values.first else {
      if node?.entries?.isEmpty == true {
        let expected = "one of " + listed(DesignSchema.method.fields.map(\.key), last: "or")
        reporter.report(.wrongKind(found: .nothing, expected: expected), at: value.site, record.path)
      }
      return nil
    }
    if record.values.count > 1 {
      let (second, other) = record.values[1]
      let problem = Problem.unsupportedCombination(key, second, reason: "a design has one method")
      reporter.report(problem, at: other.site, record.path(of: second))
      return nil
    }
    guard let fields = first.record, let method = method(key, fields) else { return nil }
    if let purpose, method.isSensitivityAnalysis != (purpose == .sensitivity) {
      let command: DesignPurpose = purpose == .sweep ? .sensitivity : .sweep
      reporter.report(.otherCommand(method: key, command: command.rawValue), at: first.site, record.path(of: key))
    }
    return method
  }

  private static func method(_ key: String, _ fields: CheckedRecord) -> Design.Method? {
    switch key {
    case "factorial": .factorial(levels: fields["levels"]?.whole ?? DesignSchema.factorialLevels)
    case "latin_hypercube": fields["points"]?.whole.map { .latinHypercube(points: $0) }
    case "sobol_sequence": fields["points"]?.whole.map { .sobolSequence(points: $0) }
    case "sobol_indices": fields["points"]?.whole.map { .sobolIndices(points: $0) }
    case "morris":
      fields["trajectories"]?.whole.map {
        .morris(trajectories: $0, levels: fields["levels"]?.whole ?? DesignSchema.morrisLevels)
      }
    default: .tornado(low: fields["low"]?.number ?? DesignSchema.tornadoLow)
    }
  }
}
