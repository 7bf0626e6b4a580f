extension JSONValue {
  /// A value as JSON, its members in the order in which it encodes them.
  /// - Parameter value: what is made of texts, numbers, truth values, lists and members, none of which fails.
  public init(encoding value: some Encodable) {
    let encoder = OrderedEncoder()
    do { try encoder.encode(value) } catch { preconditionFailure("\(type(of: value)) cannot be encoded: \(error)") }
    self = encoder.value
  }
}

/// Collects what one value encodes: a scalar, elements or members.
private final class OrderedEncoder: Encoder, SingleValueEncodingContainer {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private var scalar: JSONValue?
  private var elements: [OrderedEncoder]?
  private var members: [(key: String, encoder: OrderedEncoder)] = []

  var value: JSONValue {
    if let scalar { return scalar }
    if let elements { return .list(elements.map(\.value)) }
    return .object(members.map { ($0.key, $0.encoder.value) })
  }

  var count: Int { elements?.count ?? 0 }

  func encode(_ value: some Encodable) throws {
    switch value {
    case let text as String: scalar = .text(text)
    case let truth as Bool: scalar = .truth(truth)
    case let whole as Int: scalar = .whole(whole)
    case let whole as UInt64: scalar = .unsigned(whole)
    case let real as Double: scalar = .real(real)
    default: try value.encode(to: self)
    }
  }

  func encodeNil() { scalar = .literal("null") }

  func element() -> OrderedEncoder {
    let encoder = OrderedEncoder()
    elements?.append(encoder)
    return encoder
  }

  func member(_ key: String) -> OrderedEncoder {
    let encoder = OrderedEncoder()
    members.append((key, encoder))
    return encoder
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Members(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    elements = elements ?? []
    return Elements(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: OrderedEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { encoder.member(key.stringValue).encodeNil() }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try encoder.member(key.stringValue).encode(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { encoder.member(key.stringValue).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder.member(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder.member("super") }

  func superEncoder(forKey key: Key) -> any Encoder { encoder.member(key.stringValue) }
}

private struct Elements: UnkeyedEncodingContainer {
  let encoder: OrderedEncoder
  var codingPath: [any CodingKey] { [] }
  var count: Int { encoder.count }

  func encodeNil() { encoder.element().encodeNil() }

  func encode<Value: Encodable>(_ value: Value) throws { try encoder.element().encode(value) }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    encoder.element().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.element().unkeyedContainer() }

  func superEncoder() -> any Encoder { encoder.element() }
}
