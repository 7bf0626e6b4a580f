internal import Digests
internal import Foundation
internal import Notation

/// What the replications of a result add up to, as files: from them a run is resumed, and results are extended.
///
/// While a run goes on there are two, written in turn, so that one is whole whenever the program dies.
struct StoredSums {
  static let fileName = "sums.bin"
  /// The files of a run that goes on.
  static let workingNames = ["sums.even", "sums.odd"]

  let directory: String

  /// Writes what so many replications add up to, before they count.
  func store(_ sums: [UInt8], replications: Int) throws(OutputError) {
    let heading = Data((Self.heading(sums, replications) + "\n").utf8)
    try RegularFile.write(heading + sums, to: path(replications))
  }

  /// Reads what so many replications add up to.
  /// - Throws: `OutputError.cannotRead` where there is no such file, or it is not as it was written.
  func sums(replications: Int) throws(OutputError) -> [UInt8] {
    let path = path(replications)
    let contents = [UInt8](try RegularFile.contents(of: path))
    let end = contents.firstIndex(of: UInt8(ascii: "\n")) ?? contents.endIndex
    let sums = Array(contents[end...].dropFirst())
    guard contents[..<end].elementsEqual(Self.heading(sums, replications).utf8) else {
      throw .cannotRead(path: path, reason: "it is not what \(replications) replications added up to")
    }
    return sums
  }

  /// Complains of sums that are whole, but not those of what is run.
  func foreign(replications: Int) -> OutputError {
    .cannotRead(path: path(replications), reason: "it is what another experiment added up to")
  }

  /// Writes the file that stays among the results.
  func publish(replications: Int) throws(OutputError) -> FileDigest {
    let file = try OutputFile(name: Self.fileName, directory: directory)
    try file.write(try sums(replications: replications))
    return try file.close()
  }

  private func path(_ replications: Int) -> String {
    directory + "/" + Self.workingNames[replications % Self.workingNames.count]
  }

  private static func heading(_ sums: [UInt8], _ replications: Int) -> String {
    "\(replications) \(SHA256.text(of: sums))"
  }
}
