/// A generator whose numbers follow from its seed (SplitMix64; Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes broken files of good ones.
struct Mutation {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// What people and enemies put into files.
  private static let words: [String] = [
    "\u{FEFF}", "\u{202E}", "\u{2028}", "\u{200B}", "\u{1B}[2J", "\0", "\t", "\r", "\r\n", "\n", "\"", "'", "\\", "&a ",
    "*a", "&a [*a, *a]", "[", "]", "{", "}", "[[[[[[[[", "? ", ": ", "- ", "|", ">", "#", "%", "!!binary ", "<<: *a",
    "---", "...", "~", "null", "true", "yes", ",", ",,,,", ";", "=1+1", "+1", "@x", "-", ".inf", "nan", "1e999", "-0",
    "0x1F", "1:30", "3,5", "100,000", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "1e-400",
    "0", "-1", "0.5", "\u{301}", "\u{1F600}", "name: x", "extends: it.yaml", "remove: true", "/dev/null", "../..",
  ]
  private static let numbers: [String] = [
    "0", "-1", "1", "2", "0.5", "-0.5", "1e9", "1e-9", "1e400", "1e300", "1e-300", "1e15", "99999999999999999999",
    "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "18446744073709551616", "NaN", "null", "\"\"", "[]", "{}", "7.0",
  ]

  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value { values[Int.random(in: values.indices, using: &generator)] }

  /// A broken version of some bytes.
  mutating func broken(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&result) }
    return result
  }

  /// A broken record of a run: mostly a value that is read, not one of those of a scenario, which make up most lines.
  mutating func brokenRecord(_ bytes: [UInt8]) -> [UInt8] {
    guard Int.random(in: 0..<4, using: &generator) > 0 else { return broken(bytes) }
    var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    var isOfScenario = false
    let read = lines.indices.filter { index in
      if lines[index] == "      \"values\": [" { isOfScenario = true }
      if lines[index] == "      ]" { isOfScenario = false }
      return !isOfScenario && lines[index].contains("\": ")
    }
    guard !read.isEmpty else { return broken(bytes) }
    let (index, other) = (one(of: read), one(of: read))
    guard let place = value(in: lines[index]), let donor = value(in: lines[other]) else { return broken(bytes) }
    let texts = ["\"\"", "\"x\"", "\"../x\"", "\"/dev/null\"", "\"\\u0000\"", String(lines[other][donor])]
    lines[index].replaceSubrange(place, with: one(of: Bool.random(using: &generator) ? texts : Self.numbers))
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Where one of the values in a line of a record is, be it a text, a number or a list.
  private mutating func value(in line: String) -> Range<String.Index>? {
    let starts = line.ranges(of: "\": ").map(\.upperBound)
    guard !starts.isEmpty else { return nil }
    return line[one(of: starts)...].prefixMatch(of: /"([^"\\]|\\.)*"|\[[^\[\]]*\]|[^\s,{}\[\]]+/)?.range
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes = Array(one(of: Self.words).utf8) }
    switch Int.random(in: 0..<11, using: &generator) {
    case 0: bytes.removeSubrange(piece(of: bytes))
    case 1:
      let piece = piece(of: bytes)
      bytes.insert(contentsOf: bytes[piece], at: place(in: bytes))
    case 2, 3: bytes.insert(contentsOf: one(of: Self.words).utf8, at: place(in: bytes))
    case 4, 5: replaceNumber(in: &bytes)
    case 6: bytes[place(in: bytes, isInside: true)] = UInt8.random(in: 0...255, using: &generator)
    case 7: bytes.removeSubrange(place(in: bytes)...)
    case 8, 9: replaceWord(in: &bytes)
    default: moveLine(in: &bytes)
    }
  }

  private mutating func place(in bytes: [UInt8], isInside: Bool = false) -> Int {
    Int.random(in: 0...(isInside ? bytes.count - 1 : bytes.count), using: &generator)
  }

  private mutating func piece(of bytes: [UInt8]) -> Range<Int> {
    let start = place(in: bytes)
    return start..<min(bytes.count, start + Int.random(in: 0...40, using: &generator))
  }

  private mutating func replaceNumber(in bytes: inout [UInt8]) {
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) || byte == 46 || byte == 95 }
    let start = place(in: bytes)
    guard let first = bytes[start...].firstIndex(where: isDigit) else { return }
    let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: one(of: Self.numbers).utf8)
  }

  /// A cell of a table or a value of a record, as it stands between its marks, becomes something else.
  private mutating func replaceWord(in bytes: inout [UInt8]) {
    func isMark(_ byte: UInt8) -> Bool { ",:[]{} \"\n".utf8.contains(byte) }
    let start = place(in: bytes)
    guard let first = bytes[start...].firstIndex(where: { !isMark($0) }) else { return }
    let end = bytes[first...].firstIndex(where: isMark) ?? bytes.count
    let words = Bool.random(using: &generator) ? Self.numbers : Self.words
    bytes.replaceSubrange(first..<end, with: one(of: words).utf8)
  }

  /// A line goes to another place, or stands twice.
  private mutating func moveLine(in bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let from = Int.random(in: 0..<lines.count, using: &generator)
    let line = lines[from]
    if Bool.random(using: &generator) { lines.remove(at: from) }
    lines.insert(line, at: Int.random(in: 0...lines.count, using: &generator))
    bytes = Array(lines.joined(separator: [10]))
  }
}
