import Foundation
import Testing

@testable import Surveys

@Suite struct ReadmeTests {
  @Test("the README tells every column as the reader understands it")
  func columns() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
    for column in SurveyColumns.all {
      let row = "| \(column.name) | \(column.meaning)\(column.isRequired ? "" : " (optional)") |"
      #expect(readme.contains(row), "\(column.name)")
    }
  }
}
