internal import ArgumentParser

// 0 is `ExitCode.success`, 1 `ExitCode.failure`, 64 (a wrong call) `ExitCode.validationFailure`.
extension ExitCode {
  /// A scenario or survey that cannot be used (EX_DATAERR).
  static let badInput = ExitCode(65)
}
