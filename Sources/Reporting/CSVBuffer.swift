internal import Notation

/// Rows of comma-separated values (RFC 4180, lines ended by LF), kept as bytes until they are written.
package struct CSVBuffer {
  package private(set) var bytes: [UInt8] = []
  private var rowIsEmpty = true

  package init() {}

  /// Appends a cell, quoted where it must be.
  package mutating func append(_ text: String) {
    separate()
    var text = text
    text.withUTF8 { cell in
      guard cell.contains(where: Self.needsQuotes) else {
        bytes.append(contentsOf: cell)
        return
      }
      bytes.append(CSVRow.quote)
      for byte in cell {
        if byte == CSVRow.quote { bytes.append(CSVRow.quote) }
        bytes.append(byte)
      }
      bytes.append(CSVRow.quote)
    }
  }

  /// Appends a cell with a whole number.
  package mutating func append(_ whole: Int) {
    separate()
    bytes.append(contentsOf: whole.description.utf8)
  }

  /// Appends a cell with a number; an empty one for NaN.
  package mutating func append(_ real: Double) {
    separate()
    bytes.append(contentsOf: NumberText.text(real).utf8)
  }

  /// Appends a cell with a number of single precision; an empty one for NaN.
  package mutating func append(_ single: Float) {
    separate()
    bytes.append(contentsOf: NumberText.text(single).utf8)
  }

  package mutating func endRow() {
    bytes.append(CSVRow.lineFeed)
    rowIsEmpty = true
  }

  /// Forgets what has been written elsewhere, between rows.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func separate() {
    if !rowIsEmpty { bytes.append(CSVRow.comma) }
    rowIsEmpty = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == CSVRow.comma || byte == CSVRow.quote || byte == CSVRow.lineFeed || byte == UInt8(ascii: "\r")
  }
}
