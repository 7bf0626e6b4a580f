internal import Foundation

/// A file that is written from start to end, and digested on the way.
final class OutputFile {
  let name: String
  private let path: String
  private let handle: FileHandle
  private var digest = RunningDigest()

  /// Starts a file, or one over that an earlier execution left.
  init(name: String, directory: String) throws(OutputError) {
    self.name = name
    path = directory + "/" + name
    handle = try RegularFile.create(path)
  }

  /// Goes on with a file that holds some pieces: what is beyond the last is cut off, what is before it is digested, shown
  /// and held against the digests that the pieces had.
  /// - Throws: `OutputError.changedPiece` where the file has not the bytes that were written; it is then left as it is.
  init(name: String, directory: String, keeping pieces: [JournalEntry.Piece], look: (Data) -> Void) throws(OutputError)
  {
    self.name = name
    path = directory + "/" + name
    handle = try RegularFile.openForUpdating(path)
    var lines = 0
    for (index, piece) in pieces.enumerated() {
      let first = lines + 1
      while digest.bytes < piece.size {
        let count = min(RegularFile.chunk, piece.size - digest.bytes)
        let data = try RegularFile.piece(of: handle, at: path, atMost: count)
        if data.isEmpty { break }
        look(data)
        digest.add(data)
        lines += data.withUnsafeBytes { bytes in bytes.count { $0 == UInt8(ascii: "\n") } }
      }
      guard state == piece else {
        // The first line of the journal names the tables.
        throw .changedPiece(path: path, lines: first...max(first, lines), journalLine: index + 2)
      }
    }
    try RegularFile.reading(path) { try handle.truncate(atOffset: UInt64(digest.bytes)) }
  }

  /// What has been written so far, as a journal knows it.
  var state: JournalEntry.Piece { JournalEntry.Piece(soFar) }

  /// What has been written so far.
  var soFar: FileDigest { digest.file(named: name) }

  func write(_ contents: some Sequence<UInt8>) throws(OutputError) {
    let data = Data(contents)
    try RegularFile.writing(path) { try handle.write(contentsOf: data) }
    digest.add(data)
  }

  func close() throws(OutputError) -> FileDigest {
    try RegularFile.writing(path) { try handle.close() }
    return soFar
  }
}
