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
      bytes.append(Self.quote)
      for byte in cell {
        if byte == Self.quote { bytes.append(Self.quote) }
        bytes.append(byte)
      }
      bytes.append(Self.quote)
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

  /// Ends the row.
  package mutating func endRow() {
    bytes.append(Self.lineFeed)
    rowIsEmpty = true
  }

  /// Forgets what has been written elsewhere, between rows.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func separate() {
    if !rowIsEmpty { bytes.append(Self.comma) }
    rowIsEmpty = false
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == comma || byte == quote || byte == lineFeed || byte == UInt8(ascii: "\r")
  }
}
