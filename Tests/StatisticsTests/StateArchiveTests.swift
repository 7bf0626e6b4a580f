import Statistics
import Testing

@Suite("State of sums as bytes")
struct StateArchiveTests {
  /// What is passed in these tests.
  private struct Part: Archivable, Equatable {
    var counts: [Int] = []
    var numbers: [[Double]] = []
    var text = ""
    var moments: [RunningMoments] = []
    var joint: [JointMoments] = []
    var risk = RiskSet()

    mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
      try archive.pass(&counts)
      try archive.pass(&numbers)
      try archive.pass(&text)
      try archive.pass(&moments)
      try archive.pass(&joint)
      try archive.pass(&risk)
    }
  }

  private static func written(_ part: some Archivable) throws -> [UInt8] {
    var (part, archive) = (part, StateArchive())
    try archive.pass(&part)
    return archive.bytes
  }

  private static func read<Value: Archivable>(_ bytes: [UInt8]) throws -> Value {
    var (value, archive) = (Value(), StateArchive(reading: bytes))
    try archive.pass(&value)
    return value
  }

  private static let part: Part = {
    var joint = JointMoments(dimension: 2)
    joint.add([1, 2])
    joint.add([0.1, -3], differencesOf: [5, 6])
    return Part(
      counts: [0, 1, 127, 128, 300, .max], numbers: [[0.1, -0.0, .infinity], [], [.leastNonzeroMagnitude]],
      text: "Qila Saifullah, 25 ق",
      moments: [RunningMoments(), RunningMoments([1, 2.5, 1e300])], joint: [joint, JointMoments(dimension: 0)],
      risk: RiskSet(atRisk: 3, events: 1, effectiveNumber: 2.5))
  }()

  @Test("what is read back is what was written, and writes the same bytes")
  func roundTrip() throws {
    let bytes = try Self.written(Self.part)
    let again: Part = try Self.read(bytes)
    #expect(again == Self.part)
    #expect(try Self.written(again) == bytes)
    let number: Double = try Self.read(Self.written(Double.nan))
    #expect(number.bitPattern == Double.nan.bitPattern)
    let zero: Double = try Self.read(Self.written(-0.0))
    #expect(zero.sign == .minus)
  }

  @Test("bytes are those of the description")
  func knownBytes() throws {
    #expect(try Self.written(0) == [0])
    #expect(try Self.written(300) == [0xAC, 0x02])
    #expect(try Self.written(1.0) == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    #expect(try Self.written("ab") == [2, 97, 98])
    #expect(try Self.written([1, 2]) == [2, 1, 2])
    #expect(try Self.written(RunningMoments()) == [0])
  }

  @Test("bytes that end early, and counts that nothing can have, are refused")
  func torn() throws {
    let bytes = try Self.written(Self.part)
    for count in bytes.indices {
      #expect(throws: StateArchive.Fault.self) { let _: Part = try Self.read(Array(bytes.prefix(count))) }
    }
    let endless = [UInt8](repeating: 0xFF, count: 12)
    #expect(throws: StateArchive.Fault.self) { let _: Int = try Self.read(endless) }
    // More elements than there are bytes.
    #expect(throws: StateArchive.Fault.self) { let _: [Double] = try Self.read([0xFF, 0xFF, 0xFF, 0x7F, 0, 0]) }
    #expect(throws: StateArchive.Fault.self) { let _: String = try Self.read([5, 97]) }
  }
}
