import Notation

/// Reads the text of a survey file.
enum SurveyText {
  /// Bytes of a survey at most: some millions of households.
  private static let limit = 500_000_000

  /// All bytes of a file, or of a pipe to its end.
  static func contents(path: String) throws(SurveyError) -> [UInt8] {
    do throws(InputText.Failure) {
      return try InputText.bytes(path: path, kind: "a CSV file", limit: limit, allowsPipes: true)
    } catch {
      throw failure(error, path: path)
    }
  }

  /// The text that some bytes hold.
  static func text(_ contents: [UInt8], path: String) throws(SurveyError) -> String {
    do throws(InputText.Failure) {
      return InputText.withoutMark(try InputText.text(contents))
    } catch {
      throw failure(error, path: path)
    }
  }

  private static func failure(_ failure: InputText.Failure, path: String) -> SurveyError {
    let diagnostic = SurveyDiagnostic(
      file: path, line: nil, column: "", problem: .unreadableFile(reason: failure.reason), suggestion: nil)
    return SurveyError(diagnostics: [diagnostic], count: 1)
  }
}
