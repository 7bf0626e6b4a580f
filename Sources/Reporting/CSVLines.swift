/// Counts the rows of comma-separated values that come in pieces.
struct CSVLines {
  /// Rows that have ended, the header included.
  private(set) var ended = 0
  private var isQuoted = false

  /// Looks at the next piece; a line feed between quotes is part of a cell.
  mutating func count(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: "\n"), !isQuoted { ended += 1 }
    }
  }
}
