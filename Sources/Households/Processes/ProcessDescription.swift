/// What a process of the quarter does, for readers; each process states its own.
public struct ProcessDescription: Hashable, Sendable {
  /// The name under which the schedule lists it.
  public let name: String
  /// One sentence on what it does.
  public let summary: String
  /// Its rules in short.
  public let rules: String
  /// The groups of `Parameters.catalogue` that hold its numbers: the first words of their paths.
  public let parameterGroups: [String]
}

extension Model {
  /// The processes of a quarter, in order.
  public static let processes: [ProcessDescription] = [
    Shocks.description, Earn.description, TradeAndConsume.description, Institutions.description,
    Programmes.description, Dependency.description, Patrons.description, Score.description,
  ]

  /// The processes of a quarter that take part in a scenario, in order: institutions only where a programme mobilises,
  /// programmes only where there are any.
  /// - Parameter scenario: what is run.
  /// - Returns: those of `processes` that its schedule has.
  public static func processes(of scenario: Scenario) -> [ProcessDescription] {
    processes.filter { process in
      switch process {
      case Institutions.description: scenario.programmes.contains(where: \.hasSocialMobilisation)
      case Programmes.description: !scenario.programmes.isEmpty
      default: true
      }
    }
  }

  /// The names of the processes of a quarter that take part in any of some scenarios, in order.
  /// - Parameter scenarios: what is run.
  /// - Returns: the names, as a schedule lists them.
  public static func processNames(of scenarios: [Scenario]) -> [String] {
    let present = scenarios.map { processes(of: $0) }
    return processes.filter { process in present.contains { $0.contains(process) } }.map(\.name)
  }
}
