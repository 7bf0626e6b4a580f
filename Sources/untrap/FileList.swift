internal import ArgumentParser
internal import Foundation

/// Files as they are named in a call.
struct FileList {
  let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// Checks that no file is named twice.
  func validate() throws {
    var seen: Set<String> = []
    for path in paths {
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
      guard seen.insert(file).inserted else { throw ValidationError("\(path) is given twice") }
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

  static func name(of path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
}
