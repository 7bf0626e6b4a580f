internal import Foundation
internal import Notation
internal import Reporting
internal import Synchronization

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

  /// Prints a part of the results; names in it are made visible where they are put in.
  func print(_ text: String) {
    guard !isQuiet else { return }
    Self.deliver(Self.visible(text, keepsColors: colorsOutput))
  }

  /// Prints a warning.
  func warn(_ warning: Warning) { warn(warning.text) }

  /// Prints a warning of one line.
  func warn(_ text: String) {
    guard !isQuiet else { return }
    writeToError((colorsErrors ? "\u{1B}[33mwarning:\u{1B}[0m " : "warning: ") + Self.visible(line: text) + "\n")
  }

  /// Prints in one line why the program cannot go on.
  func fail(_ text: String) {
    writeToError((colorsErrors ? "\u{1B}[31merror:\u{1B}[0m " : "error: ") + Self.visible(line: text) + "\n")
  }

  /// Prints diagnostics that are rendered already.
  func diagnose(_ rendered: String, isWarning: Bool = false) {
    guard !isWarning || !isQuiet else { return }
    writeToError(Self.visible(rendered, keepsColors: colorsErrors))
  }

  func writeToError(_ text: String) { _ = Self.write(text, to: STDERR_FILENO) }

  // MARK: - The standard output

  /// The number of the first error (`errno`) of the standard output; 0 where there was none.
  private static let outputProblem = Mutex<Int32>(0)

  /// Why not all of the output could be written; nil where it was.
  ///
  /// A reader that has gone away has seen what it wanted.
  static var outputFailure: String? {
    let problem = outputProblem.withLock { $0 }
    return problem == 0 || problem == EPIPE ? nil : "cannot write the output: \(FileFailure.words(problem))"
  }

  /// Writes to the standard output, which nothing else does; after an error nothing more is written.
  static func deliver(_ text: String) {
    outputProblem.withLock { problem in
      if problem == 0 { problem = write(text, to: STDOUT_FILENO) }
    }
  }

  /// Writes all of a text.
  /// - Returns: 0, or the number of the error (`errno`) that stopped it.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
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
