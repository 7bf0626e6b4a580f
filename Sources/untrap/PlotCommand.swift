internal import ArgumentParser
internal import Pages

/// `untrap plot`: one chart as a file, for papers and slides.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Draws one chart of results as a file.",
    discussion: """
      Charts:
      \(charts)

      Examples:
        untrap plot notebooks-output/kasur-mawakhat --chart differences --format svg
        untrap plot notebooks-output/kasur-mawakhat --chart flows --format png --dark --out flows.png
      """)

  @Argument(help: ArgumentHelp("Directory of results.", valueName: "results"), completion: .directory)
  var directory: String

  @Option(help: "What to draw.", completion: .list(PictureFile.charts.map(\.name)))
  var chart: String

  @Option(
    help: "What to write it as: svg or png.", completion: .list(Drawing.Format.choices),
    transform: Self.format)
  var format = Drawing.Format.svg

  @Option(help: ArgumentHelp("File (default: <results>-<chart>.<format>).", valueName: "file"), completion: .file())
  var out: String?

  @Flag(help: "Draw for a dark background.")
  var dark = false

  @Flag(help: "Replace an earlier file.")
  var force = false

  func validate() throws {
    if let out, out.isEmpty { throw ValidationError("--out: name a file") }
  }

  func run() throws {
    let console = Console(isQuiet: false)
    let base = String(PageFile.path(besides: directory).dropLast(".html".count))
    let file = PageFile(path: out ?? "\(base)-\(chart).\(format.rawValue)", replacesEarlier: force, console: console)
    try file.checkPlace()
    let picture = try file.failing {
      try PictureFile(chart: chart, of: directory, as: format, isDark: dark, drawing: try Drawing())
    }
    try file.write(picture.data)
    console.print("Chart: \(Console.visible(line: file.path))\n")
  }

  @Sendable private static func format(_ text: String) throws -> Drawing.Format {
    guard let format = Drawing.Format(rawValue: text) else { throw ValidationError("choose svg or png") }
    return format
  }

  private static var charts: String {
    let width = PictureFile.charts.map(\.name.count).max() ?? 0
    return PictureFile.charts.map { name, summary in
      "  " + name + String(repeating: " ", count: width - name.count + 2) + summary
    }.joined(separator: "\n")
  }
}
