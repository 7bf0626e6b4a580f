public import Notation

/// Ways into a JSON value.
extension JSONValue {
  /// The value of a member of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The keys of an object.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// The elements of a list.
  var elements: [JSONValue]? {
    guard case .list(let elements) = self else { return nil }
    return elements
  }

  /// This object and all inside it.
  var objects: [JSONValue] {
    switch self {
    case .object(let members): [self] + members.flatMap(\.value.objects)
    case .list(let elements): elements.flatMap(\.objects)
    default: []
    }
  }

  /// What a schema inside this one refers to.
  func resolved(_ schema: JSONValue) -> JSONValue? {
    guard case .text(let reference) = schema["$ref"] else { return schema }
    return self["$defs"]?[String(reference.dropFirst("#/$defs/".count))]
  }

  /// The dotted paths of all keys that a schema of a file knows; those of evidence are none.
  var allPaths: [String] {
    let here =
      (self["properties"].map { properties in
        properties.keys.flatMap { key in [key] + (properties[key]?.allPaths ?? []).map { "\(key).\($0)" } }
      }) ?? []
    let list = self["anyOf"]?.elements?.last ?? self
    return here + (list["items"]?.allPaths ?? [])
  }
}

extension JSONValue: Equatable {
  /// Whether two values are spelled alike.
  public static func == (left: JSONValue, right: JSONValue) -> Bool { left.compact == right.compact }
}
