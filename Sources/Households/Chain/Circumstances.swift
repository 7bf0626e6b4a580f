import Simulation

/// What the moves of some households depend on, summed over households and moments, to be averaged to one profile.
public struct Circumstances: Hashable, Sendable {
  /// Sums by `Feature.rawValue`, weighted with the real households that each stands for.
  public private(set) var features = [Double](repeating: 0, count: Feature.count)
  /// Real household-quarters in each joint state.
  public private(set) var states = [Double](repeating: 0, count: JointState.count)

  /// Nobody's.
  public init() {}

  /// Real household-quarters in all.
  public var total: Double { states.reduce(0, +) }

  /// Adds those of others.
  /// - Parameter other: the others.
  public mutating func add(_ other: Circumstances) {
    for feature in features.indices { features[feature] += other.features[feature] }
    for state in states.indices { states[state] += other.states[state] }
  }

  /// The profile with the mean of every feature.
  public var profile: DependencyProfile {
    let total = max(total, .leastNormalMagnitude)
    return DependencyProfile(features: features.map { $0 / total })
  }

  fileprivate mutating func add(_ row: some Sequence<Double>, state: Int, weight: Double) {
    for (feature, value) in row.enumerated() { features[feature] += weight * value }
    states[state] += weight
  }
}

extension Population {
  /// The circumstances of some households as they are now, packed by the dependency process itself.
  ///
  /// Complexity: O(households of their settlements).
  ///
  /// - Parameters:
  ///   - households: indices, ascending.
  ///   - parameters: the rules of the scenario, for the works that count as 1.
  /// - Returns: sums over them.
  public func circumstances(of households: [Int], parameters: Parameters) -> Circumstances {
    var sums = Circumstances()
    forEachRow(of: households, parameters: parameters) { household, settlement, features in
      let place = geography.place(ofSettlement: settlement)
      sums.add(features, state: Int(state[household].rawValue), weight: geography.weights[place])
    }
    return sums
  }
}
