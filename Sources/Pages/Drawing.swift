internal import Dispatch
package import Foundation
package import Notation
internal import Reporting

/// Vega-Lite, as the Python package vl-convert-python carries it.
///
/// Chosen because it needs neither a network nor a browser for files, has the same drawing code for pages and files,
/// takes charts as data (JSON) and not as calls, and is kept by the makers of Vega. It runs in a process of its own, in a
/// directory of its own, and nothing of the current directory is run with it.
package struct Drawing: Sendable {
  static let packageVersion = "1.9.0.post1"
  static let grammarVersion = "6.4"

  /// What a picture is written as.
  package enum Format: String, CaseIterable, Sendable {
    case svg
    case png
  }

  private let python: String

  /// Finds a Python that has the library (`DrawingPython`).
  /// - Throws: `PageError.cannotDraw` where it has not.
  package init() throws(PageError) {
    python = try DrawingPython.path()
    _ = try run("import vl_convert")
  }

  /// The code that draws specifications on a page: it defines the global function `drawChart(element, specification,
  /// options)`, a promise.
  /// - Throws: `PageError.cannotDraw`.
  package func script() throws(PageError) -> String {
    let bundle = try run(
      """
      import sys, vl_convert
      text = vl_convert.javascript_bundle("window.drawChart = vegaEmbed;", vl_version="\(Self.grammarVersion)")
      sys.stdout.buffer.write(text.encode())
      """)
    // Nothing in it may end the element of the page that holds it.
    return String(decoding: bundle, as: UTF8.self).replacing("</script", with: "<\\/script")
  }

  /// A picture of Vega-Lite with its data; pixels are three for each point of the specification.
  /// - Throws: `PageError.cannotDraw`.
  package func picture(of specification: JSONValue, as format: Format) throws(PageError) -> Data {
    let call =
      switch format {
      case .svg: "vl_convert.vegalite_to_svg(specification, vl_version=\"\(Self.grammarVersion)\").encode()"
      case .png: "vl_convert.vegalite_to_png(specification, vl_version=\"\(Self.grammarVersion)\", scale=3)"
      }
    return try run(
      "import sys, vl_convert\nspecification = sys.stdin.read()\nsys.stdout.buffer.write(\(call))",
      input: specification.compact)
  }

  // MARK: - The process

  private func run(_ code: String, input: String = "") throws(PageError) -> Data {
    let folder: ScratchFolder
    do throws(OutputError) { folder = try ScratchFolder() } catch {
      throw .cannotDraw(python: python, reason: error.description)
    }
    defer { withExtendedLifetime(folder) {} }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    // Isolated: no module of the current directory, of the user's own packages or of PYTHONPATH is imported.
    process.arguments = ["-I", "-c", code]
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PYTHON") }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let (standardInput, output, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch { throw .cannotDraw(python: python, reason: FileFailure.words(error)) }
    // Both ways at once: neither side waits for the other to read. The process may end before it has read all.
    let writing = DispatchQueue(label: "drawing")
    writing.async {
      try? standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? standardInput.fileHandleForWriting.close()
    }
    let complaints = DispatchQueue(label: "complaints")
    nonisolated(unsafe) var complaint = Data()
    complaints.async { complaint = errors.fileHandleForReading.readDataToEndOfFile() }
    let result = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    complaints.sync {}
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let last = String(decoding: complaint, as: UTF8.self).split(separator: "\n").last.map(String.init)
      throw .cannotDraw(python: python, reason: last ?? "it ended with \(process.terminationStatus)")
    }
    return result
  }
}
