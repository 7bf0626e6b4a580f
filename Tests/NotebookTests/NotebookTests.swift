import Foundation
import TestSupport
import Testing

/// The results that come with the package, and the notebooks that read them.
@Suite struct NotebookTests {
  private static let kept = Tool.package.appending(path: "notebooks-output")
  private static let tables = ["attribution.csv", "course.csv", "datapackage.json", "effectiveness.csv", "ranking.csv"]

  private static let jupyter = Tool.python(importing: "ipykernel", "matplotlib", "nbclient", "nbformat", "pandas")
  private static let knitr = Tool.named(
    "Rscript", checkedBy: ["-e", "stopifnot(requireNamespace('knitr'), requireNamespace('jsonlite'))"])

  /// A copy of the notebooks and their tables, or an empty directory; removed after use.
  private func inPlace<Result>(copied: Bool, _ body: (_ place: URL) throws -> Result) throws -> Result {
    let place = FileManager.default.temporaryDirectory.appending(path: "notebooks-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: place) }
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    if copied {
      for name in ["execute.py", "kasur.ipynb", "kasur.Rmd", "kasur-tables"] {
        try FileManager.default.copyItem(at: Self.kept.appending(path: name), to: place.appending(path: name))
      }
    }
    return try body(place)
  }

  private func succeed(_ tool: Tool, _ arguments: [String], in place: URL) throws {
    let outcome = try tool.run(arguments, in: place)
    try #require(outcome.exitCode == 0, "\(tool.command) \(arguments): \(outcome.errors)")
  }

  @Test("the tables are those that the comparison of `make demo` writes, to the byte")
  func regeneration() throws {
    let folder = Self.kept.appending(path: "kasur-tables")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == Self.tables)
    try inPlace(copied: false) { place in
      let scenarios = ["kasur-baseline", "kasur-mawakhat", "kasur-top-down", "kasur-without-organisation"].map {
        Tool.package.appending(path: "scenarios/\($0).yaml").path
      }
      try succeed(Tool.built("untrap"), ["compare"] + scenarios + ["--quiet", "--out", "results"], in: place)
      for name in Self.tables {
        let fresh = try Data(contentsOf: place.appending(path: "results/\(name)"))
        #expect(try Data(contentsOf: folder.appending(path: name)) == fresh, "\(name) is stale: make notebooks")
      }
    }
  }

  @Test("notebooks and tables stay small")
  func size() throws {
    let names = ["kasur.ipynb", "kasur.Rmd"] + Self.tables.map { "kasur-tables/" + $0 }
    let bytes = try names.reduce(0) { try $0 + Data(contentsOf: Self.kept.appending(path: $1)).count }
    #expect(bytes < 1_500_000)
  }

  @Test(
    "the Python notebook runs, and prints and draws what it shows",
    .enabled(if: jupyter != nil, "needs Python with notebooks-output/requirements.txt, as `make test` installs it"))
  func python() throws {
    let python = try #require(Self.jupyter)
    let shown = try Notebook(Self.kept.appending(path: "kasur.ipynb"))
    let fresh = try inPlace(copied: true) { place in
      try succeed(python, ["execute.py", "kasur.ipynb", "fresh.ipynb"], in: place)
      return try Notebook(place.appending(path: "fresh.ipynb"))
    }
    #expect(fresh.sources == shown.sources)
    #expect(fresh.printedLines == shown.printedLines)
    #expect(fresh.pictures == shown.pictures && shown.pictures == 3)
  }

  @Test(
    "the R notebook runs, and prints what the Python notebook prints",
    .enabled(if: knitr != nil, "needs R with knitr and jsonlite, as `make test` installs them"))
  func r() throws {
    let rscript = try #require(Self.knitr)
    let shown = try Notebook(Self.kept.appending(path: "kasur.ipynb"))
    let document = try inPlace(copied: true) { place in
      try succeed(rscript, ["-e", "knitr::knit('kasur.Rmd', quiet = TRUE)"], in: place)
      return try String(contentsOf: place.appending(path: "kasur.md"), encoding: .utf8)
    }
    let lines = Set(document.split(separator: "\n").map(String.init))
    #expect(shown.printedLines.count > 30)
    #expect(shown.printedLines.filter { !lines.contains($0) } == [])
  }
}
