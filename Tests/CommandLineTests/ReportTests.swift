import Foundation
import TestSupport
import Testing

@Suite(
  "Reports",
  .enabled(if: Tool.python(importing: "vl_convert") != nil, "needs vl-convert, as `make prepare` installs it"))
struct ReportTests {
  /// What organisation is worth in a part of Kasur.
  private static func results(_ program: borrowing Program, replications: Int) throws {
    let files = ["kasur-baseline", "kasur-mawakhat", "kasur-without-organisation"].map {
      Tool.package.appending(path: "scenarios/\($0).yaml").path
    }
    let outcome = try program.call(
      ["compare"] + files + ["--households", "800", "--years", "5", "--replications", "\(replications)", "--quiet"]
        + ["--out", "out"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
  }

  /// The sentences of the answer.
  private static func answer(_ html: String) throws -> [String] {
    let start = try #require(html.range(of: "<div class=\"answer\">"))
    let end = try #require(html[start.upperBound...].range(of: "</div>"))
    return html[start.upperBound..<end.lowerBound].split(separator: "\n").filter { !$0.isEmpty }.map {
      $0.replacingOccurrences(of: "<p>", with: "").replacingOccurrences(of: "</p>", with: "")
    }
  }

  @Test("two replications do not tell scenarios apart, two hundred rank them")
  func certainty() throws {
    let program = try Program.withScenarios()
    try Self.results(program, replications: 2)
    #expect(try program.call("report", "out", "--quiet").exitCode == 0)
    let unsure = try Self.answer(try program.text("out.html"))
    #expect(unsure.count == 3)
    #expect(unsure[0].contains("the scenarios cannot be told apart by durable exits"), "\(unsure[0])")
    #expect(unsure[2].contains("2 replications"))

    #expect(try program.call("extend", "out", "--replications", "200", "--quiet").exitCode == 0)
    #expect(try program.call("report", "out", "--quiet", "--force").exitCode == 0)
    let sure = try Self.answer(try program.text("out.html"))
    #expect(sure.count == 3)
    #expect(
      sure[0].contains(
        "have made a durable exit from dependency (a year out of it) in Kasur MawaKhat than in Kasur baseline ("),
      "\(sure[0])")
    #expect(
      sure[0].contains("ranks by what is beyond doubt: 1 Kasur MawaKhat, 2 Kasur without organisation ("),
      "\(sure[0])")
    #expect(sure[1].contains("one more durable exit costs its programmes PKR"), "\(sure[1])")
    #expect(sure[2].contains("200 replications"))
  }

  @Test("a page is whole: everything is in the file, with its numbers, and the same for any number of threads")
  func selfContained() throws {
    let program = try Program.withScenarios()
    let call = ["compare", "base.yaml", "grants.yaml", "--replications", "5", "--report"]
    let first = try program.call(call + ["--out", "one/out", "--threads", "1"])
    #expect(first.exitCode == 0, "\(first.errors)")
    #expect(first.output.hasSuffix("Report: one/out.html\n"))
    #expect(try program.call(call + ["--out", "two/out", "--threads", "2", "--quiet"]).exitCode == 0)
    let html = try program.text("one/out.html")
    #expect(try program.text("two/out.html") == html)
    // The charting library, which a browser proves to ask for nothing, speaks of such things.
    let own = html.components(separatedBy: "<script>\n(() => {")[0]
    for tag in ["<link rel=\"stylesheet", "<script src", "<img", "@import", "url("] {
      #expect(!own.contains(tag), "\(tag)")
    }
    for heading in [
      "The answer", "Scenarios side by side", "Before you rely on it", "What the model leaves out",
    ] {
      #expect(html.contains(">\(heading)</h2>"), "\(heading)")
    }
    let places = [
      "The answer</h2>", "Scenarios side by side</h2>", "Paths over time</h2>", "What the model leaves out</h2>",
    ]
    .compactMap { html.range(of: $0)?.lowerBound }
    #expect(places == places.sorted() && places.count == 4)
    #expect(html.contains("parameters.shocks.illness_probability"))
    let verified = try program.call("verify", "one/out")
    #expect(verified.exitCode == 0, "\(verified.output)")
  }

  @Test("several results become chapters of one page")
  func chapters() throws {
    let program = try Program.withScenarios()
    for name in ["one", "two"] {
      #expect(try program.call("compare", "base.yaml", "grants.yaml", "--quiet", "--out", name).exitCode == 0)
    }
    #expect(try program.call("report", "one", "two").exitCode == 64)
    let outcome = try program.call("report", "one", "two", "--out", "both.html", "--title", "A < B & C")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let html = try program.text("both.html")
    #expect(html.contains("<h1>A &lt; B &amp; C</h1>"))
    #expect(html.components(separatedBy: ">The answer</h3>").count == 3)
    #expect(html.contains("this is no ranking of programmes"))
  }

