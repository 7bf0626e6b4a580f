internal import Foundation

/// Removes files of ours from a directory, by their names and never as a tree: what is not ours stays.
enum OwnFiles {
  /// What lies in a directory, in the order of the names.
  /// - Throws: `OutputError.cannotRead` where it cannot be listed.
  static func listing(of directory: String) throws(OutputError) -> [String] {
    try RegularFile.reading(directory) { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }
  }

  /// What lies in a directory; nothing where it cannot be listed.
  static func names(in directory: String) -> [String] { (try? listing(of: directory)) ?? [] }

  /// Whether nothing lies in a directory: one that cannot be listed is not known to be empty.
  static func isEmpty(_ directory: String) -> Bool { (try? listing(of: directory))?.isEmpty ?? false }

  /// Removes some files, and the directory if it is empty then; whether it is gone.
  @discardableResult
  static func remove(_ names: some Sequence<String>, with directory: String) -> Bool {
    for name in names { unlink(directory + "/" + name) }
    return rmdir(directory) == 0
  }
}
