public import Notation

/// A kind of YAML file that the program reads.
public enum FileKind: String, CaseIterable, Sendable {
  /// What is simulated.
  case scenario
  /// Scenarios and what varies in them.
  case design
  /// Programmes to choose from.
  case portfolio
}

/// The form of files as a JSON Schema, by which editors complete keys and mark mistakes while one types.
///
/// It is made from the tables by which files are checked. It says that it is of draft 2020-12, and a validator of
/// draft-07, which many editors stop at, gives the same verdicts: that draft does not know `$defs`, but `$ref` finds
/// parts there by their paths, and beside `$ref`, where it reads nothing, stand only descriptions and defaults.
///
/// Whatever the program takes it takes too, but for underscores in odd places (`0.12_5`) and what stands unread beside
/// `remove: true`. What it misses is left to `untrap check`: names that must exist elsewhere, values that do not fit
/// together, what a file that extends another leaves out, quotes around numbers, and bounds of numbers with underscores,
/// which YAML 1.2 takes for words.
public struct JSONSchema {
  /// Whether a file may extend another, which then may give what this one leaves out.
  let isLayered: Bool
  /// Parts by their names, in the order of first use.
  private(set) var definitions: Members = []

  typealias Members = [(key: String, value: JSONValue)]

  init(isLayered: Bool) { self.isLayered = isLayered }

  /// The form of a kind of file, the same for the same version of the program; a portfolio may name one of the
  /// outcomes.
  public static func of(_ kind: FileKind, outcomes: [String]) -> JSONValue {
    switch kind {
    case .scenario: document(kind, ScenarioSchema.root.extendingOthers, isLayered: true)
    case .design: document(kind, DesignSchema.root, isLayered: false)
    case .portfolio: document(kind, PortfolioSchema.root(outcomes: outcomes), isLayered: false)
    }
  }

  private static func document(_ kind: FileKind, _ root: Record, isLayered: Bool) -> JSONValue {
    var schema = JSONSchema(isLayered: isLayered)
    var members: Members = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", .text("untrap \(kind.rawValue)")),
    ]
    members += schema.members(of: root, requiringKeys: !isLayered)
    if isLayered, let requirements = requirements(of: root) {
      members += [("if", ["required": ["extends"]]), ("else", .object(requirements))]
    }
    members.append(("$defs", .object(schema.definitions)))
    return .object(members)
  }

  /// Refers to a part, which is kept under its name when it is first used.
  mutating func reference(_ name: String, _ part: (inout JSONSchema) -> Members) -> Members {
    if !definitions.contains(where: { $0.key == name }) {
      let index = definitions.count
      // The place is taken first, for a part may refer to itself.
      definitions.append((name, .object([])))
      definitions[index].value = .object(part(&self))
    }
    return [("$ref", .text("#/$defs/\(name)"))]
  }
}

extension Record {
  /// The keys of a file that may extend another.
  fileprivate var extendingOthers: Record {
    let field = Field(
      "extends", .text,
      "the scenario file, beside this one, whose values this one replaces key by key; programmes, "
        + "partners and interventions are matched by name")
    var record = self
    record.fields.insert(field, at: 1)
    return record
  }
}
