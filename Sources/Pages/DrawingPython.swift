internal import Foundation

/// The Python that draws: that of `UNTRAP_PYTHON`, else one that came with the program or its build, else `python3`.
///
/// A name without a slash is looked up on the search path, but for its parts that are not absolute and those that are the
/// current directory: a program that lies there by chance is not run.
enum DrawingPython {
  /// Its absolute path.
  /// - Throws: `PageError.cannotDraw` where there is none.
  static func path() throws(PageError) -> String {
    let environment = ProcessInfo.processInfo.environment
    let named = environment["UNTRAP_PYTHON"] ?? ""
    if named.isEmpty, let installed { return installed }
    let name = named.isEmpty ? "python3" : named
    guard let path = path(of: name, searching: environment["PATH"] ?? "") else {
      throw .cannotDraw(python: name, reason: "there is no such program")
    }
    return path
  }

  /// Where a program is; nil where it is not.
  static func path(of name: String, searching path: String) -> String? {
    let here = FileManager.default.currentDirectoryPath
    if name.contains("/") {
      let program = name.hasPrefix("/") ? name : here + "/" + name
      return isProgram(program) ? program : nil
    }
    let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") && !isSame($0, here) }
    return folders.map { $0 + "/" + name }.first(where: isProgram)
  }

  private static func isSame(_ folder: String, _ other: String) -> Bool {
    func place(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    return place(folder) == place(other)
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: path)
  }

  /// That which came with the program or its build.
  private static var installed: String? {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    if let installed = program?.appendingPathComponent("../share/untrap/python/bin/python3").path, isProgram(installed)
    {
      return installed
    }
    var folder = program
    while let here = folder, here.path != "/" {
      if here.lastPathComponent == ".build" {
        let installed = here.appendingPathComponent("python/bin/python3").path
        if isProgram(installed) { return installed }
      }
      folder = here.deletingLastPathComponent()
    }
    return nil
  }
}
