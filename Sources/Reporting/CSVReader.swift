internal import Foundation

/// Reads back what `CSVBuffer` wrote, row by row (RFC 4180, lines ended by LF), with the memory of one row.
final class CSVReader {
  private(set) var row = CSVRow()
  /// The line of the file in which it begins, from 1.
  private(set) var line = 0

  private let path: String
  private let handle: FileHandle
  /// The digest of what has been read; nil where nobody asks for it.
  private var digest: RunningDigest?
  private var chunk: [UInt8] = []
  private var position = 0
  private var nextLine = 1

  private static let chunkSize = 1 << 18

  /// Opens a file, and digests what is read on the way where that is wanted.
  init(path: String, digesting: Bool = false) throws(OutputError) {
    self.path = path
    handle = try RegularFile.open(path)
    digest = digesting ? RunningDigest() : nil
  }

  /// Reads the file to its end and tells whether the bytes that were read, and no others, are those of a digest.
  /// - Precondition: it digests.
  func hasRead(_ expected: FileDigest) throws(OutputError) -> Bool {
    while try !readChunk().isEmpty {}
    return digest?.bytes == expected.bytes && digest?.sha256 == expected.sha256
  }

  /// Reads the next row; false at the end of the file.
  func next() throws(OutputError) -> Bool {
    row.removeAll()
    line = nextLine
    if takePlainRow() { return true }
    var isQuoted = false
    var isEmpty = true
    while let byte = try nextByte() {
      isEmpty = false
      if byte == CSVRow.lineFeed { nextLine += 1 }
      if isQuoted {
        guard byte == CSVRow.quote else {
          row.append(byte)
          continue
        }
        guard try peek() == CSVRow.quote else {
          isQuoted = false
          continue
        }
        position += 1
        row.append(byte)
        continue
      }
      switch byte {
      case CSVRow.comma: row.endCell()
      case CSVRow.quote: isQuoted = true
      case CSVRow.lineFeed:
        row.endCell()
        return true
      default: row.append(byte)
      }
    }
    guard !isEmpty else { return false }
    row.endCell()
    return true
  }

  /// Takes the next row at once, if it has no quotes and lies within the piece that has been read: most do.
  private func takePlainRow() -> Bool {
    guard let end = row.take(from: chunk, at: position) else { return false }
    position = end
    nextLine += 1
    return true
  }

  private func nextByte() throws(OutputError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    return byte
  }

  private func peek() throws(OutputError) -> UInt8? {
    if position == chunk.count {
      chunk = [UInt8](try readChunk())
      position = 0
      if chunk.isEmpty { return nil }
    }
    return chunk[position]
  }

  private func readChunk() throws(OutputError) -> Data {
    let data = try RegularFile.piece(of: handle, at: path, atMost: Self.chunkSize)
    digest?.add(data)
    return data
  }
}
