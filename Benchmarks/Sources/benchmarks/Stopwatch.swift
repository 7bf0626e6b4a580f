/// Measures pieces of work in turns, so that whatever else the machine does strikes them alike.
struct Contest {
  /// A piece of work, how many units it does, and a check of its result.
  struct Entry {
    let name: String
    let units: Int
    let work: () -> Double
    let expected: ClosedRange<Double>
  }

  /// Nanoseconds for each unit, the least and the median over rounds.
  struct Time {
    let name: String
    let least: Double
    let median: Double
  }

  let entries: [Entry]

  /// Runs every entry once a round; stops the program where a result is not what it should be.
  func run(rounds: Int) -> [Time] {
    var times = [[Double]](repeating: [], count: entries.count)
    let clock = ContinuousClock()
    for _ in 0..<rounds {
      for (index, entry) in entries.enumerated() {
        var result = 0.0
        let duration = clock.measure { result = entry.work() }
        guard entry.expected.contains(result) else {
          fatalError("\(entry.name): the result \(result) is not within \(entry.expected)")
        }
        let (seconds, attoseconds) = duration.components
        times[index].append((Double(seconds) * 1e9 + Double(attoseconds) * 1e-9) / Double(entry.units))
      }
    }
    return zip(entries, times).map { entry, times in
      let sorted = times.sorted()
      return Time(name: entry.name, least: sorted[0], median: sorted[sorted.count / 2])
    }
  }
}
