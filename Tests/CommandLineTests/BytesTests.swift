import Digests
import Foundation
import Reporting
import TestSupport
import Testing

/// What a fixed set of small calls writes, to the byte.
///
/// A change that only moves code leaves all digests as they are. One that means to change results records them anew with
/// `UNTRAP_RECORD=1 swift test ... --filter BytesTests`, and its commit says which and why.
@Suite("Bytes of small calls") struct BytesTests {
  @Test("are those that are recorded", .enabled(if: isDrawn, "needs vl-convert-python, as `make test` installs it"))
  func recorded() throws {
    let program = try Program()
    try FileManager.default.copyItem(
      atPath: Tool.package.path + "/scenarios", toPath: program.directory + "/scenarios")
    for method in Self.methods { try program.write(Self.design(method.text), to: method.name + ".yaml") }
    var lines: [String] = []
    for (name, arguments) in Self.runs + Self.pages {
      let outcome = try program.call(arguments + ["--out", name])
      #expect(outcome.exitCode == 0, "\(name): \(outcome.errors)")
    }
    for name in Self.runs.map(\.name) {
      lines += try ResultIdentity.text(of: program.directory + "/" + name).split(separator: "\n").map { line in
        String(line.replacing("  ", with: "  \(name)/"))
      }
    }
    for name in Self.pages.map(\.name) {
      lines.append("\(SHA256.text(of: Data(try program.text(name).utf8)))  \(name)")
    }
    for (name, arguments) in Self.texts {
      let outcome = try program.call(arguments)
      #expect(outcome.exitCode == 0, "\(name): \(outcome.errors)")
      // What is printed of where results lie and how long they took is no part of them.
      let text = outcome.output.components(separatedBy: "\nResults: ")[0]
      lines.append("\(SHA256.text(of: Data(text.utf8)))  \(name)")
    }
    let text = lines.joined(separator: "\n") + "\n"
    if ProcessInfo.processInfo.environment["UNTRAP_RECORD"] != nil {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
    let (gone, new) = (Set(recorded).subtracting(lines), Set(lines).subtracting(recorded))
    #expect(
      recorded == lines,
      """
      differ: \(Set((gone.union(new)).map { $0.split(separator: " ").last ?? "" }).sorted().joined(separator: ", "))
      """)
  }

  // MARK: - Calls

  static let isDrawn = Tool.python(importing: "vl_convert") != nil
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Recorded/bytes.sha256")

  private static let small = ["--replications", "3", "--years", "2", "--quiet"]

  private static func scenarios(_ names: String) -> [String] {
    names.split(separator: " ").map { "scenarios/\($0).yaml" }
  }

  private static func compare(_ names: String) -> [String] {
    ["compare"] + scenarios(names) + ["--households", "600"] + small
  }

  /// Calls whose results are directories, and their names.
  private static let runs: [(name: String, arguments: [String])] =
    [
      ("run", ["run"] + scenarios("kasur-mawakhat") + ["--households", "600", "--microdata", "0,8"] + small),
      (
        "quetta",
        compare(
          "quetta-baseline seher-mupp seher-without-organisation seher-first-phase seher-grants-first "
            + "seher-grants-after-training")
      ),
      ("kasur", compare("kasur-baseline kasur-mawakhat kasur-top-down kasur-without-organisation")),
      ("ajk", compare("ajk-baseline ajkrsp ajkrsp-staff-only ajkrsp-coverage-40 ajkrsp-without-inclusion")),
      ("groups", compare("kasur-baseline kasur-mawakhat") + ["--detail", "groups"]),
      ("national", compare("national-baseline ehsaas")),
      ("partners", compare("ehsaas-none ehsaas-registry ehsaas")),
      ("stocktake", ["stocktake"] + scenarios("ehsaas") + ["--households", "1000"] + small),
      ("traps", ["traps"] + scenarios("kasur-baseline") + ["--households", "600"] + small),
      ("traps-of-run", ["traps", "kasur", "--quiet"]),
      (
        "precision",
        ["compare"] + scenarios("kasur-baseline kasur-mawakhat") + ["--households", "300", "--years", "1", "--quiet"]
          + ["--precision", "headcount_ratio:0.02", "--maximum-replications", "12"]
      ),
      ("measure", ["measure", "run/households.csv", "--by", "settlement_type", "--bootstrap", "20"]),
      (
        "optimize",
        ["optimize", "scenarios/portfolios/kasur-best-mix.yaml", "--households", "300", "--years", "2", "--quiet"]
      ),
    ] + methods.map { ($0.name, [$0.command, $0.name + ".yaml", "--quiet"]) }

  /// Calls whose results are files.
  private static let pages: [(name: String, arguments: [String])] =
    [
      ("page.html", ["report", "quetta", "kasur", "ajk", "national", "partners", "--quiet"]),
      ("run.html", ["report", "run", "--quiet"]), ("stocktake.html", ["report", "stocktake", "--quiet"]),
      ("tornado.html", ["report", "tornado", "--quiet"]), ("morris.html", ["report", "morris", "--quiet"]),
      ("tornado.svg", ["plot", "tornado", "--chart", "tornado"]),
    ]
    + [
      "paths", "differences", "flows", "transitions", "survival", "gains", "plane", "frontier", "institutions",
      "targeting",
    ].map { ($0 + ".svg", ["plot", "kasur", "--chart", $0]) } + [
      ("coverage.svg", ["plot", "partners", "--chart", "coverage"])
    ]

  /// Calls of which what is printed counts.
  private static let texts: [(name: String, arguments: [String])] = [
    ("description", ["describe"] + scenarios("kasur-mawakhat")), ("parameters", ["describe", "--parameters"]),
    ("mechanisms", ["describe", "--mechanisms"]), ("schema", ["schema"]),
    ("scenarios-apart", ["diff"] + scenarios("kasur-mawakhat kasur-top-down")),
    (
      "comparison-text",
      ["compare"] + scenarios("kasur-baseline kasur-mawakhat")
        + ["--households", "300", "--years", "1", "--replications", "3", "--out", "text"]
    ),
    ("traps-text", ["traps", "kasur", "--out", "traps-text"]),
    ("tornado-text", ["sensitivity", "tornado.yaml", "--out", "tornado-text"]),
  ]

  private static let methods: [(command: String, name: String, text: String)] = [
    ("sweep", "factorial", "factorial: {levels: 2}"), ("sweep", "latin-hypercube", "latin_hypercube: {points: 4}"),
    ("sweep", "sobol-sequence", "sobol_sequence: {points: 4}"),
    ("sensitivity", "sobol-indices", "sobol_indices: {points: 4}"),
    ("sensitivity", "morris", "morris: {trajectories: 3}"), ("sensitivity", "tornado", "tornado: {low: 0.1}"),
  ]

  private static func design(_ method: String) -> String {
    """
    name: Trial
    scenarios: [scenarios/kasur-baseline.yaml, scenarios/kasur-mawakhat.yaml]
    set: {years: 1, replications: 3, population.households: 300}
    measures: [headcount_ratio, durable_exits, programme_cost]
    method: {\(method)}
    resamples: 100
    variables:
      - {path: parameters.shocks.illness_probability, range: [0.02, 0.2]}
      - {path: parameters.trade.saving_rate}

    """
  }
}
