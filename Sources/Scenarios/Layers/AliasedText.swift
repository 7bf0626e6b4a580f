internal import Yams

/// A text with plain words in the place of its aliases.
///
/// To compare an alias with other keys, the YAML library would go through all that it stands for, which a few lines can
/// make endless. So keys are looked at before aliases are followed.
struct AliasedText {
  /// The text, of the same lines and columns.
  let text: String
  private let words: Set<String>

  /// Replaces what may be aliases; nil where there are none.
  /// - Complexity: O(n).
  init?(_ yaml: String) {
    guard yaml.utf8.contains(UInt8(ascii: "&")), yaml.utf8.contains(UInt8(ascii: "*")) else { return nil }
    var bytes = Array(yaml.utf8)
    var words: Set<String> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "*") && Self.begins(bytes, at: index) {
      let name = bytes[(index + 1)...].prefix(while: Self.isNamed)
      guard !name.isEmpty else { continue }
      bytes[index] = UInt8(ascii: "x")
      words.insert("x" + String(decoding: name, as: UTF8.self))
    }
    guard !words.isEmpty else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
    self.words = words
  }

  /// Refuses keys that are aliases, or lists and mappings that may hold some.
  /// - Parameter node: what was read of `text`.
  /// - Throws: `YAMLReading.Failure` with the first one.
  func checkKeys(of node: Node) throws(YAMLReading.Failure) {
    switch node {
    case .scalar, .alias: return
    case .sequence(let sequence):
      for element in sequence { try checkKeys(of: element) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        let isWord = key.scalar.map { $0.style != .plain || !words.contains($0.string) } ?? false
        guard isWord else {
          throw YAMLReading.Failure(problem: .keyIsNotText, place: key.mark.map { ($0.line, $0.column) })
        }
        try checkKeys(of: value)
      }
    }
  }

  private static func begins(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return before <= UInt8(ascii: " ") || before >= 0x80 || "[{,:-?".utf8.contains(before)
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
