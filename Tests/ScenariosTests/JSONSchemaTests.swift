import Households
import Notation
import Testing

@testable import Scenarios

@Suite("JSON Schema of files")
struct JSONSchemaTests {
  static let outcomes = ["durable_exits", "headcount_ratio"]

  private static func schema(_ kind: FileKind) -> JSONValue { JSONSchema.of(kind, outcomes: outcomes) }

  private static func table(_ kind: FileKind) -> Record {
    switch kind {
    case .scenario: ScenarioSchema.root
    case .design: DesignSchema.root
    case .portfolio: PortfolioSchema.root(outcomes: outcomes)
    }
  }

  // MARK: - Keys

  @Test("every key of the tables is there, and no other", arguments: FileKind.allCases)
  func keys(kind: FileKind) {
    let isLayered = kind == .scenario
    let expected = Self.table(kind).allPaths(isLayered: isLayered) + (isLayered ? ["extends"] : [])
    let found = Self.schema(kind).allPaths
    #expect(Set(expected).subtracting(found).sorted() == [])
    #expect(Set(found).subtracting(expected).sorted() == [])
    #expect(found.count == expected.count)
  }

  @Test("no mapping takes unknown keys", arguments: FileKind.allCases)
  func unknownKeys(kind: FileKind) {
    for object in Self.schema(kind).objects where object["properties"] != nil && object["type"] == "object" {
      #expect(object["additionalProperties"] == false)
    }
  }

  @Test("every number of the model is there with its bounds and its value")
  func parameters() throws {
    let schema = Self.schema(.scenario)
    for definition in Parameters.catalogue {
      var node = try #require(schema["properties"]?["parameters"])
      for key in definition.path.split(separator: ".") { node = try #require(node["properties"]?[String(key)]) }
      let number = try #require(schema.resolved(node))
      #expect(number["minimum"] == .real(definition.allowed.lowerBound), "\(definition.path)")
      #expect(number["maximum"] == .real(definition.allowed.upperBound), "\(definition.path)")
      #expect(node["default"] == .real(definition.value(in: Parameters())), "\(definition.path)")
      #expect(node["description"]?.compact.contains("Unit: \(definition.unit)") == true, "\(definition.path)")
    }
  }

  // MARK: - Known answers

  @Test("a number stands alone or with its evidence")
  func share() throws {
    let schema = Self.schema(.scenario)
    let share = try #require(schema["$defs"]?["number-from-0-to-1"])
    #expect(
      share.compact == """
        {"type":["number","object"],"minimum":0,"maximum":1,"allOf":[{"$ref":"#/$defs/evidence"}],\
        "properties":{"value":{"type":["number"],"minimum":0,"maximum":1}}}
        """)
    let evidence = try #require(schema["$defs"]?["evidence"])
    #expect(evidence["properties"]?.keys == ["value", "source", "unit", "date", "interval", "note"])
    #expect(evidence["required"] == ["value"])
    #expect(evidence["type"] == nil)
  }

  @Test("a bound that is excluded, thousands with underscores")
  func positive() throws {
    let schema = Self.schema(.scenario)
    let positive = try #require(schema["$defs"]?["number-above-0"])
    #expect(positive["exclusiveMinimum"] == 0)
    #expect(positive["minimum"] == nil)
    #expect(positive["maximum"] == nil)
    #expect(positive["type"] == ["number", "string", "object"])
    #expect(positive["pattern"] == "^[+]?[1-9][0-9]*(_[0-9]+)+(\\.[0-9]+)?$")
    let seed = try #require(schema["$defs"]?["whole-number-of-at-least-0"])
    #expect(seed["maximum"] == nil)
    #expect(seed["pattern"] == "^[+]?[1-9][0-9]*(_[0-9]+)+$")
    #expect(seed["type"] == ["integer", "string", "object"])
  }

