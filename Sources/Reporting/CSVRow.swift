internal import Notation

/// The cells of one row, without their quotes.
package struct CSVRow {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")

  private var bytes: [UInt8] = []
  /// Where each cell ends; the next begins so many bytes later.
  private var ends: [Int] = []
  private var gap = 0

  init() {}

  var count: Int { ends.count }

  var cells: [String] { ends.indices.map { self[$0] } }

  subscript(index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  /// Whether a cell is a text.
  func holds(_ text: some Collection<UInt8>, at index: Int) -> Bool {
    let range = range(index)
    return range.count == text.count && bytes[range].elementsEqual(text)
  }

  func isEmpty(at index: Int) -> Bool { range(index).isEmpty }

  /// A cell as a number; NaN where it is empty; nil where it is neither, as `NumberText` writes them.
  func number(at index: Int) -> Double? {
    if range(index).isEmpty { return .nan }
    let text = self[index]
    guard let number = Double(text) else { return nil }
    return number.isFinite || NumberText.text(number) == text ? number : nil
  }

  /// A cell as a number that counts something: finite and not negative; nil where it is none.
  func count(at index: Int) -> Double? { number(at: index).flatMap { $0 >= 0 && $0.isFinite ? $0 : nil } }

  // MARK: - Filling it

  /// Takes a whole row that has no quotes: the place after its end; nil, with nothing taken, where there is a quote or
  /// no end.
  mutating func take(from chunk: [UInt8], at start: Int) -> Int? {
    var position = start
    while position < chunk.count {
      let byte = chunk[position]
      if byte == Self.quote { break }
      if byte == Self.comma || byte == Self.lineFeed { ends.append(position - start) }
      position += 1
      if byte == Self.lineFeed {
        bytes.append(contentsOf: chunk[start..<position])
        gap = 1
        return position
      }
    }
    ends.removeAll(keepingCapacity: true)
    return nil
  }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func endCell() { ends.append(bytes.count) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    gap = 0
  }

  private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1] + gap)..<ends[index] }
}
