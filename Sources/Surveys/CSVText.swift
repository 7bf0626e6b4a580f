internal import SwiftCSV

/// Reads CSV row by row with the line of each row.
///
/// This is the only file that knows the CSV library.
enum CSVText {
  /// The text is not CSV; the reader's words.
  struct Failure: Error {
    let words: String
    /// The line of the row in which reading stopped.
    let line: Int
  }

  /// A view that keeps no rows, so that the library reads nothing but the header until it is asked for rows.
  private struct HeaderOnly: CSVView {
    let rows: [[String]] = []
    let columns: [String]? = nil

    init(header: [String], text: String, delimiter: CSVDelimiter, loadColumns: Bool, rowLimit: Int?) {}

    func serialize(header: [String], delimiter: CSVDelimiter) -> String { "" }
  }

  /// Calls a function with the line and the cells of each row, the header first; empty lines are left out.
  static func forEachRow(of text: String, _ body: (Int, [String]) -> Void) throws(Failure) {
    var line = 1
    do {
      let csv = try CSV<HeaderOnly>(string: text, delimiter: .comma, loadColumns: false)
      try withoutActuallyEscaping(body) { body in
        try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
          if cells != [""] { body(line, cells) }
          // A quoted cell may hold line breaks of its own.
          line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
        }
      }
    } catch {
      let words =
        switch error as? CSVParseError {
        case .generic(let message), .quotation(let message): message
        case nil: "\(error)"
        }
      throw Failure(words: words, line: line)
    }
  }
}
