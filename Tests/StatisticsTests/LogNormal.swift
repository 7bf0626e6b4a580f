import ExactMath

/// A log-normal distribution of welfare in units of the poverty line, with its poverty and inequality in closed form.
struct LogNormal {
  var mean: Double
  var deviation: Double

  /// Its values at the middles of equal shares of the population, upwards.
  func quantiles(count: Int) -> [Double] {
    (0..<count).map { exponential(mean + deviation * normalQuantile((Double($0) + 0.5) / Double(count))) }
  }

  /// The integral of r^order over the poor.
  func partialMoment(_ order: Double) -> Double {
    exponential(order * mean + order * order * deviation * deviation / 2)
      * normalCumulative(-mean / deviation - order * deviation)
  }

  var headcount: Double { partialMoment(0) }
  var gap: Double { partialMoment(0) - partialMoment(1) }
  var severity: Double { partialMoment(0) - 2 * partialMoment(1) + partialMoment(2) }
  /// The mean of ln (1 / r) over the poor, counting the others as 0.
  var watts: Double {
    let line = -mean / deviation
    let density = exponential(-line * line / 2) / (2 * 3.141592653589793).squareRoot()
    return deviation * (line * normalCumulative(line) + density)
  }
  var gini: Double { 2 * normalCumulative(deviation / 2.0.squareRoot()) - 1 }

  /// The share of all income that goes to the top share of the population.
  func incomeShare(ofTop share: Double) -> Double {
    normalCumulative(normalQuantile(share) + deviation)
  }
}
