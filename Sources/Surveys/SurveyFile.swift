public import Households
internal import Notation

/// Reads a household survey: a CSV file with a header, one row for each household.
///
/// Columns may stand in any order; those with other names are ignored. Required columns:
///
/// | column | meaning |
/// |---|---|
/// | province | the province, by which a scenario chooses the rows of a place |
/// | region | `rural` or `urban` |
/// | persons | members, at least 1 |
/// | children | members under 18 |
/// | workers | members who work |
/// | female_head | 1 if a woman heads the household, else 0 |
/// | head_literate | 1 if the head reads with understanding, else 0 |
/// | rooms | rooms, at least 1 |
/// | toilet | `flush`, `pit` or `none` |
/// | consumption_pkr_month | consumption of the household, PKR a month, above 0 |
///
/// Optional columns; where one is absent the value in brackets is taken. An empty cell is an error,
/// except one of `id`, which then tells nothing:
///
/// | column | meaning |
/// |---|---|
/// | adult_equivalents | official scale, above 0 and at most `persons` [persons - 0.2 children] |
/// | elderly | members over 64 [0] |
/// | school_age | members aged 5 to 16 [0] |
/// | in_school | of them attending school [0] |
/// | livestock | 1 if the household keeps animals, else 0 [0] |
/// | land_acres | owned land, acres [0] |
/// | weight | relative chance of being drawn within province and region, at least 0 [1] |
/// | id | what tells the household from all others; two rows with the same are refused [none] |
///
/// The extract of the Household Integrated Economic Survey 2015-16 of the Pakistan Bureau of Statistics has this form.
public enum SurveyFile {
  /// Reads a survey.
  /// - Parameter path: the file.
  /// - Returns: the households in the order of the file.
  /// - Throws: `SurveyError` with the problems of all rows, of which the first 20 are kept.
  public static func read(path: String) throws(SurveyError) -> [SurveyHousehold] {
    try read(try contents(path: path), path: path)
  }

  /// All bytes of a survey, so that what is digested is what is read.
  /// - Parameter path: the file.
  /// - Returns: its bytes.
  /// - Throws: `SurveyError` where it cannot be read.
  public static func contents(path: String) throws(SurveyError) -> [UInt8] {
    do throws(InputText.Failure) {
      return try InputText.bytes(path: path, kind: "a CSV file", limit: limit, allowsPipes: true)
    } catch {
      throw failure(error, path: path)
    }
  }

  /// Reads a survey from its bytes.
  /// - Parameters:
  ///   - contents: its bytes.
  ///   - path: the file, for messages.
  /// - Returns: the households in the order of the file.
  /// - Throws: `SurveyError` with the problems of all rows, of which the first 20 are kept.
  public static func read(_ contents: [UInt8], path: String) throws(SurveyError) -> [SurveyHousehold] {
    var reader = RowReader(file: path, columns: SurveyColumns.all) { $0.household() }
    reader.read(try text(contents, path: path))
    reader.requireWeight(\.weight)
    if let error = reader.error { throw error }
    return reader.rows
  }

  /// Bytes of a survey at most: some millions of households.
  private static let limit = 500_000_000

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
