internal import Foundation

/// Removes files of ours from a directory, by their names and never as a tree: what is not ours stays.
enum OwnFiles {
  /// What lies in a directory; nothing where it cannot be read.
  static func names(in directory: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
  }

  /// Removes some files, and the directory if it is empty then.
  /// - Returns: whether the directory is gone.
  @discardableResult
  static func remove(_ names: some Sequence<String>, with directory: String) -> Bool {
    for name in names { unlink(directory + "/" + name) }
    return rmdir(directory) == 0
  }
}
