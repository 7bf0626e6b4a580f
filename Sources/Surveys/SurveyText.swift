import Foundation

/// Reads the text of a survey file.
enum SurveyText {
  static func read(path: String) throws(SurveyError) -> String {
    var isDirectory = ObjCBool(false)
    let reason: String
    if !FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      reason = "no such file"
    } else if isDirectory.boolValue {
      reason = "it is a directory; give a CSV file"
    } else if let data = FileManager.default.contents(atPath: path) {
      if let text = String(validating: data, as: UTF8.self) { return text }
      reason = "it is not UTF-8 text"
    } else {
      reason = "permission denied"
    }
    let diagnostic = SurveyDiagnostic(
      file: path, line: nil, column: "", problem: .unreadableFile(reason: reason), suggestion: nil)
    throw SurveyError(diagnostics: [diagnostic], count: 1)
  }
}
