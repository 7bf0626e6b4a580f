internal import Foundation

/// What tells a picture that untrap has drawn from all others, the same in every one: a comment at the end of an SVG file
/// (W3C, Extensible Markup Language 1.0, section 2.5), a text chunk after the header of a PNG file (W3C, Portable Network
/// Graphics, third edition, section 11.3.3.2).
enum PictureMark {
  private static let comment = Data("\n<!-- drawn by untrap -->\n".utf8)
  private static let signature = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  /// The header is the first chunk, and of fixed length.
  private static let headerEnd = signature.count + 4 + 4 + 13 + 4
  /// Length, kind, keyword, text, and the cyclic redundancy check of all but the length.
  private static let chunk =
    Data([0, 0, 0, 15]) + Data("tEXtSoftware\0untrap".utf8) + Data([0x33, 0x3A, 0xAA, 0xEA])

  /// A picture with the mark.
  static func marked(_ picture: Data, as format: Drawing.Format) -> Data {
    switch format {
    case .svg: return picture + comment
    case .png:
      guard picture.starts(with: signature), picture.count > headerEnd else { return picture }
      return picture.prefix(headerEnd) + chunk + picture.dropFirst(headerEnd)
    }
  }

  /// Whether some bytes are a picture with the mark.
  static func isOn(_ contents: Data) -> Bool {
    if contents.starts(with: signature) { return contents.dropFirst(headerEnd).starts(with: chunk) }
    return contents.starts(with: Data("<svg".utf8)) && contents.suffix(comment.count) == comment
  }
}
