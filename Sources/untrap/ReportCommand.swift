internal import ArgumentParser
internal import Notation
internal import Pages

/// `untrap report`: results as a page for those who decide.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes a page with the answer, its certainty and pictures from results.",
    discussion: """
      One HTML file that needs no network: the answer in three sentences, a table of scenarios, charts with their \
      numbers, what is assumed, and what the model leaves out. Several directories become chapters of one page.

      Examples:
        untrap report notebooks-output/kasur-mawakhat
        untrap report results/quetta results/kasur --title "Two towns" --out towns.html
      """)

  @Argument(help: ArgumentHelp("Directories of results.", valueName: "results"), completion: .directory)
  var directories: [String]

  @Option(
    help: ArgumentHelp("File of the page (default: <results>.html, beside the results).", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var out: String?

  @Option(help: "Heading of the page (default: the scenarios).")
  var title: String?

  @Flag(help: "Replace an earlier page.")
  var force = false

  @Flag(help: "Print errors only.")
  var quiet = false

  func validate() throws {
    if out == nil, directories.count > 1 { throw ValidationError("name the file of several results with --out") }
    if let out, out.isEmpty { throw ValidationError("--out: name a file") }
    let hidden = VisibleText.hidden(in: title ?? "").map(VisibleText.spelled)
    guard hidden.isEmpty else {
      throw ValidationError(
        "--title: it has characters that cannot be seen (\(hidden.joined(separator: ", "))); write it without them")
    }
  }

  func run() throws {
    let console = Console(isQuiet: quiet)
    let path = out ?? PageFile.path(besides: directories[0])
    let file = PageFile(path: path, replacesEarlier: force, console: console)
    try file.checkPlace()
    try file.write(directories, title: title, drawing: try file.drawing())
  }
}
