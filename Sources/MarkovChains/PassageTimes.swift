extension MarkovChain {
  /// The mean number of steps until a state is first reached from another.
  ///
  ///     Z = (I - P + 1 pi)^-1,  m_ij = (z_jj - z_ij) / pi_j,  m_jj = 1 / pi_j (the return)
  ///
  /// - Parameter stationary: the stationary distribution.
  /// - Returns: steps, `from + states * to`; nil where the equations cannot be refined.
  /// - Precondition: every state can be reached from every other.
  /// - Complexity: O(states^3).
  ///
  /// Source: Kemeny and Snell 1976, Finite Markov Chains, theorem 4.4.7.
  public func meanPassageTimes(stationary: [Double]) -> [Double]? {
    precondition(stationary.count == states, "a distribution has a share for each state")
    var matrix = probabilities
    for to in 0..<states {
      for from in 0..<states {
        let entry = from + states * to
        matrix[entry] = (from == to ? 1 : 0) - probabilities[entry] + stationary[to]
      }
    }
    guard let deviations = RefinedEquations.solve(matrix, Self.identity(states), order: states) else { return nil }
    var steps = deviations
    for to in 0..<states {
      let own = deviations[to + states * to]
      for from in 0..<states {
        steps[from + states * to] = (from == to ? 1 : own - deviations[from + states * to]) / stationary[to]
      }
    }
    return steps
  }

  /// The mean number of steps until a state is first reached from another, in a chain of any form.
  ///
  /// Within a closed class they are those of the chain on it. From a state that is left for ever, and surely ends in the
  /// class C of the target,
  ///
  ///     (I - Q) m_j = 1 + sum over k in C but j of p_ik m_kj
  ///
  /// with Q the moves between such states. What is not surely reached, a state that is left for ever among it, has no
  /// mean: it is infinite.
  ///
  /// - Returns: Steps, `from + states * to`; nil where the equations cannot be refined.
  /// - Complexity: O(states^3).
  ///
  /// Source: Kemeny and Snell 1976, Finite Markov Chains, theorems 3.2.4 and 4.4.7.
  public func meanPassageTimes() -> [Double]? {
    let classes = communicatingClasses
    var steps = [Double](repeating: .infinity, count: states * states)
    for end in classes where end.isClosed {
      let (members, count) = (end.states, end.states.count)
      let chain = restricted(to: members)
      guard let within = chain.meanPassageTimes(stationary: chain.stationaryDistribution()) else { return nil }
      for (column, to) in members.enumerated() {
        for (row, from) in members.enumerated() { steps[from + states * to] = within[row + count * column] }
      }
      let elsewhere = canReach(
        (0..<states).map { state in classes.contains { $0.isClosed && $0 != end && $0.states.contains(state) } })
      let before = (0..<states).filter { !members.contains($0) && !elsewhere[$0] }
      guard !before.isEmpty else { continue }
      let order = before.count
      let sides = members.enumerated().flatMap { column, to in
        before.map { from in
          members.enumerated().reduce(1.0) { sum, member in
            member.element == to ? sum : sum + self[from, member.element] * within[member.offset + count * column]
          }
        }
      }
      guard let times = RefinedEquations.solve(generator(on: before), sides, order: order) else { return nil }
      for (column, to) in members.enumerated() {
        for (row, from) in before.enumerated() { steps[from + states * to] = times[row + order * column] }
      }
    }
    return steps
  }

  /// The identity matrix.
  static func identity(_ order: Int) -> [Double] {
    (0..<order * order).map { $0 % (order + 1) == 0 ? 1 : 0 }
  }

  /// I - P among some states, by columns.
  private func generator(on kept: [Int]) -> [Double] {
    kept.flatMap { to in
      kept.map { from in
        // Not 1 - P(i, i), which would lose digits where stays are long.
        from == to ? (0..<states).reduce(0) { $1 == from ? $0 : $0 + self[from, $1] } : -self[from, to]
      }
    }
  }

  /// How long a household found in a set stays in it before it first leaves.
  ///
  ///     (I - P_AA) t = 1,  pi_A t / pi(A)
  ///
  /// - Parameters:
  ///   - members: whether each state is in the set.
  ///   - weights: the shares of the states at the time of finding, not all 0 in the set.
  /// - Returns: steps; nil where no way leads out.
  /// - Complexity: O(members^3).
  public func meanStay(in members: [Bool], weights: [Double]) -> Double? {
    let inside = (0..<states).filter { members[$0] }
    let ones = [Double](repeating: 1, count: inside.count)
    guard let steps = RefinedEquations.solve(generator(on: inside), ones, order: inside.count) else { return nil }
    let total = inside.reduce(0) { $0 + weights[$1] }
    return zip(inside, steps).reduce(0) { $0 + weights[$1.0] * $1.1 } / total
  }

  /// The distribution some steps later.
  ///
  /// - Parameters:
  ///   - distribution: shares of the states.
  ///   - steps: how many, at least 0.
  /// - Returns: the shares then.
  /// - Complexity: O(states^2 steps).
  public func advanced(_ distribution: [Double], steps: Int) -> [Double] {
    var shares = distribution
    for _ in 0..<steps {
      shares = (0..<states).map { to in (0..<states).reduce(0) { $0 + shares[$1] * self[$1, to] } }
    }
    return shares
  }
}
