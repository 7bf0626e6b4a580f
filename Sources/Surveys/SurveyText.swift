import Notation

/// Reads the text of a survey file.
enum SurveyText {
  /// Bytes of a survey at most: some millions of households.
  private static let limit = 500_000_000

  static func read(path: String) throws(SurveyError) -> String {
    do throws(InputText.Failure) {
      let bytes = try InputText.bytes(path: path, kind: "a CSV file", limit: limit, allowsPipes: true)
      return InputText.withoutMark(try InputText.text(bytes))
    } catch {
      let diagnostic = SurveyDiagnostic(
        file: path, line: nil, column: "", problem: .unreadableFile(reason: error.reason), suggestion: nil)
      throw SurveyError(diagnostics: [diagnostic], count: 1)
    }
  }
}
