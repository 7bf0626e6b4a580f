internal import ArgumentParser
internal import Foundation

/// A call of the program, from its arguments to its exit code.
enum Calling {
  /// Makes what comes from outside errors that are told, and not signals that end the program.
  static func prepare() {
    // Readers that go away, the process that draws charts among them; files that become too large.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    // A standard file that is closed would be the next file that is opened: what is printed would go into results.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // Not to be written, but for complaints, so that output that is lost is a failure.
      _ = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Runs the command that some arguments, without the program's name, name, and returns the exit code; output that
  /// could not be written is a failure of any command, its help included.
  static func run(_ arguments: [String]) -> Int32 {
    var code = ExitCode.success
    do {
      var command = try UntrapCommand.parseAsRoot(arguments)
      try command.run()
    } catch {
      code = UntrapCommand.exitCode(for: error)
      let text = UntrapCommand.fullMessage(for: error)
      if code.isSuccess {
        Console.deliver(text + "\n")
      } else if !text.isEmpty {
        Console(isQuiet: false).writeToError(visible(text, quoting: arguments) + "\n")
      }
    }
    if code.isSuccess, let failure = Console.outputFailure {
      Console(isQuiet: false).fail(failure)
      code = .failure
    }
    return code.rawValue
  }
  /// What is said of a call, in which what it quotes of the arguments makes no lines of its own and does nothing to the
  /// terminal.
  private static func visible(_ text: String, quoting arguments: [String]) -> String {
    // Of an option with its value, as in --out=results, either part may be quoted.
    let parts = arguments.flatMap { argument in
      [argument] + (argument.firstIndex(of: "=").map { [String(argument[argument.index(after: $0)...])] } ?? [])
    }
    let hidden = parts.filter { $0 != Console.visible(line: $0) }.sorted { $0.utf8.count > $1.utf8.count }
    let quoted = hidden.reduce(text) { $0.replacing($1, with: Console.visible(line: $1)) }
    return Console.visible(quoted, keepsColors: false)
  }
}
