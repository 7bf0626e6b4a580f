import Simulation

extension Column {
  /// The elements in memory of their own; a column that nobody refers to any more may be gone while its buffer is read.
  var values: [Element] { withExtendedLifetime(self) { Array(elements) } }
}
