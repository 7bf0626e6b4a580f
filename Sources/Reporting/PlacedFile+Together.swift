public import Foundation

extension PlacedFile {
  /// Writes all of some files or none: where one cannot be written, those before it are again as they were.
  /// - Parameter files: the files, with what goes into them.
  /// - Throws: `Refusal`.
  public static func write(_ files: [(file: PlacedFile, contents: Data)]) throws(Refusal) {
    for (file, _) in files { try file.check() }
    var written: [(path: String, earlier: Data?)] = []
    do throws(Refusal) {
      for (file, contents) in files {
        let earlier = try? RegularFile.contents(of: file.path)
        try file.write(contents)
        written.append((file.path, earlier))
      }
    } catch {
      for (path, earlier) in written {
        guard let earlier else {
          unlink(path)
          continue
        }
        try? PlacedFile(path: path, earlier: .replaced { _ in true }).write(earlier)
      }
      throw error
    }
  }
}
