/// The state of sums as bytes: what has been added up is written down, and read back to the same bits.
///
/// Writing and reading go through the same calls in the same order, so that they cannot differ. Whole numbers take as
/// many bytes as they need, others the 8 of their bits, from the lowest on whatever the machine.
public struct StateArchive: Sendable {
  /// What has been written, or is read.
  public private(set) var bytes: [UInt8]
  /// Where the next part is read; nil where parts are written.
  private var place: Int?
  /// How many values a sum that is read may be of.
  private let limit: Int

  /// The bytes are not those of such a state.
  public struct Fault: Error {
    /// Creates a fault.
    public init() {}
  }

  /// An archive that is written.
  public init() { (bytes, limit) = ([], .max) }

  /// An archive that is read.
  /// - Parameters:
  ///   - bytes: What was written.
  ///   - limit: How many values each sum may be of.
  public init(reading bytes: [UInt8], limit: Int = .max) {
    (self.bytes, self.limit) = (bytes, limit)
    place = 0
  }

  /// Whether parts are read.
  public var isReading: Bool { place != nil }

  /// Whether no bytes are left to be read.
  public var isAtEnd: Bool { left == 0 }

  /// Writes a part, or replaces it by what is read.
  /// - Parameter part: The part.
  /// - Throws: `Fault` where there are no bytes of such a part.
  /// - Complexity: O(size of the part).
  public mutating func pass(_ part: inout some Archivable) throws(Fault) { try part.pass(through: &self) }

  /// Writes how many values a sum is of, or replaces it by what is read.
  /// - Parameter count: The number.
  /// - Throws: `Fault` where it is no number, or above the limit.
  public mutating func pass(count: inout Int) throws(Fault) {
    try pass(&count)
    try require(count <= limit)
  }

  /// Holds what has been read against what it has to be; what is written is right.
  /// - Parameter isRight: Whether it is.
  /// - Throws: `Fault` where it is not.
  public func require(_ isRight: @autoclosure () -> Bool) throws(Fault) {
    guard !isReading || isRight() else { throw Fault() }
  }

  // MARK: - Bytes

  fileprivate mutating func write(_ byte: UInt8) { bytes.append(byte) }

  fileprivate mutating func write(bits: UInt64) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  fileprivate mutating func read() throws(Fault) -> UInt8 {
    guard let place, place < bytes.count else { throw Fault() }
    self.place = place + 1
    return bytes[place]
  }

  fileprivate mutating func readBits() throws(Fault) -> UInt64 {
    guard let place, bytes.count - place >= 8 else { throw Fault() }
    self.place = place + 8
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)) }
  }

  /// Bytes that are left to be read.
  fileprivate var left: Int { bytes.count - (place ?? bytes.count) }
}

/// What can be written to an archive and read back.
public protocol Archivable {
  /// What is read into.
  init()

  /// Passes all that it is made of through an archive, always in the same order.
  mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault)
}

/// Seven bits to a byte, the lowest first; negative numbers are not written.
extension Int: Archivable {
  /// Passes it in as few bytes as it needs.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    guard archive.isReading else {
      precondition(self >= 0, "counts are not negative")
      var rest = UInt64(self)
      while rest > 127 {
        archive.write(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      return archive.write(UInt8(rest))
    }
    var (number, shift) = (UInt64(0), UInt64(0))
    while true {
      let byte = try archive.read()
      guard shift < 63 else { throw StateArchive.Fault() }
      number |= UInt64(byte & 127) << shift
      shift += 7
      if byte < 128 { break }
    }
    self = Int(number)
  }
}

extension Double: Archivable {
  /// Passes the 64 bits of its pattern.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    if archive.isReading {
      self = Double(bitPattern: try archive.readBits())
    } else {
      archive.write(bits: bitPattern)
    }
  }
}

extension String: Archivable {
  /// Passes the number of bytes in UTF-8, and these.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var count = utf8.count
    try archive.pass(&count)
    guard archive.isReading else {
      for byte in utf8 { archive.write(byte) }
      return
    }
    guard count <= archive.left else { throw StateArchive.Fault() }
    var text: [UInt8] = []
    for _ in 0..<count { text.append(try archive.read()) }
    self = String(decoding: text, as: UTF8.self)
  }
}

extension Array: Archivable where Element: Archivable {
  /// Passes the number of elements, and these.
  public mutating func pass(through archive: inout StateArchive) throws(StateArchive.Fault) {
    var count = count
    try archive.pass(&count)
    if archive.isReading {
      guard count <= archive.left else { throw StateArchive.Fault() }
      self = Array(repeating: Element(), count: count)
    }
    for index in indices { try archive.pass(&self[index]) }
  }
}
