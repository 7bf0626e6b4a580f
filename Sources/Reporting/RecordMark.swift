internal import Foundation

/// By what a file is known as a record that untrap has written, in whatever form and of whatever version.
enum RecordMark {
  /// What the forms of all records begin with.
  private static let prefix = "untrap-"

  private struct Form: Decodable {
    let format: String
  }

  /// Whether a file is such a record.
  static func isOn(_ path: String) -> Bool {
    guard let contents = try? RegularFile.contents(of: path) else { return false }
    // The format stands first, so that a record of which a later part was damaged is still known.
    if contents.starts(with: Data("{\n  \"format\": \"\(prefix)".utf8)) { return true }
    return (try? JSONDecoder().decode(Form.self, from: contents))?.format.hasPrefix(prefix) ?? false
  }
}
