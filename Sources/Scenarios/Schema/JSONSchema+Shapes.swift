internal import Notation

extension JSONSchema {
  // MARK: - Keys

  /// The form of a mapping: its keys, those that this very file must give among them, and `remove` where it is an entry
  /// that an extended file may have.
  mutating func members(of record: Record, requiringKeys: Bool, isRemovable: Bool = false) -> Members {
    var properties: Members = record.fields.map { field in
      let shape = members(of: field.shape, key: field.key, requiringKeys: requiringKeys)
      return (field.key, .object(shape + annotations(of: field)))
    }
    if isRemovable { properties.append(("remove", .object(removal))) }
    var object: Members = [("type", "object"), ("properties", .object(properties))]
    let required = requiringKeys ? record.requiredKeys : isRemovable ? record.requiredKeys.filter { $0 == "name" } : []
    if !required.isEmpty { object.append(("required", .list(required.map(JSONValue.text)))) }
    if record.holdsOneKey { object += [("minProperties", 1), ("maxProperties", 1)] }
    return object + [("additionalProperties", false)]
  }

  private var removal: Members {
    [("const", true), ("description", "true: takes the entry of this name away from what the extended file has")]
  }

  private func annotations(of field: Field) -> Members {
    var members: Members = [("description", .text(field.explanation))]
    if case .standard(let content, _, _) = field.presence, let value = content.json {
      members.append(("default", value))
    }
    return members
  }

  // MARK: - Values

  /// The form of a value.
  mutating func members(of shape: Shape, key: String = "", requiringKeys: Bool) -> Members {
    switch shape {
    case .text, .prose: reference("text") { _ in [("type", ["string", "number", "boolean"])] }
    case .flag: [("type", "boolean")]
    case .number, .whole: number(shape)
    case .quarter: [("type", "string"), ("pattern", "^[0-9]{4}-Q[1-4]$")]
    case .choice(let words): [("enum", .list(words.map(JSONValue.text)))]
    case .record(let record): members(of: record, requiringKeys: requiringKeys)
    case .list(let element, let least, let most, _, let singleAllowed):
      list(of: element, least: least, most: most, key: key, singleAllowed: singleAllowed)
    case .variant(let variants): variant(variants, requiringKeys: requiringKeys)
    case .settings: settings
    case .remark: []
    }
  }

  private mutating func list(of element: Shape, least: Int, most: Int, key: String, singleAllowed: Bool) -> Members {
    let isNamed = isLayered && ScenarioNode.namedLists.contains(key)
    let items =
      if isNamed, case .record(let record) = element {
        members(of: record, requiringKeys: false, isRemovable: true)
      } else {
        members(of: element, requiringKeys: !isNamed)
      }
    var array: Members = [("type", "array"), ("items", .object(items))]
    // Entries of named lists come and go with the files that extend others.
    if least > 0, !isNamed { array.append(("minItems", .whole(least))) }
    if !isNamed { array.append(("maxItems", .whole(most))) }
    return singleAllowed ? [("anyOf", .list([.object(items), .object(array)]))] : array
  }

  private mutating func variant(_ variants: [Shape.Variant], requiringKeys: Bool) -> Members {
    let properties: Members = variants.map { variant in
      let record = members(of: variant.record, requiringKeys: requiringKeys, isRemovable: isLayered)
      return (variant.name, .object(record))
    }
    return [
      ("type", "object"), ("minProperties", 1), ("maxProperties", 1), ("properties", .object(properties)),
      ("additionalProperties", false),
    ]
  }

  private var settings: Members {
    [("type", "object"), ("additionalProperties", ["type": ["string", "number", "boolean"]])]
  }

  // MARK: - Numbers

  /// A number, alone or with its evidence: `type` lists both, and every other keyword speaks of one of them.
  private mutating func number(_ shape: Shape) -> Members {
    let words = shape.expectation
    let name = words.replacing("a ", with: "", maxReplacements: 1).replacing(" ", with: "-")
    return reference(name) { schema in
      let plain = shape.plainNumber
      let evidence = schema.reference("evidence") { schema in
        Array(schema.members(of: Checker.evidence, requiringKeys: true).dropFirst())
      }
      return [("type", .list(plain.types + ["object"]))] + plain.limits
        + [
          ("allOf", [.object(evidence)]),
          ("properties", ["value": .object([("type", .list(plain.types))] + plain.limits)]),
        ]
    }
  }
}

extension Shape {
  /// A number without evidence: its types, and its limits.
  fileprivate var plainNumber: (types: [JSONValue], limits: JSONSchema.Members) {
    var limits: JSONSchema.Members = []
    guard let allowed = allowedNumbers else { return ([], []) }
    var (type, fraction) = ("integer", "")
    var greatest = allowed.upperBound
    if case .number(let bounds) = self {
      (type, fraction) = ("number", "(\\.[0-9]+)?")
      if bounds.lower > -.infinity {
        limits.append((bounds.excludesLower ? "exclusiveMinimum" : "minimum", .real(bounds.lower)))
      }
    } else {
      limits.append(("minimum", .real(allowed.lowerBound)))
    }
    if case .whole(let range) = self, range.upperBound == .max { greatest = .infinity }
    if greatest < .infinity { limits.append(("maximum", .real(greatest))) }
    // Thousands with underscores are words in YAML 1.2 and numbers in YAML 1.1.
    guard greatest >= 1000 else { return ([.text(type)], limits) }
    let sign = allowed.lowerBound < 0 ? "[+-]?" : "[+]?"
    limits.append(("pattern", .text("^\(sign)[1-9][0-9]*(_[0-9]+)+\(fraction)$")))
    return ([.text(type), "string"], limits)
  }
}

extension CheckedValue.Content {
  /// A value that is taken where none is given; nil for what no table has as one.
  fileprivate var json: JSONValue? {
    switch self {
    case .text(let text): .text(text)
    case .flag(let flag): .truth(flag)
    case .number(let number): .real(number)
    case .whole(let whole): .whole(whole)
    case .quarter, .record, .list, .variant: nil
    }
  }
}
