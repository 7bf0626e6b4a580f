internal import Foundation

/// What the replications of a result add up to, as files: from them a run is resumed, and results are extended.
///
/// While a run goes on there are two, written in turn, so that one is whole whenever the program dies. The journal says
/// of each replication what they were: others are damaged, or of another run.
struct StoredSums {
  static let fileName = "sums.bin"
  /// The files of a run that goes on.
  static let workingNames = ["sums.even", "sums.odd"]

  let directory: String

  /// The files that are there, by what a journal knows them by.
  var files: [JournalEntry.Piece: String] {
    let digests = Self.workingNames.compactMap { try? FileDigest(path: directory + "/" + $0) }
    return Dictionary(digests.map { (JournalEntry.Piece($0), directory + "/" + $0.name) }) { $1 }
  }

  /// Writes what so many replications add up to, before they count.
  func store(_ sums: [UInt8], replications: Int) throws(OutputError) -> JournalEntry.Piece {
    let name = Self.workingNames[replications % Self.workingNames.count]
    try RegularFile.write(Data(sums), to: directory + "/" + name)
    return JournalEntry.Piece(FileDigest(name: name, contents: sums))
  }

  /// Reads sums by what a journal says of them.
  /// - Throws: `OutputError.cannotRead` where they are not there.
  func sums(_ piece: JournalEntry.Piece?) throws(OutputError) -> [UInt8] {
    guard let path = piece.flatMap({ files[$0] }) else {
      throw .cannotRead(path: directory, reason: "the sums of its replications are not as they were written")
    }
    return [UInt8](try RegularFile.contents(of: path))
  }
}
