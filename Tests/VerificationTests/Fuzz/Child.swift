import Foundation
import Testing

/// A process whose own use of processor and memory is told when it ends; `Process` tells those of all children together.
struct Child {
  /// How it ended, and what it used.
  struct End {
    /// nil where a signal ended it.
    let exitCode: Int32?
    /// Whether that was done here, after the time that it had.
    let wasEnded: Bool
    let processorSeconds: Double
    /// From start to end.
    let seconds: Double
    /// Memory at most.
    let bytes: Int
  }

  private let identifier: pid_t

  /// Starts a program, its standard output thrown away.
  /// - Parameters:
  ///   - call: its path and arguments.
  ///   - directory: where it runs.
  ///   - errors: the file of its standard error, made anew.
  ///   - processorSeconds: after so many the system ends it.
  /// - Throws: where it cannot be started.
  init(_ call: [String], in directory: URL, errors: String, processorSeconds: Int) throws {
    let script = "cd \"$1\" && shift && ulimit -t \(processorSeconds) && exec \"$@\""
    var arguments = (["/bin/sh", "-c", script, "sh", directory.path] + call).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    var identifier: pid_t = 0
    try #require(posix_spawn(&identifier, "/bin/sh", &actions, nil, arguments, environ) == 0)
    self.identifier = identifier
  }

  /// Waits for its end, which comes at the latest after so many seconds.
  func wait(seconds: Double) -> End {
    let start = ContinuousClock.now
    var (status, usage, wasEnded) = (Int32(0), rusage(), false)
    while wait4(identifier, &status, wasEnded ? 0 : WNOHANG, &usage) == 0 {
      if (ContinuousClock.now - start) / .seconds(1) > seconds {
        kill(identifier, SIGKILL)
        wasEnded = true
      }
      usleep(1_000)
    }
    func used(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return End(
      exitCode: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, wasEnded: wasEnded,
      processorSeconds: used(usage.ru_utime) + used(usage.ru_stime),
      seconds: (ContinuousClock.now - start) / .seconds(1), bytes: usage.ru_maxrss * 1024)
  }
}
