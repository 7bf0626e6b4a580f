internal import Notation

/// What can be wrong in a survey file.
///
/// The list is closed, so that every case has its wording and its test.
public enum SurveyProblem: Hashable, Sendable {
  /// The file is not there or cannot be read; the reason in words.
  case unreadableFile(reason: String)
  /// The file has no header or no rows.
  case emptyFile
  /// The file is not CSV; the reader's words.
  case invalidCSV(String)
  /// Cells are divided by semicolons or tabs.
  case otherSeparator
  /// A required column is not there; what it holds.
  case missingColumn(meaning: String)
  /// A column that is read is there twice.
  case duplicateColumn
  /// A column that is not read has nearly the name of one that would be; that name.
  case nearlyColumn(String)
  /// A row has another number of cells than the header.
  case wrongCellCount(found: Int, expected: Int)
  /// A cell of a required column is empty.
  case emptyCell
  /// A cell is not of the expected kind; what is expected.
  case badCell(String, expected: String)
  /// A cell is a number with commas; the number without them.
  case commaNumber(String, plain: String, isDecimal: Bool)
  /// A cell has characters that cannot be seen; those, spelled out.
  case hiddenCharacters(String, [String])
  /// A cell is a word that a spreadsheet would take for a formula.
  case formula(String)
  /// A cell contradicts another one of its row.
  case contradiction(String, rule: String)
  /// A cell that tells a household from all others is that of an earlier row, too; the line of that.
  case repeated(String, firstLine: Int)
  /// No row has a weight above 0.
  case noWeight

  /// Why a word may be no cell of tables; nil where it may.
  init?(ofWord text: String) {
    let hidden = VisibleText.hidden(in: text)
    guard hidden.isEmpty else {
      self = .hiddenCharacters(text, hidden.map(VisibleText.spelled))
      return
    }
    guard CellText.isFormula(text) else { return nil }
    self = .formula(text)
  }

  private static func shown(_ text: String) -> String {
    VisibleText.shown(text, atMost: VisibleText.quotedAtMost)
  }

  /// What is wrong and what is allowed, in words.
  var message: String {
    switch self {
    case .unreadableFile(let reason): "cannot be read: \(reason)"
    case .emptyFile: "the file has no rows below a header"
    case .invalidCSV(let words): "is not valid CSV: \(words)"
    case .otherSeparator: "cells are divided by semicolons or tabs; save the file with commas and decimal points"
    case .missingColumn(let meaning): "this column is missing: \(meaning)"
    case .duplicateColumn: "this column is there twice; keep one"
    case .nearlyColumn(let name): "is not read as '\(name)', which is written in small letters and without spaces"
    case .wrongCellCount(let found, let expected):
      "the row has \(found) cells, the header \(expected)"
        + (found > expected ? "; a comma within a cell needs quotes around it, and numbers have no commas" : "")
    case .emptyCell: "the cell is empty; a column that is there has a value in every row"
    case .badCell(let text, let expected): "found '\(Self.shown(text))'; expected \(expected)"
    case .commaNumber(let text, let plain, true):
      "found '\(Self.shown(text))', which has a decimal comma; write it with a point: \(Self.shown(plain))"
    case .commaNumber(let text, let plain, false):
      "found '\(Self.shown(text))', which has commas; write it without them: \(Self.shown(plain))"
    case .hiddenCharacters(let text, let characters):
      "found '\(Self.shown(text))', which has characters that cannot be seen (\(characters.joined(separator: ", ")))"
    case .formula(let text):
      "found '\(Self.shown(text))', which a spreadsheet would take for a formula; begin a word with a letter or a digit"
    case .contradiction(let text, let rule): "found \(text); \(rule)"
    case .repeated(let text, let line):
      "'\(text)' is in line \(line) already; each household has one row, with an id of its own"
    case .noWeight: "no row has a weight above 0, so none can be drawn"
    }
  }
}
