package import Experiments
package import Foundation

/// The table of evidence as a file of its own.
package enum EvidenceFile {
  /// All that stands in the file.
  package static func contents(of findings: EvidenceFindings) -> Data {
    var cells = header
    for (place, figure) in findings.figures.enumerated() {
      EvidenceRow.table.append(EvidenceRow(figure, at: place, of: findings), to: &cells)
      cells.endRow()
    }
    return Data(cells.bytes)
  }

  /// Whether a file is such a table, by its header.
  package static func isEvidence(_ contents: Data) -> Bool { contents.starts(with: header.bytes) }

  private static var header: CSVBuffer {
    var cells = CSVBuffer()
    for column in EvidenceRow.schema.columns { cells.append(column.name) }
    cells.endRow()
    return cells
  }
}
