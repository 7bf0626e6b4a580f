import Testing

@testable import Reporting

@Suite("Sums of replications on disk")
struct StoredSumsTests {
  @Test("those of the last two replications are there")
  func turns() throws {
    let place = try TemporaryDirectory()
    let sums = StoredSums(directory: place.path)
    for replications in 1...3 { try sums.store([10, UInt8(replications)], replications: replications) }
    #expect(try sums.sums(replications: 3) == [10, 3])
    #expect(try sums.sums(replications: 2) == [10, 2])
    #expect(throws: OutputError.self) { try sums.sums(replications: 1) }
    let digest = try sums.publish(replications: 3)
    #expect(digest == FileDigest(name: "sums.bin", contents: [10, 3]))
  }

  @Test("a byte that was changed, and a file that is gone, are told with the file")
  func changed() throws {
    let place = try TemporaryDirectory()
    let sums = StoredSums(directory: place.path)
    try sums.store(Array("sums".utf8), replications: 7)
    try place.write(try place.text("sums.odd").replacing("sums", with: "sunk"), to: "sums.odd")
    #expect(
      throws: OutputError.cannotRead(
        path: place.path + "/sums.odd", reason: "it is not what 7 replications added up to")
    ) { try sums.sums(replications: 7) }
    #expect(throws: OutputError.self) { try sums.sums(replications: 8) }
  }
}
