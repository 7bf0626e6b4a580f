internal import ExactMath
internal import Households

/// Where the households of some scenarios get stuck, with the sets of the first of them for all.
public struct TrapStudy: Sendable {
  /// The scenarios, the first of which the others are held against.
  public let scenarios: [TrapAnalysis]
  /// The sets at one or two resolutions, as found in the first scenario.
  public let partitions: [TrapPartition]
  /// The numbers that are told, in the order of the estimates.
  public let quantities: [TrapQuantity]
  /// The numbers of each scenario.
  public let estimates: [[Estimate]]
  /// Their differences from the first scenario, paired within replications; empty for the first.
  public let differences: [[Estimate]]
  /// Replications.
  public let replications: Int
  /// Real household-quarters of all replications of each scenario.
  public let householdQuarters: [Double]
  /// The first scenario's households not out of dependency in the run, by joint state: those from whom times to a durable
  /// exit are counted in every scenario.
  public let start: [Double]

  /// Analyses what is known of some scenarios.
  ///
  /// Complexity: O(scenarios x replications x 64^3).
  /// - Parameter evidence: of each scenario, with the same replications.
  /// - Throws: `TrapProblem` where a scenario has nothing to make a chain of.
  public init(_ evidence: [DependencyEvidence]) throws(TrapProblem) {
    var chains: [DependencyChain] = []
    for scenario in evidence {
      guard let chain = scenario.chain() else { throw TrapProblem(scenarioName: scenario.scenarioName) }
      chains.append(chain)
    }
    let start = chains[0].sharesNotOut
    let numbers = chains.map { TrapNumbers($0, start: start) }
    let partitions = TrapPartition.resolutions(of: chains[0], stationary: numbers[0].stationary)
    self.start = start
    self.partitions = partitions
    quantities = TrapQuantity.all(partitions)
    replications = evidence.map(\.replications).min() ?? 0
    householdQuarters = evidence.map(\.householdQuarters)
    scenarios = zip(evidence, numbers).map { TrapAnalysis(scenarioName: $0.scenarioName, $1) }
    let values = numbers.map { $0.values(partitions) }
    let count = replications
    // By scenario, omitted replication and quantity.
    let omitting = evidence.map { scenario in
      count < 2
        ? [] : (0..<count).map { scenario.chain(without: $0).map { TrapNumbers($0, start: start).values(partitions) } }
    }
    func estimate(_ quantity: Int, _ scenario: Int, against baseline: Int?) -> Estimate {
      func value(_ values: [[Double]?]) -> Double {
        guard let own = values[scenario]?[quantity] else { return .nan }
        guard let baseline else { return own }
        return RoundingTolerance.difference(own, values[baseline]?[quantity] ?? .nan)
      }
      return Jackknife.estimate(
        value(values), omitting: (0..<omitting[0].count).map { left in value(omitting.map { $0[left] }) })
    }
    let indices = quantities.indices
    estimates = evidence.indices.map { scenario in indices.map { estimate($0, scenario, against: nil) } }
    differences = evidence.indices.map { scenario in
      scenario == 0 ? [] : indices.map { estimate($0, scenario, against: 0) }
    }
  }

  /// The estimate of a number in a scenario.
  /// - Parameters:
  ///   - quantity: the number.
  ///   - scenario: index of the scenario.
  /// - Returns: its estimate.
  /// - Precondition: it is one of `quantities`.
  public func estimate(_ quantity: TrapQuantity, scenario: Int) -> Estimate {
    estimates[scenario][index(of: quantity)]
  }

  /// The estimate of a difference from the first scenario.
  /// - Parameters:
  ///   - quantity: the number.
  ///   - scenario: index of the scenario, not 0.
  /// - Returns: its estimate.
  /// - Precondition: the number is one of `quantities`.
  public func difference(_ quantity: TrapQuantity, scenario: Int) -> Estimate {
    differences[scenario][index(of: quantity)]
  }

  private func index(of quantity: TrapQuantity) -> Int {
    guard let index = quantities.firstIndex(of: quantity) else { preconditionFailure("\(quantity) is not told") }
    return index
  }
}

/// Why no chain can be analysed.
public struct TrapProblem: Error, Hashable, CustomStringConvertible {
  /// The scenario.
  public let scenarioName: String

  /// What is wrong.
  public var description: String {
    "\(scenarioName): there is no household-quarter from which a chain could be made"
  }
}
