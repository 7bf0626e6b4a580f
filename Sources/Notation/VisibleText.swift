/// Texts as they are shown to people: what cannot be seen is spelled out, and what is long is cut.
public enum VisibleText {
  /// Characters of a text that a message quotes at most.
  public static let quotedAtMost = 120

  /// The characters of a text that cannot be seen, or that change how others are seen, each once, in order.
  ///
  /// These are controls (line breaks and tabs among them), separators of lines and paragraphs, controls of the writing
  /// direction, and characters without width. Joiners and variation selectors are allowed after a letter or sign beyond
  /// ASCII, where Urdu and emoji need them.
  ///
  /// Source: Unicode Technical Report 36, Unicode Security Considerations, 2014, section 2.
  /// - Parameters:
  ///   - text: any text.
  ///   - allowed: characters that are not counted, such as the line breaks of a description.
  /// - Returns: the characters.
  /// - Complexity: O(n).
  public static func hidden(in text: String, besides allowed: Set<Unicode.Scalar> = []) -> [Unicode.Scalar] {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return [] }
    var found: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isHidden(scalar, after: previous), !allowed.contains(scalar), !found.contains(scalar) { found.append(scalar) }
      previous = scalar
    }
    return found
  }

  /// A text that is safe to print: characters that cannot be seen are spelled out as in `\u202E`, and what is too long
  /// is cut.
  /// - Parameters:
  ///   - text: any text.
  ///   - limit: characters of the text that are shown at most.
  ///   - allowed: characters that are printed as they are.
  /// - Returns: the text; the same where nothing of it is hidden or too long.
  /// - Complexity: O(limit), and O(n) without a limit.
  public static func shown(
    _ text: String, atMost limit: Int = .max, besides allowed: Set<Unicode.Scalar> = []
  ) -> String {
    var kept = text
    let scalars = text.unicodeScalars
    if text.utf8.count > limit,
      let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    {
      kept = String(scalars[..<end]) + "..."
    }
    guard kept.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return kept }
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in kept.unicodeScalars {
      if isHidden(scalar, after: previous), !allowed.contains(scalar) {
        result += spelled(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    return result
  }

  /// A character as it is spelled out: `\n`, `\u202E`, `\U000E0001`.
  public static func spelled(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = scalar.value > 0xFFFF ? 8 : 4
      return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
    guard !scalar.isASCII else { return scalar.value < 0x20 || scalar.value == 0x7F }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: break
    }
    let isAnnotation = (0xFFF9...0xFFFB).contains(scalar.value)
    guard scalar.properties.isDefaultIgnorableCodePoint || isAnnotation else { return false }
    guard isJoiner(scalar) || scalar.properties.isVariationSelector, let previous else { return true }
    return previous.isASCII || isJoiner(previous)
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }
}
