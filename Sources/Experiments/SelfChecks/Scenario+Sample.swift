public import Households

extension Scenario {
  /// The scenario as self-checks run it: a sample of its households and at most ten of its years.
  /// - Parameters:
  ///   - households: households at most.
  ///   - years: years at most.
  /// - Returns: the scenario, smaller where it is larger than that.
  public func sample(households: Int = 5000, years: Int = 10) -> Scenario {
    var sample = self
    sample.population.simulatedHouseholds = min(population.households, households)
    sample.years = min(self.years, years)
    return sample
  }
}
