internal import Foundation

/// Names of files from the folder that holds all of them, so that they do not depend on where a call was made.
struct SourceNames {
  private let names: [String: String]

  /// Names some files: `kasur-baseline.yaml`, or `shared/places.yaml` where they lie in several folders.
  init(_ paths: [String]) {
    let components = paths.map { URL(fileURLWithPath: $0).standardizedFileURL.pathComponents }
    let first = components.first?.dropLast() ?? []
    let shared = components.reduce(first.count) { count, path in
      min(count, zip(first, path.dropLast()).prefix { $0 == $1 }.count)
    }
    names = Dictionary(
      zip(paths, components.map { $0.dropFirst(shared).joined(separator: "/") }),
      uniquingKeysWith: { first, _ in first })
  }

  /// The name of one of them.
  subscript(path: String) -> String { names[path] ?? path }
}
