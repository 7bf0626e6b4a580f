/// A path taken apart: the name of the thing to which it belongs, and its key below that.
struct NamedPath: Hashable {
  /// The name, which may hold dots itself.
  let name: String
  /// The rest of the path.
  let key: String

  /// Takes a path apart.
  /// - Parameters:
  ///   - path: the dotted path.
  ///   - prefix: the path above the names.
  ///   - names: the names that there are; of those that fit, the longest is meant.
  /// - Returns: the parts; nil where the path belongs to none of the names.
  static func find(_ path: String, below prefix: String, among names: [String]) -> NamedPath? {
    names.filter { path.hasPrefix("\(prefix).\($0).") }.max { $0.count < $1.count }
      .map { NamedPath(name: $0, key: String(path.dropFirst(prefix.count + $0.count + 2))) }
  }
}
