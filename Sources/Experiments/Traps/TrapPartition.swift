internal import Households
internal import MarkovChains

/// A division of the joint states into sets that are seldom left.
public struct TrapPartition: Hashable, Sendable {
  /// The set of each of the 64 joint states; nil for states that do not belong to the class that is divided.
  public let setOfState: [Int?]
  /// How much longer the slowest process within the sets' number lasts than the next: the gap that chose the number.
  public let gap: Double
  /// What each set is, in words, and whether it is a trap.
  public let sets: [TrapSet]

  /// The most sets that are looked for.
  static let most = 6

  /// The divisions of a chain at up to two resolutions: the largest gap in time scales, and the largest among finer
  /// ones.
  ///
  /// All states of the chain reach each other.
  static func resolutions(of dependency: DependencyChain) -> [TrapPartition] {
    let stationary = dependency.chain.stationaryDistribution()
    guard dependency.chain.states > 2,
      let decomposition = Reversibilisation(dependency.chain, stationary: stationary)
    else { return [] }
    let limit = min(most, dependency.chain.states - 1)
    var partitions: [TrapPartition] = []
    var next = 2
    while next <= limit, partitions.count < 2,
      let sets = MetastablePartition.numberOfSets(decomposition, in: next...limit)
    {
      if let partition = MetastablePartition(decomposition, sets: sets) {
        let scales = decomposition.timeScales
        partitions.append(
          TrapPartition(partition, dependency, stationary: stationary, gap: scales[sets - 1] / scales[sets]))
      }
      next = sets + 1
    }
    return partitions
  }

  private init(
    _ partition: MetastablePartition, _ dependency: DependencyChain, stationary: [Double], gap: Double
  ) {
    var setOfState = [Int?](repeating: nil, count: JointState.count)
    for (position, state) in dependency.states.enumerated() { setOfState[state.index] = partition.setOfState[position] }
    self.setOfState = setOfState
    self.gap = gap
    func described(_ set: Int, isNamedFurther: Bool) -> TrapSet {
      TrapSet(
        partition.members(of: set), states: dependency.states, weights: stationary, isNamedFurther: isNamedFurther)
    }
    let plain = (0..<partition.sets).map { described($0, isNamedFurther: false) }
    sets = plain.indices.map { set in
      let namesakes = plain.filter { $0.levels == plain[set].levels }
      return namesakes.count > 1 ? described(set, isNamedFurther: true) : plain[set]
    }
  }

  /// Whether each state of a chain is in a set.
  func members(of set: Int, in dependency: DependencyChain) -> [Bool] {
    dependency.states.map { setOfState[$0.index] == set }
  }
}
