internal import ExactMath
internal import Households
internal import Statistics

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
  ///
  /// Those of the times of who makes a durable exit are NaN where not all are sure to in both: they are not of the same
  /// households.
  public let differences: [[Estimate]]
  /// Replications.
  public let replications: Int
  /// Real household-quarters of all replications of each scenario.
  public let householdQuarters: [Double]
  /// How many replications, left out one at a time, change which classes there are, by scenario: what is told of such a
  /// scenario has no interval.
  public let changingReplications: [Int]
  /// The first scenario's households not out of dependency in the run, by joint state: those from whom times to a durable
  /// exit are counted in every scenario.
  public let start: [Double]

  /// Analyses what is known of some scenarios in the same replications.
  ///
  /// Complexity: O(scenarios x replications x 64^3).
  /// - Throws: `TrapProblem` where a scenario has nothing to make a chain of.
  public init(_ evidence: [DependencyEvidence]) throws(TrapProblem) {
    var chains: [DependencyChain] = []
    for scenario in evidence {
      guard let chain = scenario.chain() else { throw TrapProblem(scenarioName: scenario.scenarioName) }
      chains.append(chain)
    }
    let start = chains[0].sharesNotOut
    let numbers = chains.map { TrapNumbers($0, start: start) }
    let partitions = chains[0].isEndKnown ? TrapPartition.resolutions(of: chains[0].heaviest) : []
    self.start = start
    self.partitions = partitions
    let quantities = TrapQuantity.all(partitions)
    self.quantities = quantities
    replications = evidence.map(\.replications).min() ?? 0
    householdQuarters = evidence.map(\.householdQuarters)
    scenarios = zip(evidence, numbers).map { TrapAnalysis(scenarioName: $0.scenarioName, $1) }
    let values = numbers.map { $0.values(partitions) }
    let forms = scenarios.map { TrapClass.forms(of: $0.classes) }
    let count = replications
    // By scenario, omitted replication and quantity; nil where the replication decides which classes there are.
    let omitting = evidence.indices.map { scenario in
      count < 2
        ? []
        : (0..<count).map { left -> [Double]? in
          guard let chain = evidence[scenario].chain(without: left) else { return nil }
          let numbers = TrapNumbers(chain, start: start)
          return TrapClass.forms(of: TrapClass.all(numbers)) == forms[scenario] ? numbers.values(partitions) : nil
        }
    }
    changingReplications = omitting.map { $0.count { $0 == nil } }
    let ever = quantities.firstIndex(of: .exitEver) ?? 0
    func estimate(_ quantity: Int, _ scenario: Int, against baseline: Int?) -> Estimate {
      func value(_ values: [[Double]?]) -> Double {
        guard let own = values[scenario]?[quantity] else { return .nan }
        guard let baseline else { return own }
        // Times of those who make an exit are those of other households where not all do.
        let isSure = [scenario, baseline].allSatisfy { values[$0]?[ever] == 1 }
        guard isSure || !quantities[quantity].isOfThoseWhoExit else { return .nan }
        return RoundingTolerance.difference(own, values[baseline]?[quantity] ?? .nan)
      }
      return Jackknife.estimate(
        value(values), omitting: (0..<omitting[0].count).map { left in value(omitting.map { $0[left] }) },
        range: baseline == nil ? quantities[quantity].range : .anyNumber)
    }
    let indices = quantities.indices
    estimates = evidence.indices.map { scenario in indices.map { estimate($0, scenario, against: nil) } }
    differences = evidence.indices.map { scenario in
      scenario == 0 ? [] : indices.map { estimate($0, scenario, against: 0) }
    }
  }

  /// The estimate of one of `quantities` in a scenario.
  /// - Precondition: it is one of `quantities`.
  public func estimate(_ quantity: TrapQuantity, scenario: Int) -> Estimate {
    estimates[scenario][index(of: quantity)]
  }

  /// The estimate of a difference of one of `quantities` from the first scenario.
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
    """
    \(scenarioName): too few moves between joint states were seen to make a chain of them; use more households, years or \
    replications
    """
  }
}
