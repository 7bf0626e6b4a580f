import Foundation
import Testing

@testable import Reporting

@Suite("Comparing results with a new run")
struct ResultComparisonTests {
  private func compare(_ place: borrowing TemporaryDirectory) throws -> [String: ResultComparison.Verdict] {
    let record = try RunRecord(directory: place.path + "/one")
    let comparison = try ResultComparison(
      place.path + "/one", again: place.path + "/two", recorded: record.outputs)
    return Dictionary(uniqueKeysWithValues: comparison.verdicts.map { ($0.file, $0.verdict) })
  }

  private func prepare(_ place: borrowing TemporaryDirectory) throws -> [String] {
    try Fixture.write(to: place.path + "/one", seconds: 2, threads: 1)
    try Fixture.write(to: place.path + "/two", seconds: 9, threads: 7)
    return try FileManager.default.contentsOfDirectory(atPath: place.path + "/one").sorted()
  }

  @Test("the same results are the same, whatever the machine")
  func same() throws {
    let place = try TemporaryDirectory()
    let files = try prepare(place)
    let verdicts = try compare(place)
    #expect(verdicts.keys.sorted() == files)
    #expect(verdicts.values.allSatisfy { $0 == .same })
    let record = try RunRecord(directory: place.path + "/one")
    #expect(try ResultComparison.changedFiles(in: place.path + "/one", recorded: record.outputs) == [])
  }

  @Test("one changed digit is found in every file, at every place of the tables, and nowhere else")
  func digits() throws {
    let place = try TemporaryDirectory()
    for file in try prepare(place) {
      let original = try place.text("one/" + file)
      let end = file == "run.json" ? original.range(of: "\n  \"execution\"")?.lowerBound : nil
      let digits = original[..<(end ?? original.endIndex)].indices.filter { original[$0].isNumber }
      // The long tables are sampled.
      for index in stride(from: 0, to: digits.count, by: max(1, digits.count / 40)).map({ digits[$0] }) {
        var changed = original
        changed.replaceSubrange(index...index, with: original[index] == "9" ? "8" : "9")
        try place.write(changed, to: "one/" + file)
        // A record whose form has changed cannot be read.
        guard let verdicts = try? compare(place) else {
          #expect(file == "run.json")
          continue
        }
        guard case .different(let difference) = verdicts[file] else {
          Issue.record("\(file): \(String(describing: verdicts[file]))")
          continue
        }
        let line = original[..<index].split(separator: "\n", omittingEmptySubsequences: false).count
        switch difference {
        case .cell(let place, _, _, _, _): #expect(place == line)
        case .line(let number, _, _): #expect(number == line && (file.hasSuffix(".json") || line == 1))
        case .byte(let byte): #expect(file == StoredSums.fileName && byte == original[..<index].utf8.count + 1)
        }
        #expect(verdicts.allSatisfy { $0.key == file || $0.value == .same || file == "run.json" })
      }
      try place.write(original, to: "one/" + file)
    }
  }

  @Test("a cell is named by its file, line, key and column")
  func naming() throws {
    let place = try TemporaryDirectory()
    _ = try prepare(place)
    let costs = try place.text("one/costs.csv")
    try place.write(costs.replacingOccurrences(of: "2500.5", with: "2500.6"), to: "one/costs.csv")
    guard case .different(let difference) = try compare(place)["costs.csv"] else {
      Issue.record("no difference")
      return
    }
    #expect(
      difference.description
        == "line 3, column pkr (scenario Loans, small, replication 2, quarter 3, partner Akhuwat, programme Loans, "
        + "intervention soft_loan): 2500.6 there, 2500.5 when run again")
    try place.write(costs.replacingOccurrences(of: "scenario,", with: "Scenario,"), to: "one/costs.csv")
    #expect(
      try compare(place)["costs.csv"].map { "\($0)" }?.contains("Scenario") == true)
  }

  @Test("rows and files that are missing or too many are told")
  func shape() throws {
    let place = try TemporaryDirectory()
    _ = try prepare(place)
    let costs = try place.text("one/costs.csv")
    let lines = costs.split(separator: "\n")
    try place.write(lines.dropLast().joined(separator: "\n") + "\n", to: "one/costs.csv")
    let missing = lines[2].replacing("\"", with: "")
    #expect(try compare(place)["costs.csv"] == .different(.line(3, there: nil, again: String(missing))))
    try place.write(costs + "x\n", to: "one/costs.csv")
    #expect(try compare(place)["costs.csv"] == .different(.line(4, there: "x", again: nil)))
    // The same cells in other bytes.
    try place.write(costs.replacing(",soft_loan,", with: ",\"soft_loan\","), to: "one/costs.csv")
    guard case .different(.line(2, _, _)) = try compare(place)["costs.csv"] else {
      Issue.record("other bytes were not found")
      return
    }
    try FileManager.default.removeItem(atPath: place.path + "/one/costs.csv")
    try place.write("mine", to: "one/notes.txt")
    let verdicts = try compare(place)
    #expect(verdicts["costs.csv"] == .missing)
    #expect(verdicts["notes.txt"] == .added)
    let record = try RunRecord(directory: place.path + "/one")
    #expect(
      try ResultComparison.changedFiles(in: place.path + "/one", recorded: record.outputs)
        == ["costs.csv", "notes.txt"])
  }

  @Test("a changed digest in the record is told at the file, too")
  func digest() throws {
    let place = try TemporaryDirectory()
    _ = try prepare(place)
    let digest = try FileDigest(path: place.path + "/one/costs.csv").sha256
    let other = String(digest.reversed())
    try place.write(try place.text("one/run.json").replacing(digest, with: other), to: "one/run.json")
    let verdicts = try compare(place)
    #expect(verdicts["costs.csv"] == .otherDigest)
    guard case .different(.line) = verdicts["run.json"] else {
      Issue.record("the record is not different")
      return
    }
  }

  @Test("long lines are cut around the place in which they differ")
  func excerpts() {
    let first = String(repeating: "a", count: 100) + "1" + String(repeating: "b", count: 100)
    let second = String(repeating: "a", count: 100) + "2" + String(repeating: "b", count: 100)
    let text = FileDifference.line(5, there: first, again: second).description
    let cut = String(repeating: "a", count: 24)
    let rest = String(repeating: "b", count: 35)
    #expect(text == "line 5: ...\(cut)1\(rest)... there, ...\(cut)2\(rest)... when run again")
    #expect(
      FileDifference.line(6, there: "  \"seed\": 1,", again: "  \"seed\": 2,").description
        == "line 6: \"seed\": 1 there, \"seed\": 2 when run again")
    #expect(FileDifference.line(6, there: "  1,", again: "1").description == "line 6:   1, there, 1 when run again")
    #expect(FileDifference.line(2, there: "x", again: nil).description == "it should end before line 2")
  }
}
