import Foundation
import Testing

@testable import Reporting

@Suite("Reading tables back")
struct CSVReaderTests {
  private func rows(_ text: String) throws -> [(line: Int, cells: [String])] {
    let place = try TemporaryDirectory()
    try place.write(text, to: "table.csv")
    let reader = try CSVReader(path: place.path + "/table.csv")
    var rows: [(line: Int, cells: [String])] = []
    while try reader.next() { rows.append((reader.line, reader.row.cells)) }
    return rows
  }

  @Test("what was written is read, whatever it holds")
  func roundTrip() throws {
    let cells = [
      ["plain", "", "a,b"], ["say \"so\"", "\"", "two\nlines\r\n"], [",", "Ķasūr", ""], ["", "", ""],
      ["\"\"", ",\",\n", String(repeating: "long ", count: 100_000)],
    ]
    var buffer = CSVBuffer()
    for row in cells {
      for cell in row { buffer.append(cell) }
      buffer.endRow()
    }
    let read = try rows(String(decoding: buffer.bytes, as: UTF8.self))
    #expect(read.map(\.cells) == cells)
    #expect(read.map(\.line) == [1, 2, 5, 6, 7])
    var lines = CSVLines()
    for byte in buffer.bytes { lines.count([byte]) }
    #expect(lines.ended == cells.count)
  }

  @Test("numbers are the same to the last bit")
  func numbers() throws {
    var values = [
      0.1, 1.0 / 3, 1e300, .leastNonzeroMagnitude, -12, 60_000_000, 9_007_199_254_740_994, .infinity, -.infinity,
    ]
    for step in 1...1000 { values.append(Double(bitPattern: 0x3FB9_9999_9999_0000 &+ UInt64(step) &* 7_777_777_777)) }
    var buffer = CSVBuffer()
    for value in values {
      buffer.append(value)
      buffer.endRow()
    }
    let place = try TemporaryDirectory()
    try place.write(String(decoding: buffer.bytes, as: UTF8.self), to: "table.csv")
    let reader = try CSVReader(path: place.path + "/table.csv")
    for value in values {
      #expect(try reader.next())
      #expect(reader.row.number(at: 0)?.bitPattern == value.bitPattern)
    }
  }

  @Test("an empty cell is not a number, a word is none at all")
  func undefined() throws {
    let place = try TemporaryDirectory()
    try place.write(",x\n", to: "table.csv")
    let reader = try CSVReader(path: place.path + "/table.csv")
    #expect(try reader.next())
    #expect(reader.row.number(at: 0)?.isNaN == true)
    #expect(reader.row.number(at: 1) == nil)
    #expect(reader.row.holds(Array("x".utf8), at: 1) && !reader.row.holds([], at: 1))
    #expect(try !reader.next())
  }

  @Test(
    "text that is not quite CSV is read somehow",
    arguments: [("", 0), ("a", 1), ("a,b\n\"c", 2), ("\n\n", 2), ("a\"b\"c\n", 1)])
  func oddities(text: String, count: Int) throws { #expect(try rows(text).count == count) }
}