  @Test("words, one entry without its list, and what an intervention is")
  func shapes() throws {
    let schema = Self.schema(.scenario)
    let properties = try #require(schema["properties"])
    #expect(properties["regime"]?["enum"] == ["threshold", "convergence", "clubs"])
    #expect(properties["without"]?["anyOf"]?.elements?.count == 2)
    #expect(properties["without"]?["anyOf"]?.elements?.last?["type"] == "array")
    let package = try #require(properties["programmes"]?["items"]?["properties"]?["package"])
    #expect(package["items"]?["maxProperties"] == 1)
    #expect(package["items"]?["properties"]?.keys == PackageSchema.entries.map(\.name))
    let loan = try #require(package["items"]?["properties"]?["soft_loan"]?["properties"])
    #expect(loan["remove"]?["const"] == true)
    #expect(
      loan["take_up"]?["description"]
        == "the part of the enrolled that take it up. Unit: share. Without it: 0.6 (assumed)")
    #expect(loan["take_up"]?["default"] == 0.6)
  }

  @Test("a file that extends another may leave out what the other gives, but not what is replaced whole")
  func requirements() throws {
    let schema = Self.schema(.scenario)
    #expect(schema["required"] == nil)
    #expect(schema["if"] == ["required": ["extends"]])
    let alone = try #require(schema["else"])
    #expect(alone["required"] == ["name", "start", "population"])
    #expect(alone["properties"]?["population"]?["required"] == ["places"])
    let programme = try #require(alone["properties"]?["programmes"]?["items"])
    #expect(programme["required"] == ["name", "partner", "from", "until", "package"])
    #expect(programme["properties"]?["remove"] == false)
    #expect(programme["properties"]?["package"]?["minItems"] == 1)

    let properties = try #require(schema["properties"])
    #expect(properties["programmes"]?["items"]?["required"] == ["name"])
    #expect(properties["population"]?["properties"]?["places"]?["minItems"] == 1)
    #expect(
      properties["population"]?["properties"]?["places"]?["items"]?["required"]
        == ["district", "tehsil", "settlement_type", "households", "survey"])
  }

  @Test("a design has one method; a portfolio one of the outcomes that there are")
  func otherFiles() throws {
    let design = Self.schema(.design)
    #expect(design["required"] == ["name", "scenarios", "method", "variables"])
    #expect(design["properties"]?["method"]?["minProperties"] == 1)
    #expect(design["properties"]?["method"]?["maxProperties"] == 1)
    #expect(design["properties"]?["set"]?["additionalProperties"]?["type"] == ["string", "number", "boolean"])
    #expect(Self.schema(.portfolio)["properties"]?["outcome"]?["enum"] == ["durable_exits", "headcount_ratio"])
  }

  @Test("the same tables give the same bytes, and every reference leads somewhere", arguments: FileKind.allCases)
  func references(kind: FileKind) throws {
    let schema = Self.schema(kind)
    #expect(schema.rendered() == Self.schema(kind).rendered())
    for object in schema.objects where object["$ref"] != nil { #expect(schema.resolved(object) != nil) }
  }
}

// MARK: - The tables

extension Record {
  /// The dotted paths of all keys, here and below.
  fileprivate func allPaths(isLayered: Bool) -> [String] {
    fields.flatMap { field in
      let isNamed = isLayered && ScenarioNode.namedLists.contains(field.key)
      return [field.key]
        + field.shape.allPaths(isLayered: isLayered, isNamed: isNamed).map { "\(field.key).\($0)" }
    }
  }
}

extension Shape {
  fileprivate func allPaths(isLayered: Bool, isNamed: Bool = false) -> [String] {
    switch self {
    case .record(let record): record.allPaths(isLayered: isLayered)
    case .list(.record(let record), _, _, _, _): record.allPaths(isLayered: isLayered) + (isNamed ? ["remove"] : [])
    case .list(.variant(let variants), _, _, _, _):
      variants.flatMap { variant in
        let below = variant.record.allPaths(isLayered: isLayered) + (isNamed ? ["remove"] : [])
        return [variant.name] + below.map { "\(variant.name).\($0)" }
      }
    default: []
    }
  }
}
