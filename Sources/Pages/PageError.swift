/// Why there is no page or picture.
package enum PageError: Error, Hashable, CustomStringConvertible {
  /// The results are of a command that has no page.
  case noPage(directory: String, command: String)
  case unknownChart(name: String, known: [String])
  /// The results do not hold what the chart shows.
  case noChart(name: String, directory: String, available: [String])
  /// The charting library cannot be used.
  case cannotDraw(python: String, reason: String)

  /// Whether the call is wrong, and not what it was to work on.
  package var isWrongCall: Bool {
    if case .unknownChart = self { true } else { false }
  }

  package var description: String {
    switch self {
    case .noPage(let directory, let command):
      "\(directory) holds results of untrap \(command); reports are made of run, compare, stocktake, sweep and sensitivity"
    case .unknownChart(let name, let known):
      "--chart \(name): there is no such chart; choose one of \(known.joined(separator: ", "))"
    case .noChart(let name, let directory, let available):
      """
      \(directory) does not hold what chart \(name) shows; it has \
      \(available.isEmpty ? "no charts" : available.joined(separator: ", "))
      """
    case .cannotDraw(let python, let reason):
      """
      charts are drawn by vl-convert, which \(python) cannot use (\(reason)); `make prepare` installs it, or \
      pip install vl-convert-python==\(Drawing.packageVersion), with UNTRAP_PYTHON naming that Python
      """
    }
  }
}
