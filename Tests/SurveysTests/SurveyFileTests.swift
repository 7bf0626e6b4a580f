import Foundation
import Households
import Surveys
import Testing

/// Reading of survey files; every broken file has its full message beside it, in a file that ends in `.expected`.
struct SurveyFileTests {
  static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let folder = here.appending(path: "Fixtures")
  /// The survey of 2015-16 that the model was made for, where somebody has it.
  static let hies =
    ProcessInfo.processInfo.environment["UNTRAP_HIES"]
    ?? here.appending(path: "../../../shared/data/hies_2015_16_households.csv").standardizedFileURL.path
  static let hasSurvey = FileManager.default.fileExists(atPath: hies)
  static let surveyReason: Comment = "needs the survey of 2015-16; UNTRAP_HIES says where it is"

  static let brokenNames: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "broken").path)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func problems(_ path: String) -> String {
    do throws(SurveyError) {
      return "read: \(try SurveyFile.read(path: folder.appending(path: path).path).count) households"
    } catch {
      return error.rendered(color: false).replacing(folder.path + "/", with: "")
    }
  }

  @Test func coversManyMistakes() {
    #expect(Self.brokenNames.count >= 12)
  }

  @Test(arguments: brokenNames)
  func rendersTheFullMessage(name: String) throws {
    let expected = try String(contentsOf: Self.folder.appending(path: "broken/\(name).expected"), encoding: .utf8)
    #expect(Self.problems("broken/\(name).csv") == expected)
  }

  @Test func namesTheMissingFile() {
    #expect(Self.problems("nowhere.csv") == "nowhere.csv: error: cannot be read: no such file\n")
    #expect(Self.problems("broken") == "broken: error: cannot be read: it is a directory; give a CSV file\n")
  }

  @Test func takesDefaultsForOptionalColumns() throws {
    let rows = try SurveyFile.read(path: Self.folder.appending(path: "valid/minimal.csv").path)
    let first = SurveyHousehold(
      stratum: Stratum(province: "Punjab", region: .rural), persons: 6, adultEquivalents: 5.4, workers: 2, children: 3,
      elderly: 0, femaleHead: false, headLiterate: true, schoolAge: 0, inSchool: 0, rooms: 2, toilet: .pit,
      livestock: false, landAcres: 0, consumptionPerMonth: 18_000, weight: 1)
    #expect(rows.count == 2)
    #expect(rows.first == first)
  }

  @Test func readsQuotedCellsAndOptionalColumns() throws {
    let rows = try SurveyFile.read(path: Self.folder.appending(path: "valid/full.csv").path)
    #expect(rows.count == 2)
    #expect(rows.map(\.weight) == [2.5, 0])
    #expect(rows.map(\.elderly) == [1, 0])
    #expect(rows.map(\.livestock) == [true, false])
    #expect(rows.map(\.landAcres) == [2.25, 0])
    #expect(rows[1].adultEquivalents == 3.6)
  }

  @Test(.enabled(if: hasSurvey, surveyReason))
  func readsTheRealSurvey() throws {
    let rows = try SurveyFile.read(path: Self.hies)
    #expect(rows.count == 24_237)
    let weight = rows.reduce(0) { $0 + $1.weight }
    #expect((weight / Double(rows.count) - 1).magnitude < 1e-5)
    #expect((rows.reduce(0) { $0 + $1.weight * Double($1.persons) } / weight - 6.389).magnitude < 1e-3)
    #expect(Set(rows.map(\.stratum)).count == 8)
  }
}
