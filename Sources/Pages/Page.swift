internal import Charts
package import Foundation
internal import Mustache
internal import Reporting

/// A page of its own with the answer, the table and the pictures of some results.
package struct Page {
  package let html: String

  /// Makes the page of one or several directories of results, each a chapter; nil for a title made from them.
  /// - Throws: `OutputError` where results cannot be read, `PageError` where there is no page or nothing draws.
  package init(of directories: [String], title: String?, drawing: Drawing) throws {
    let sources = try directories.map { try ResultSource(directory: $0) }
    let isSingle = sources.count == 1
    let chapters = try sources.enumerated().map { try Chapter($1, number: $0 + 1, isAlone: isSingle) }
    let contents =
      isSingle
      ? chapters[0].figures.map { Link(id: $0.id, title: $0.chart.title) }
      : zip(sources, chapters).map { Link(id: $1.id, title: Chapter.title(of: $0)) }
    let content = Content(
      version: SoftwareVersion.current, title: title ?? Self.title(sources), style: Self.style,
      setting: isSingle ? try Chapter.setting(of: sources[0]) : "Results of \(sources.count) directories",
      contents: contents + [Link(id: "omissions", title: "What the model leaves out")],
      answers: isSingle
        ? nil
        : Answers(
          lines: zip(contents, chapters).map { .init(link: $0, answer: $1.answer[0]) },
          confounding: chapters.flatMap(\.caution.confounding)),
      overview: isSingle ? nil : try ScenarioTable(overviewOf: sources), chapters: chapters,
      omissions: Omissions.sentences, grammarVersion: Drawing.grammarVersion, drawing: try drawing.script(),
      script: String(decoding: PackageResources.report_js, as: UTF8.self))
    html = try Self.templates().render(content, withTemplate: "report") ?? ""
  }

  /// Whether some bytes are what this library makes: a page of this program, or a picture.
  @Sendable package static func isPageOrPicture(_ contents: Data) -> Bool {
    if PictureMark.isOn(contents) { return true }
    return String(decoding: contents.prefix(1000), as: UTF8.self).contains("<meta name=\"generator\" content=\"untrap ")
  }

  private static func title(_ sources: [ResultSource]) -> String {
    sources.count == 1 ? Chapter.title(of: sources[0]) : "What gets households out of dependency"
  }

  private static func templates() throws -> MustacheLibrary {
    try MustacheLibrary(
      templates: [
        "report": MustacheTemplate(string: String(decoding: PackageResources.report_mustache, as: UTF8.self)),
        "table": MustacheTemplate(string: String(decoding: PackageResources.table_mustache, as: UTF8.self)),
      ])
  }

  /// The style sheet, with the colours of charts for light, dark and paper.
  private static var style: String {
    func rule(_ palette: Palette) -> String {
      ":root { " + palette.properties.map { "\($0.name): \($0.value);" }.joined(separator: " ") + " }"
    }
    return """
      \(rule(.light))
      @media (prefers-color-scheme: dark) { \(rule(.dark)) }
      @media print { \(rule(.light)) }
      \(String(decoding: PackageResources.report_css, as: UTF8.self))
      """
  }

  /// What the template shows.
  private struct Content {
    let version: String
    let title: String
    let style: String
    let setting: String
    let contents: [Link]
    let answers: Answers?
    let overview: ScenarioTable?
    let chapters: [Chapter]
    let omissions: [String]
    let grammarVersion: String
    let drawing: String
    let script: String
  }

  /// The first sentence of each chapter.
  private struct Answers {
    struct Line {
      let link: Link
      let answer: String
    }

    let lines: [Line]
    let confounding: [String]
  }

  /// An entry of the contents.
  struct Link {
    let id: String
    let title: String
  }
}
