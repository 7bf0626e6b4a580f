import Foundation
import TestSupport
import Testing

@Suite(
  "Reports on paper",
  .enabled(
    if: Browser.isHere && Tool.named("pdftotext", checkedBy: ["-v"]) != nil,
    "needs Chromium, playwright and pdftotext, as `make test` installs them"))
struct PrintTests {
  @Test("on A4 portrait no column, no row and no word is lost, whatever scenarios are called")
  func a4() throws {
    let program = try Program.withScenarios()
    let name = "Grants_of_productive_assets_to_whoever_asks_for_them_before_the_money_is_gone_and_not_a_day_later"
    try program.write(ScenarioText.grants.replacing("Village with grants", with: name), to: "long.yaml")
    let files = ["base.yaml", "grants.yaml", "long.yaml"]
    for (files, results) in [(files, "one"), (Array(files.dropLast()), "two")] {
      let outcome = try program.call(["compare"] + files + ["--replications", "10", "--quiet", "--out", results])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    for (results, page) in [(["one"], "one.html"), (["one", "two"], "both.html")] {
      #expect(try program.call(["report"] + results + ["--quiet", "--out", page]).exitCode == 0)
      let faults = try Browser.faults(of: program.directory + "/" + page, by: "print_page.py")
      #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }
  }

  @Test(
    "on A4 portrait nothing is lost of the pages of other commands",
    arguments: [
      ["run", "grants.yaml"], ["stocktake", "grants.yaml"], ["sweep", "sweep.yaml"], ["sensitivity", "tornado.yaml"],
      ["sensitivity", "sobol.yaml"],
      ["compare", "base.yaml", "grants.yaml"] + (1...5).map { "variant-\($0).yaml" },
    ])
  func others(call: [String]) throws {
    let program = try Program.withScenarios()
    for variant in 1...5 {
      let text = ScenarioText.grants.replacing("Village with grants", with: "Village with grants of kind \(variant)")
      try program.write(text, to: "variant-\(variant).yaml")
    }
    for (file, method) in [
      ("sweep", "factorial: {levels: 2}"), ("tornado", "tornado: {low: 0.1}"), ("sobol", "sobol_indices: {points: 8}"),
    ] {
      try program.write(ScenarioText.design(method), to: "\(file).yaml")
    }
    let outcome = try program.call(call + ["--quiet", "--out", "out"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(try program.call("report", "out", "--quiet").exitCode == 0)
    let faults = try Browser.faults(of: program.directory + "/out.html", by: "print_page.py")
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test("a page that loses columns on paper is found out")
  func broken() throws {
    let program = try Program()
    let columns = (1...12).map { "<th>column_number_\($0)</th>" }.joined()
    let cells = (1...12).map { "<td data-label=\"column_number_\($0)\">\($0)23456789</td>" }.joined()
    try program.write(
      """
      <!doctype html><html data-drawn="all"><head><title>broken</title></head><body><main>
      <div style="overflow-x:auto"><table><thead><tr>\(columns)</tr></thead><tbody><tr>\(cells)</tr></tbody></table></div>
      <details><summary>never opened</summary><p>words that nobody finds</p></details>
      <table class="nameless"><tbody><tr><td data-label="unnamed">7</td></tr></tbody></table>
      <p style="white-space:nowrap">\(String(repeating: "a sentence that does not end ", count: 9))</p></main></body></html>
      """, to: "broken.html")
    let faults = try Browser.faults(of: program.directory + "/broken.html", by: "print_page.py")
    for expected in [
      "cuts off", "lost: column_number_12 12", "lost: a sentence", "no column: unnamed", "over the margin",
      "shut: never opened",
    ] {
      #expect(faults.contains { $0.contains(expected) }, "\(expected)")
    }
  }
}
