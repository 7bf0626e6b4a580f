/// Finds where a file differs from what came when its results were computed again.
struct FileComparison {
  /// The file that is to be proved.
  let path: String
  /// The file that was computed again.
  let again: String
  /// The columns that identify a row; nil where the file is no table.
  let key: [String]?

  /// What came of it: the first difference, if there is one, and the digest of what was read of the first file.
  func outcome() throws(OutputError) -> (difference: FileDifference?, digest: FileDigest) {
    let digest = try FileDigest(path: path)
    if digest.name == RunRecord.fileName {
      let difference = Self.lineDifference(
        ResultIdentity.comparablePart(of: try text(path)), ResultIdentity.comparablePart(of: try text(again)))
      return (difference, digest)
    }
    if try FileDigest(path: again) == digest { return (nil, digest) }
    if digest.name == StoredSums.fileName { return (.byte(try differingByte()), digest) }
    if let key, let cell = try cellDifference(key) { return (cell, digest) }
    return (Self.lineDifference(try text(path), try text(again)) ?? .line(1, there: "", again: ""), digest)
  }

  // MARK: - Tables

  /// The first cell that differs; nil where no cell does, though bytes do.
  private func cellDifference(_ key: [String]) throws(OutputError) -> FileDifference? {
    let there = try CSVReader(path: path)
    let expected = try CSVReader(path: again)
    var columns: [String] = []
    while true {
      let (isThere, isExpected) = (try there.next(), try expected.next())
      guard isThere || isExpected else { return nil }
      let (cells, expectedCells) = (there.row.cells, expected.row.cells)
      if columns.isEmpty { columns = expectedCells }
      if isThere, isExpected, cells == expectedCells { continue }
      guard isThere, isExpected, cells.count == expectedCells.count, columns.count == cells.count,
        let column = cells.indices.first(where: { cells[$0] != expectedCells[$0] })
      else {
        return .line(
          isThere ? there.line : expected.line, there: isThere ? cells.joined(separator: ",") : nil,
          again: isExpected ? expectedCells.joined(separator: ",") : nil)
      }
      let keyCells =
        expected.line == 1
        ? []
        : key.compactMap { name in
          columns.firstIndex(of: name).map { "\(name) \(expectedCells[$0])" }
        }
      return .cell(
        line: there.line, key: keyCells.joined(separator: ", "), column: columns[column],
        there: Self.shown(cells[column]), again: Self.shown(expectedCells[column]))
    }
  }

  private static func shown(_ cell: String) -> String { cell.isEmpty ? "nothing" : cell }

  // MARK: - Other files

  private func differingByte() throws(OutputError) -> Int {
    let (there, expected) = (try RegularFile.contents(of: path), try RegularFile.contents(of: again))
    return 1
      + (zip(there, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        ?? min(there.count, expected.count))
  }

  private func text(_ path: String) throws(OutputError) -> String {
    String(decoding: try RegularFile.contents(of: path), as: UTF8.self)
  }

  /// The first line that differs in a byte; two spellings of one letter differ, too.
  private static func lineDifference(_ there: String, _ again: String) -> FileDifference? {
    let lines = [there, again].map { $0.utf8.split(separator: CSVRow.lineFeed, omittingEmptySubsequences: false) }
    for index in 0..<max(lines[0].count, lines[1].count) {
      let pair = lines.map { index < $0.count ? $0[index] : nil }
      if let line = pair[0], let other = pair[1], line.elementsEqual(other) { continue }
      let texts = pair.map { line in line.map { String(decoding: $0, as: UTF8.self) } }
      return .line(index + 1, there: texts[0], again: texts[1])
    }
    return nil
  }
}
