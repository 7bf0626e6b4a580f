import Digests
import Foundation
import Notation
import Testing

@testable import Reporting

@Suite("Cells, digests and JSON")
struct FormatTests {
  @Test(
    "numbers have their shortest form",
    arguments: [
      (0.0, "0"), (-0.0, "0"), (3.0, "3"), (-12.0, "-12"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
      (60_000_000.0, "60000000"), (9_007_199_254_740_991.0, "9007199254740991"), (1e300, "1e+300"),
      (0.00001, "1e-05"), (.nan, ""), (.infinity, "INF"), (-.infinity, "-INF"),
    ])
  func numbers(value: Double, text: String) {
    #expect(NumberText.text(value) == text)
    if value.isFinite { #expect(Double(text) == value) }
  }

  @Test("cells are quoted where they must be")
  func quoting() {
    var row = CSVBuffer()
    for cell in ["plain", "a,b", "say \"so\"", "two\nlines", "", "Ķasūr"] { row.append(cell) }
    row.append(7)
    row.append(Double.nan)
    row.append(0.5)
    row.endRow()
    row.append("next")
    row.endRow()
    #expect(
      String(decoding: row.bytes, as: UTF8.self)
        == "plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",,Ķasūr,7,,0.5\nnext\n")
  }

  @Test("SHA-256 of the standard's examples")
  func digests() throws {
    // FIPS 180-4, examples of the NIST: the empty message and "abc".
    #expect(
      SHA256.text(of: [UInt8]()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    let directory = try TemporaryDirectory()
    try directory.write("abc", to: "message.txt")
    let digest = try FileDigest(path: directory.path + "/message.txt")
    #expect(digest.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(digest.bytes == 3)
    #expect(digest.name == "message.txt")
  }

  @Test("a file that is not there is reported with its path")
  func missingFile() {
    #expect {
      _ = try FileDigest(path: "/nowhere/at/all")
    } throws: { error in
      (error as? OutputError)?.description.hasPrefix("cannot read /nowhere/at/all: ") ?? false
    }
  }

  @Test("a file digested while it is written has the digest of its contents")
  func writtenFile() throws {
    let directory = try TemporaryDirectory()
    let file = try OutputFile(name: "x.txt", directory: directory.path)
    for _ in 0..<1000 { try file.write("0123456789".utf8) }
    #expect(try file.close() == FileDigest(path: directory.path + "/x.txt"))
  }

  @Test("JSON keeps the order of keys and escapes text")
  func json() throws {
    let value: JSONValue = [
      "z": .whole(1), "a": .list([.real(0.5), .real(.nan), .truth(true), .literal("0.10")]),
      "records": .list([["x": .whole(1), "y": "one line"], .object([])]),
      "text": "say \"so\"\\\n\u{1}", "none": .list([]), "object": .object([]), "seed": .unsigned(.max),
    ]
    #expect(
      value.rendered() == """
        {
          "z": 1,
          "a": [0.5, null, true, 0.10],
          "records": [
            {"x": 1, "y": "one line"},
            {}
          ],
          "text": "say \\"so\\"\\\\\\n\\u0001",
          "none": [],
          "object": {},
          "seed": 18446744073709551615
        }
        """)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(value.rendered().utf8)) }
  }
}
