internal import Foundation

/// Where a directory lies, all links on the way followed: results replace what lies there, not a link to it.
enum ResolvedPath {
  /// Links that are followed one after the other, as Linux does.
  private static let linksAtMost = 40

  /// The place of a directory that need not be there yet: an absolute path without links, `.` and `..`.
  /// - Throws: `OutputError.cannotCreate` where links lead in a circle.
  static func of(_ path: String) throws(OutputError) -> String {
    let start = path.hasPrefix("/") ? "" : FileManager.default.currentDirectoryPath
    var rest = Array((start + "/" + path).split(separator: "/").map(String.init).reversed())
    var resolved: [String] = []
    var links = 0
    while let next = rest.popLast() {
      if next == "." { continue }
      if next == ".." {
        _ = resolved.popLast()
        continue
      }
      let place = "/" + (resolved + [next]).joined(separator: "/")
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: place) else {
        resolved.append(next)
        continue
      }
      links += 1
      guard links <= linksAtMost else {
        throw .cannotCreate(path: path, reason: "its symbolic links lead in a circle")
      }
      if target.hasPrefix("/") { resolved = [] }
      rest += target.split(separator: "/").map(String.init).reversed()
    }
    return "/" + resolved.joined(separator: "/")
  }

  /// Why a directory must not be replaced as a whole: somebody works in it, or lives there; nil where it may be.
  static func protection(of resolved: String) -> String? {
    func holds(_ place: String?) -> Bool {
      guard let place, !place.isEmpty, let other = try? of(place) else { return false }
      return other == resolved || resolved == "/" || other.hasPrefix(resolved + "/")
    }
    if holds(FileManager.default.currentDirectoryPath) { return "the current directory, or one that holds it" }
    if holds(ProcessInfo.processInfo.environment["HOME"]) { return "the home directory, or one that holds it" }
    return nil
  }
}
