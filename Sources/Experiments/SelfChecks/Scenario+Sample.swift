public import Households

extension Scenario {
  /// The scenario as self-checks run it: at most so many of its households and of its years.
  public func sample(households: Int = 5000, years: Int = 10) -> Scenario {
    var sample = self
    sample.population.simulatedHouseholds = min(population.households, households)
    sample.years = min(self.years, years)
    return sample
  }
}
