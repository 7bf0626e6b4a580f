import Designs

/// A variable as its design file states it, before its key is looked up in the scenarios.
struct StatedVariable {
  /// A value that it may have, and where the file says so.
  struct End {
    let text: String
    let site: Site
  }

  /// The name under which results report it.
  let name: String
  /// The dotted path of the key that varies.
  let path: String
  /// The dotted path of the variable in the design file.
  let keyPath: String
  /// Where the path stands.
  let site: Site
  /// Where the distribution stands; the path's place where none is given.
  let distributionSite: Site
  /// What it may be; nil where nothing is said.
  let domain: Variable.Domain?
  /// Values to be checked that the file states: all of a list, or both ends of a range.
  let ends: [End]
  /// Whether something is wrong with it that has been reported.
  let isBroken: Bool
}

extension StatedVariable {
  private static let parameters = "parameters."

  /// Reads the variables of a design; what is wrong is reported.
  static func list(_ design: CheckedRecord, to reporter: inout Reporter) -> [StatedVariable] {
    var variables: [StatedVariable] = []
    for record in design.records("variables") {
      guard let path = record["path"] else { continue }
      var reading = VariableReading(record: record, reporter: reporter)
      let variable = reading.variable(path: path)
      reporter = reading.reporter
      for earlier in variables {
        if earlier.name == variable.name {
          let site = record["name"]?.site ?? variable.site
          reporter.report(.duplicateName(variable.name, firstOrigin: earlier.site.origin), at: site, variable.keyPath)
        } else if earlier.path == variable.path {
          reporter.report(
            .cannotVary(reason: "the variable '\(earlier.name)' has the same path"), at: variable.site,
            variable.keyPath)
        }
      }
      variables.append(variable)
    }
    return variables
  }

  /// The name of a variable that says none.
  fileprivate static func name(of path: String) -> String {
    path.hasPrefix(parameters) ? String(path.dropFirst(parameters.count)) : path
  }
}

/// Reads one variable.
private struct VariableReading {
  let record: CheckedRecord
  var reporter: Reporter
  var isBroken = false
  var ends: [StatedVariable.End] = []

  /// Keys whose variation would change which runs are made, not what happens in them.
  private static let fixed = ["name", "description", "seed", "replications"]

  mutating func variable(path: CheckedValue) -> StatedVariable {
    let text = path.text ?? ""
    let name = record["name"]?.text ?? StatedVariable.name(of: text)
    isBroken = !record.wrongKeys.isEmpty
    if Self.fixed.contains(text) {
      report(.cannotVary(reason: "a design varies what happens, not the names and numbers of runs"), path, "path")
    }
    if name == "point" { report(.reservedName(name), record["name"] ?? path, "name") }
    let given = DesignSchema.distributions.filter { record[$0] != nil }
    if given.count > 1, let second = record[given[1]] {
      report(.unsupportedCombination(given[0], given[1], reason: "a variable has one distribution"), second, given[1])
    }
    let domain = given.first.flatMap { key in record[key].flatMap { self.domain(key, $0) } }
    return StatedVariable(
      name: name, path: text, keyPath: record.path, site: path.site,
      distributionSite: given.first.flatMap { record[$0]?.site } ?? path.site, domain: domain, ends: ends,
      isBroken: isBroken)
  }

  private mutating func domain(_ key: String, _ value: CheckedValue) -> Variable.Domain? {
    if key == "values" { return values(value) }
    guard let distribution = self.distribution(key, value) else { return nil }
    return .number(distribution, whole: isWhole)
  }

  private var isWhole: Bool { record["whole"]?.flag == true }

  private mutating func values(_ value: CheckedValue) -> Variable.Domain {
    if let whole = record["whole"] {
      report(.unsupportedCombination("values", "whole", reason: "the values say what they are"), whole, "whole")
    }
    var texts: [String] = []
    for element in value.list ?? [] {
      let text = (try? NumberReading.real(element.text ?? "")).map(plain) ?? element.text ?? ""
      if texts.contains(text) {
        report(.duplicateName(text, firstOrigin: value.site.origin), element, "values")
      }
      texts.append(text)
      ends.append(StatedVariable.End(text: text, site: element.site))
    }
    return .values(texts)
  }

  private mutating func distribution(_ key: String, _ value: CheckedValue) -> Distribution? {
    switch key {
    case "range":
      return pair(value, key).map { .uniform(low: $0.lowerBound, high: $0.upperBound) }
    case "log_uniform":
      return pair(value, key).map { .logUniform(low: $0.lowerBound, high: $0.upperBound) }
    case "normal":
      guard let mean = value.number("mean"), let deviation = value.number("sd") else { return nil }
      return .normal(mean: mean, standardDeviation: deviation)
    case "log_normal":
      guard let median = value.number("median"), let deviation = value.number("log_sd") else { return nil }
      return .logNormal(median: median, logStandardDeviation: deviation)
    default:
      return triangular(value)
    }
  }

  private mutating func triangular(_ value: CheckedValue) -> Distribution? {
    guard let low = value.number("low"), let mode = value.number("mode"), let high = value.number("high") else {
      return nil
    }
    guard low < high else {
      report(.notARange, value.record?["high"] ?? value, "triangular.high")
      return nil
    }
    guard low <= mode, mode <= high else {
      let allowed = "a number from low to high"
      report(.outOfRange(plain(mode), allowed: allowed), value.record?["mode"] ?? value, "triangular.mode")
      return nil
    }
    for key in ["low", "high"] {
      if let end = value.record?[key] { addEnd(end) }
    }
    return .triangular(low: low, mode: mode, high: high)
  }

  private mutating func pair(_ value: CheckedValue, _ key: String) -> ClosedRange<Double>? {
    guard let range = reporter.range(value, record.path(of: key)) else {
      isBroken = true
      return nil
    }
    for end in value.list ?? [] { addEnd(end) }
    return range
  }

  private mutating func addEnd(_ value: CheckedValue) {
    ends.append(StatedVariable.End(text: plain(value.number ?? .nan), site: value.site))
  }

  private mutating func report(_ problem: Problem, _ value: CheckedValue, _ key: String) {
    isBroken = true
    reporter.report(problem, at: value.site, record.path(of: key))
  }
}

extension CheckedValue {
  /// The number of a key, where this is a record.
  fileprivate func number(_ key: String) -> Double? { record?[key]?.number }
}
