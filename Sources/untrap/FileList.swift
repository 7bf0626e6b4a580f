internal import ArgumentParser
internal import Foundation
internal import Notation
internal import Scenarios

/// Files as they are named in a call.
struct FileList {
  let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// Checks that no file is named twice.
  func validate() throws {
    var seen: Set<String> = []
    for path in paths {
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
      guard seen.insert(file).inserted else { throw ValidationError("\(VisibleText.shown(path)) is given twice") }
    }
  }

  /// The directory for results of these files, unless the call names one.
  var defaultOutput: String {
    let stems = paths.map { URL(fileURLWithPath: $0).deletingPathExtension().lastPathComponent }
    let name =
      switch stems.count {
      case 1: stems[0]
      case 2: "\(stems[0])-vs-\(stems[1])"
      default: "\(stems[0])-comparison"
      }
    return "notebooks-output/\(name)"
  }

  /// The name of a file, without its folders; what a shell hands over under a number has none.
  static func name(of path: String) -> String {
    ["/dev/fd/", "/proc/self/fd/"].contains(where: path.hasPrefix)
      ? "a pipe" : URL(fileURLWithPath: path).lastPathComponent
  }

  /// An origin with its file named from the folder of a scenario: `kasur-baseline.yaml:3:1`, `../shared.yaml:2:5`.
  static func description(of origin: Origin, besides scenario: String) -> String {
    guard case .file(let path, let line, let column) = origin else { return origin.description }
    let folder = URL(fileURLWithPath: scenario).deletingLastPathComponent().standardizedFileURL.pathComponents
    let file = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    let shared = zip(folder, file).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: folder.count - shared) + file.dropFirst(shared)
    return "\(steps.joined(separator: "/")):\(line):\(column)"
  }
}

extension CompletionKind {
  /// Files of scenarios, designs and portfolios.
  static let scenarioFiles = CompletionKind.file(extensions: ["yaml", "yml"])
  /// Surveys and tables of results.
  static let tables = CompletionKind.file(extensions: ["csv"])
}