  @Test("what is there is replaced only with --force, before anything is run")
  func existing() throws {
    let program = try Program.withScenarios()
    try program.write("mine", to: "out.html")
    let outcome = try program.call("run", "base.yaml", "--report", "--out", "out")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors == "error: out.html exists; give another file with --out, or --force to replace it\n")
    #expect(try program.text("out.html") == "mine")
    #expect(try !program.names().contains("out"))
    // What is no page of ours stays even then; an earlier page does not.
    let forced = ["run", "base.yaml", "--report", "--out", "out", "--force", "--quiet"]
    #expect(try program.call(forced).exitCode == 1)
    #expect(try program.text("out.html") == "mine")
    try FileManager.default.removeItem(atPath: program.directory + "/out.html")
    for _ in 0..<2 {
      #expect(try program.call(forced).exitCode == 0)
      #expect(try program.text("out.html").hasPrefix("<!doctype html>"))
    }
  }

  @Test("what cannot be shown is said")
  func refusals() throws {
    let program = try Program.withScenarios()
    #expect(try program.call("report", "nowhere").errors == "error: cannot read nowhere: there is no such directory\n")
    #expect(try program.call("run", "base.yaml", "--quiet", "--out", "out").exitCode == 0)
    let unknown = try program.call("plot", "out", "--chart", "pies")
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.hasPrefix("error: --chart pies: there is no such chart; choose one of paths, "))
    let missing = try program.call("plot", "out", "--chart", "differences")
    #expect(missing.exitCode == 1)
    #expect(missing.errors.hasPrefix("error: out does not hold what chart differences shows; it has paths"))
    let without = try program.call("report", "out", environment: ["UNTRAP_PYTHON": "/bin/false"])
    #expect(without.exitCode == 1)
    #expect(without.errors.contains("charts are drawn by vl-convert, which /bin/false cannot use"))
    #expect(try program.names() == ["base.yaml", "broken.yaml", "grants.yaml", "out", "stderr.txt", "stdout.txt"])
  }

  @Test("a chart becomes a picture", arguments: ["svg", "png"])
  func plot(format: String) throws {
    let program = try Program.withScenarios()
    #expect(try program.call("run", "base.yaml", "--quiet", "--out", "out").exitCode == 0)
    let outcome = try program.call("plot", "out/", "--chart", "paths", "--format", format)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == "Chart: out-paths.\(format)\n")
    let data = try Data(contentsOf: URL(fileURLWithPath: program.directory + "/out-paths.\(format)"))
    #expect(data.starts(with: format == "svg" ? Array("<svg".utf8) : [0x89, 0x50, 0x4E, 0x47]))
    #expect(data.count > 5_000)
    // An earlier picture is replaced by the same one, and no picture of somebody else's.
    let again = ["plot", "out", "--chart", "paths", "--format", format, "--force"]
    #expect(try program.call(again).exitCode == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.directory + "/out-paths.\(format)")) == data)
    let foreign = format == "svg" ? Data("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8) : data.prefix(33)
    try foreign.write(to: URL(fileURLWithPath: program.directory + "/photo"))
    let refused = try program.call(again + ["--out", "photo"])
    #expect(refused.exitCode == 1)
    #expect(refused.errors.contains("is not a file that untrap has written there"), "\(refused.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: program.directory + "/photo")) == foreign)
  }
}

/// What pages are opened with.
enum Browser {
  static let python = Tool.python(importing: "vl_convert", "playwright", "axe_core_python")
  static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let isHere = python != nil && chromium != nil

  /// What one of the checks beside this file finds wrong with a page.
  static func faults(of page: String, by check: String) throws -> [String] {
    let (python, chromium) = (try #require(python), try #require(chromium))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Browser/\(check)").path
    let outcome = try python.run([file, page, chromium])
    let faults = outcome.output.split(separator: "\n").map(String.init)
    #expect(Int(outcome.exitCode) == min(faults.count, 100), "the check itself failed: \(outcome.errors)")
    return faults
  }
}

@Suite(
  "Reports in a browser",
  .enabled(if: Browser.isHere, "needs Chromium and playwright with axe-core, as `make test` installs them"))
struct BrowserTests {
  @Test("that of four programmes draws, asks for nothing and breaks no rule of accessibility")
  func fourProgrammes() throws {
    let program = try Program()
    let scenarios = Tool.package.path + "/scenarios/"
    let comparisons = [
      ("quetta", ["quetta-baseline", "seher-mupp", "seher-grants-first"]),
      ("kasur", ["kasur-baseline", "kasur-mawakhat"]),
      ("ajk", ["ajk-baseline", "ajkrsp"]), ("partners", ["ehsaas-none", "ehsaas"]),
    ]
    for (name, files) in comparisons {
      let outcome = try program.call(
        ["compare"] + files.map { scenarios + $0 + ".yaml" }
          + ["--households", "1500", "--years", "4", "--replications", "10", "--quiet", "--out", name])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
    }
    let outcome = try program.call(["report"] + comparisons.map(\.0) + ["--out", "page.html"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let faults = try Browser.faults(of: program.directory + "/page.html", by: "check_page.py")
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test("a page that breaks the rules is found out")
  func brokenPage() throws {
    let program = try Program()
    try program.write(
      """
      <!doctype html><html data-drawn="all"><head><title>broken</title></head><body>
      <img src="https://example.invalid/picture.png"><p style="color:#ccc;background:#fff">pale</p>
      <figure class="panel" id="empty"><details></details>
      <script type="application/json">{"datasets": {"rows": [1]}}</script></figure>
      <figure class="panel" id="axes" data-drawn="yes"><details></details><svg width="300" height="200"><path d="M0,0h9"/>
      <g class="mark-symbol role-mark"></g></svg><script type="application/json">{"datasets": {"rows": []}}</script></figure>
      <div style="width:3000px">wide</div><script>console.error("fault")</script></body></html>
      """, to: "broken.html")
    let faults = try Browser.faults(of: program.directory + "/broken.html", by: "check_page.py")
    for expected in [
      "console error: fault", "request for https://example.invalid", "empty is not drawn", "axes is not drawn",
      "empty is called ''", "scrolls sideways",
      "0 of 1 numbers",
      "color-contrast", "image-alt", "html-has-lang",
    ] { #expect(faults.contains { $0.contains(expected) }, "\(expected)") }
  }
}
