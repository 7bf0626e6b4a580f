/// A path taken apart: the name of the thing to which it belongs, and its key below that.
struct NamedPath: Hashable {
  /// The name, which may hold dots itself.
  let name: String
  /// The rest of the path.
  let key: String
}

/// The names of things below one path, by which paths are taken apart.
struct PathNames {
  private let prefix: String
  private let names: Set<String>

  /// Keeps the names that there are below a path.
  init(_ names: [String], below prefix: String) {
    self.prefix = prefix + "."
    self.names = Set(names)
  }

  /// Takes a dotted path apart, by the longest of the names that fit; nil where it belongs to none of them.
  /// - Complexity: O(length of the path times its dots), however many names there are.
  func find(_ path: String) -> NamedPath? {
    guard path.hasPrefix(prefix) else { return nil }
    let rest = path.dropFirst(prefix.count)
    var found: NamedPath?
    for dot in rest.indices where rest[dot] == "." {
      let name = String(rest[..<dot])
      if names.contains(name) { found = NamedPath(name: name, key: String(rest[rest.index(after: dot)...])) }
    }
    return found
  }
}
