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

  // MARK: - What terminals may be given

  /// A text of several lines in which nothing acts upon the terminal but line feeds and, where they are kept, colours: names
  /// of files, and cells of results that others have made, may hold anything.
  static func visible(_ text: String, keepsColors: Bool) -> String {
    guard keepsColors, text.utf8.contains(0x1B) else { return lines(text) }
    var result = ""
    var rest = text[...]
    while let color = rest.firstMatch(of: /\u{1B}\[[0-9;]*m/) {
      result += lines(String(rest[..<color.range.lowerBound])) + color.output
      rest = rest[color.range.upperBound...]
    }
    return result + lines(String(rest))
  }

  /// A text of one line, with nothing that acts upon the terminal.
  static func visible(line: String) -> String { VisibleText.shown(line) }

  private static func lines(_ text: String) -> String { VisibleText.shown(text, besides: ["\n"]) }

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
