import Charts
import Foundation
package import Reporting

/// Tables of a few rows as tests write them, read as results are.
///
/// A table is its lines: a heading with the columns that matter, then cells between commas that no space follows. Whole
/// numbers that are left out are 0, all else is empty.
package struct SmallTables: RowSource {
  private let files: [String: [String]]

  /// Tables by the names of their files.
  package init(_ files: [String: [String]]) { self.files = files }

  package func rows<Row: ReadableRow>(of table: Row.Type, where filters: [RowFilter<Row>]) throws -> [Row] {
    let schema = Row.table.schema
    guard let lines = files[schema.fileName] else { return [] }
    let given = lines.map { $0.split(separator: /,(?! )/, omittingEmptySubsequences: false).map(String.init) }
    let names = schema.columns.map(\.name)
    precondition(given[0].allSatisfy(names.contains), "\(schema.fileName) has not all of \(lines[0])")
    let rows = given.dropFirst().map { cells in
      schema.columns.map { column in
        given[0].firstIndex(of: column.name).map { "\"\(cells[$0])\"" } ?? (column.kind == .integer ? "0" : "")
      }
    }
    let contents = Data(([names] + rows).map { $0.joined(separator: ",") + "\n" }.joined().utf8)
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    try contents.write(to: URL(fileURLWithPath: folder.path + "/" + schema.fileName))
    let recorded = FileDigest(name: schema.fileName, contents: Array(contents))
    return try Row.read(in: folder.path, outputs: [recorded], where: filters) ?? []
  }
}
