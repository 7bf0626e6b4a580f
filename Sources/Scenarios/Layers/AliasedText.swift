internal import Yams

/// A text with plain words in the place of its aliases.
///
/// To compare an alias with other keys, the YAML library would go through all that it stands for, which a few lines can
/// make endless. So keys are looked at before aliases are followed.
struct AliasedText {
  /// A character for private use, which no key begins with.
  private static let mark = "\u{E000}"

  /// The text, of the same lines and columns.
  let text: String

  /// Puts a mark in the place of the star of what may be aliases; nil where there are none.
  /// - Complexity: O(n).
  init?(_ yaml: String) {
    let bytes = Array(yaml.utf8)
    guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
    var marked: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "*"), Self.begins(bytes, at: index), index + 1 < bytes.count,
        Self.isNamed(bytes[index + 1])
      {
        marked += Self.mark.utf8
      } else {
        marked.append(byte)
      }
    }
    guard marked.count > bytes.count else { return nil }
    text = String(decoding: marked, as: UTF8.self)
  }

  /// Refuses keys of what was read of `text` that are aliases, or lists and mappings that may hold some.
  /// - Throws: `YAMLReading.Failure` with the first one.
  func checkKeys(of node: Node) throws(YAMLReading.Failure) {
    switch node {
    case .scalar, .alias: return
    case .sequence(let sequence):
      for element in sequence { try checkKeys(of: element) }
    case .mapping(let mapping):
      for (key, value) in mapping {
        let isWord = key.scalar.map { $0.style != .plain || !$0.string.hasPrefix(Self.mark) } ?? false
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
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character))
  }
}
