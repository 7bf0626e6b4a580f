import Foundation
import Households
import Surveys
import Testing

/// What survey files may be besides plain files in the plainest spelling.
struct InputTests {
  @Test func readsAByteOrderMarkAndWholeNumbersWithAPoint() throws {
    let rows = try SurveyFile.read(path: SurveyFileTests.folder.appending(path: "valid/other-spellings.csv").path)
    #expect(rows.map(\.persons) == [6, 6])
    #expect(rows.map(\.children) == [3, 3])
    #expect(rows.map(\.stratum.province) == ["-3", "پن\u{200C}جاب"])
  }

  @Test(arguments: [
    ("rooms", "9223372036854775807", "found '9223372036854775807'; expected at most 1000000000"),
    ("consumption_pkr_month", "1e300", "found '1e300'; expected at most 1000000000000"),
    ("consumption_pkr_month", "1e-300", "found '1e-300'; expected at least 0.01"),
    ("persons", "1e300", "found '1e300'; expected a whole number of at least 1"),
  ])
  func refusesWhatNoHouseholdHas(column: String, cell: String, message: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    let lines = try String(contentsOf: SurveyFileTests.folder.appending(path: "valid/minimal.csv"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    var row = lines[1]
    row[try #require(lines[0].firstIndex(of: column))] = cell
    try (lines[0].joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n").write(
      to: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: SurveyError.self) { try SurveyFile.read(path: path.path) }
    #expect(error?.description == "\(path.path):2: error: \(column): \(message)\n")
  }

  @Test func readsPipes() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString)").path
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let text = try Data(contentsOf: SurveyFileTests.folder.appending(path: "valid/minimal.csv"))
    let writer = Thread {
      // Longer than a pipe holds, so that it is read in parts.
      let filler = Data(String(repeating: "\n", count: 200_000).utf8)
      try? FileHandle(forWritingAtPath: path)?.write(contentsOf: text + filler)
    }
    writer.start()
    #expect(try SurveyFile.read(path: path).count == 2)
  }

  /// What this thread has taken of a processor: others may use the machine meanwhile.
  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func boundsWork() throws {
    let columns = (0..<120_000).map { "c\($0)" }.joined(separator: ",")
    let path = FileManager.default.temporaryDirectory.appending(path: "untrap-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: path) }
    let header = "province,region,persons,children,workers,female_head,head_literate,rooms,toilet"
    let texts = [
      columns + "\n", columns + "\n" + columns, String(repeating: ",", count: 900_000),
      header + ",consumption_pkr_month\n" + String(repeating: "x", count: 900_000) + ",rural\n",
      header + ",consumption_pkr_month\nP,rural,\(String(repeating: "1", count: 900_000)),0,0,0,0,1,pit,1\n",
      header + ",consumption_pkr_month\nP,rural,\"\(String(repeating: "\n", count: 900_000))\",0,0,0,0,1,pit,1\n",
      header + ",consumption_pkr_month\n\"" + String(repeating: "x\n", count: 450_000),
      header + ",consumption_pkr_month\n" + String(repeating: "x,\n", count: 300_000),
      String(repeating: "\"", count: 900_000),
    ]
    for text in texts {
      try text.write(to: path, atomically: true, encoding: .utf8)
      let start = Self.processorSeconds
      let error = #expect(throws: SurveyError.self) { try SurveyFile.read(path: path.path) }
      #expect(Self.processorSeconds - start < 2, "\(text.prefix(60))")
      #expect((error?.description.utf8.count ?? 0) < 50_000)
    }
  }
}
