internal import Reporting

/// The last lines of a run: where the files are, how long it took.
struct RunFooter {
  let path: String
  let outputs: [FileDigest]
  let execution: ExecutionRecord

  var text: String {
    """
    Results: \(Console.visible(line: path)) (\(outputs.count) files, \(size))
    Time: \(Elapsed.text(seconds: execution.seconds))\(rate)

    """
  }

  private var size: String {
    let bytes = outputs.reduce(0) { $0 + $1.bytes }
    return bytes < 1_000_000 ? "\((bytes + 999) / 1000) kB" : "\(tenths(Double(bytes) / 1e6)) MB"
  }

  /// Nothing where all replications had been finished by an earlier execution.
  private var rate: String {
    guard let rate = execution.householdQuartersPerSecond, rate > 0 else { return "" }
    let number = rate < 1e6 ? "\(Int(rate))" : "\(tenths(rate / 1e6)) million"
    return ", \(number) household-quarters per second, outputs included"
  }

  private func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
