public import Designs
internal import Notation

/// What is recorded of the design of a sweep or a sensitivity analysis.
public struct DesignRecord: Hashable, Sendable {
  /// Its file, from the folder that holds all files of the call.
  public var file: String
  /// What varied and how.
  public var design: Design
  /// Points.
  public var points: Int
  /// Where the distribution of each variable comes from.
  public var bases: [String]
  /// The unit of each variable.
  public var units: [String]

  /// Creates a record.
  public init(file: String, design: Design, points: Int, bases: [String], units: [String]) {
    self.file = file
    self.design = design
    self.points = points
    self.bases = bases
    self.units = units
  }

  var json: JSONValue {
    [
      "file": .text(file), "name": .text(design.name), "method": .text(design.method.key), "points": .whole(points),
      "resamples": .whole(design.resamples), "measures": .list(design.measures.map { .text($0) }),
      "variables": .list(
        design.variables.indices.map { index in
          let variable = design.variables[index]
          return [
            "name": .text(variable.name), "path": .text(variable.path), "domain": .text(variable.domain.words),
            "basis": .text(bases[index]), "unit": .text(units[index]), "usual": .text(variable.usual ?? ""),
          ]
        }),
    ]
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
