package import Designs
internal import Notation

/// What is recorded of the design of a sweep or a sensitivity analysis.
package struct DesignRecord: Hashable, Sendable, Codable {
  /// A variable, as a design file would say it.
  struct VariableRecord: Hashable, Sendable, Codable {
    let name: String
    let path: String
    let domain: String
    let basis: String
    let unit: String
    let usual: String
  }

  /// Its file, from the folder that holds all files of the call.
  package let file: String
  let name: String
  let method: String
  package let points: Int
  let resamples: Int
  let measures: [String]
  let variables: [VariableRecord]

  /// Records a design, with where the distribution of each variable comes from and its unit.
  package init(file: String, design: Design, points: Int, bases: [String], units: [String]) {
    self.file = file
    name = design.name
    method = design.method.key
    self.points = points
    resamples = design.resamples
    measures = design.measures
    variables = design.variables.enumerated().map { index, variable in
      VariableRecord(
        name: variable.name, path: variable.path, domain: variable.domain.words, basis: bases[index],
        unit: units[index], usual: variable.usual ?? "")
    }
  }
}

extension Variable.Domain {
  /// What a variable may be, as a design file would say it.
  fileprivate var words: String {
    switch self {
    case .values(let values): "values [\(values.joined(separator: ", "))]"
    case .number(let distribution, let whole): distribution.words + (whole ? ", whole" : "")
    }
  }
}

extension Distribution {
  fileprivate var words: String {
    func text(_ numbers: Double...) -> String { numbers.map(NumberText.text).joined(separator: ", ") }
    return switch self {
    case .uniform(let low, let high): "range [\(text(low, high))]"
    case .logUniform(let low, let high): "log_uniform [\(text(low, high))]"
    case .normal(let mean, let deviation): "normal \(text(mean, deviation))"
    case .logNormal(let median, let deviation): "log_normal \(text(median, deviation))"
    case .triangular(let low, let mode, let high): "triangular \(text(low, mode, high))"
    }
  }
}
