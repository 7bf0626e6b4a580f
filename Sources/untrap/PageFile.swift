internal import ArgumentParser
internal import Foundation
internal import Notation
internal import Pages
internal import Reporting

/// A page or picture on its way to its place.
struct PageFile {
  let path: String
  let replacesEarlier: Bool
  let console: Console

  /// Where the page of some results goes: beside them, so that the results stay what their record says.
  static func path(besides directory: String) -> String {
    // Of `.` and `results/` too, which have a name only when they are looked up.
    let name = URL(fileURLWithPath: directory).standardizedFileURL.path
    let shown = directory.hasPrefix("/") || directory.hasPrefix(".") ? name : directory
    return (shown.hasSuffix("/") ? String(shown.dropLast()) : shown) + ".html"
  }

  /// Checks, before anything is computed, that the file may be written.
  func checkPlace() throws { try console.placing(path) { () throws(PlacedFile.Refusal) in try file.check() } }

  /// What draws.
  func drawing() throws -> Drawing { try failing { try Drawing() } }

  /// Writes the page of some results.
  func write(_ directories: [String], title: String? = nil, drawing: Drawing) throws {
    let page = try failing { try Page(of: directories, title: title, drawing: drawing) }
    try write(Data(page.html.utf8))
    console.print("Report: \(Console.visible(line: path))\n")
  }

  /// Writes a file that appears whole or not at all.
  func write(_ data: Data) throws {
    try console.placing(path) { () throws(PlacedFile.Refusal) in try file.write(data) }
  }

  /// With --force an earlier page or picture is replaced, and nothing else.
  private var file: PlacedFile {
    PlacedFile(path: path, earlier: replacesEarlier ? .replaced(by: Page.isPageOrPicture) : .none)
  }

  /// Does what may fail for want of results or of what draws; the reason is printed.
  func failing<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try console.interruptible("no file was written", body)
    } catch let error as OutputError {
      console.fail(error.description)
    } catch let error as PageError {
      console.fail(error.description)
      if error.isWrongCall { throw ExitCode.validationFailure }
    }
    throw ExitCode.failure
  }
}
