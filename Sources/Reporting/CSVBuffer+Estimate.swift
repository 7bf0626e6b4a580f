internal import Experiments

extension CSVBuffer {
  /// Appends an estimate: mean, standard error and both ends of the interval.
  mutating func append(_ estimate: Estimate) {
    append(estimate.mean)
    append(estimate.standardError)
    append(estimate.low)
    append(estimate.high)
  }
}
