import Foundation

/// Reads the text of a survey file.
enum SurveyText {
  /// All bytes of a file.
  static func contents(path: String) throws(SurveyError) -> [UInt8] {
    var isDirectory = ObjCBool(false)
    let reason: String
    if !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      reason = "no such file"
    } else if isDirectory.boolValue {
      reason = "it is a directory; give a CSV file"
    } else if let data = FileManager.default.contents(atPath: path) {
      return Array(data)
    } else {
      reason = "permission denied"
    }
    throw failure(reason, path: path)
  }

  /// The text that some bytes hold.
  static func text(_ contents: [UInt8], path: String) throws(SurveyError) -> String {
    guard let text = String(validating: contents, as: UTF8.self) else {
      throw failure("it is not UTF-8 text", path: path)
    }
    return text
  }

  private static func failure(_ reason: String, path: String) -> SurveyError {
    let diagnostic = SurveyDiagnostic(
      file: path, line: nil, column: "", problem: .unreadableFile(reason: reason), suggestion: nil)
    return SurveyError(diagnostics: [diagnostic], count: 1)
  }
}
