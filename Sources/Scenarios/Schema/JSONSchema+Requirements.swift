internal import Notation

extension JSONSchema {
  /// What a file that extends no other must hold, and must not: the keys without which it is refused; nil where there is
  /// nothing.
  static func requirements(of record: Record) -> Members? {
    let required = record.requiredKeys
    let properties: Members = record.fields.compactMap { field in
      requirements(of: field.shape, key: field.key).map { (field.key, .object($0)) }
    }
    var members: Members = []
    if !required.isEmpty { members.append(("required", .list(required.map(JSONValue.text)))) }
    if !properties.isEmpty { members.append(("properties", .object(properties))) }
    return members.isEmpty ? nil : members
  }

  private static func requirements(of shape: Shape, key: String) -> Members? {
    switch shape {
    case .record(let record): return requirements(of: record)
    case .variant(let variants):
      let properties: Members = variants.map { ($0.name, .object(entryRequirements(of: $0.record))) }
      return [("properties", .object(properties))]
    case .list(let element, let least, _, _, _) where ScenarioNode.namedLists.contains(key):
      let items =
        if case .record(let record) = element { entryRequirements(of: record) } else {
          requirements(of: element, key: "") ?? []
        }
      return (least > 0 ? [("minItems", .whole(least))] : []) + [("items", .object(items))]
    case .text, .prose, .flag, .number, .whole, .quarter, .choice, .list, .settings, .remark: return nil
    }
  }

  /// Those of an entry of a list whose entries have names: there is nothing from which it could be removed.
  private static func entryRequirements(of record: Record) -> Members {
    var members = requirements(of: record) ?? []
    var properties: Members = [("remove", false)]
    if let index = members.firstIndex(where: { $0.key == "properties" }),
      case .object(let others) = members.remove(at: index).value
    {
      properties = others + properties
    }
    members.append(("properties", .object(properties)))
    return members
  }
}

extension Record {
  var requiredKeys: [String] {
    fields.filter { if case .required = $0.presence { true } else { false } }.map(\.key)
  }
}
