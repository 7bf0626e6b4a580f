internal import Foundation

/// What is printed where: results on the standard output; warnings, problems and progress on the standard error.
struct Console {
  let isQuiet: Bool
  let colorsOutput: Bool
  let colorsErrors: Bool
  let showsProgress: Bool

  init(isQuiet: Bool) {
    self.isQuiet = isQuiet
    let environment = ProcessInfo.processInfo.environment
    // https://no-color.org
    let allowsColor = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    colorsOutput = allowsColor && isatty(STDOUT_FILENO) == 1
    colorsErrors = allowsColor && isatty(STDERR_FILENO) == 1
    showsProgress = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Prints a part of the results.
  func print(_ text: String) {
    guard !isQuiet else { return }
    write(Self.visible(text), to: STDOUT_FILENO)
  }

  /// Prints a warning.
  func warn(_ text: String) {
    guard !isQuiet else { return }
    writeToError((colorsErrors ? "\u{1B}[33mwarning:\u{1B}[0m " : "warning: ") + Self.visible(text) + "\n")
  }

  /// Prints why the program cannot go on.
  func fail(_ text: String) {
    writeToError((colorsErrors ? "\u{1B}[31merror:\u{1B}[0m " : "error: ") + Self.visible(text) + "\n")
  }

  /// Prints diagnostics that are rendered already.
  func diagnose(_ rendered: String, isWarning: Bool = false) {
    guard !isWarning || !isQuiet else { return }
    writeToError(Self.visible(rendered))
  }

  func writeToError(_ text: String) { write(text, to: STDERR_FILENO) }

  private func write(_ text: String, to descriptor: Int32) {
    // A reader that has gone away is no reason to fail: the results are in files.
    _ = Self.write(text, to: descriptor)
  }

  /// Writes all of a text.
  /// - Returns: 0, or the number of the error (`errno`) that stopped it.
  static func write(_ text: String, to descriptor: Int32) -> Int32 {
    Data(text.utf8).withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}
