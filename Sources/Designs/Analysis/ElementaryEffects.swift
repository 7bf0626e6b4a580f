/// How strongly each variable moves an output, from Morris trajectories.
///
///     e_tv = (output after - output before) / change, where trajectory t changes variable v
///     mu_v = mean of e_tv,  mu*_v = mean of |e_tv|,  sigma_v = standard deviation of e_tv, divisor r - 1
///
/// mu* tells how much a variable matters; effects that differ in sign may cancel in mu. A sigma that is large beside mu*
/// tells that the effect depends on where the others are, or is not linear. Intervals resample trajectories.
///
/// Source: Morris 1991, doi:10.1080/00401706.1991.10484804; mu* of Campolongo, Cariboni and Saltelli 2007,
/// doi:10.1016/j.envsoft.2006.10.004.
public struct ElementaryEffects: Hashable, Sendable {
  /// What is found of one variable, in units of the output for the whole range of the variable.
  public struct Influence: Hashable, Sendable {
    /// The mean effect mu.
    public let mean: BootstrapEstimate
    /// The mean size of the effect, mu*.
    public let meanMagnitude: BootstrapEstimate
    /// The standard deviation of the effect, sigma; NaN from a single trajectory.
    public let standardDeviation: BootstrapEstimate
  }

  /// The influence of each variable; NaN without trajectories.
  public let influences: [Influence]
  /// The number of trajectories that were used.
  public let trajectories: Int
  /// The number of trajectories that were left out, because an output was not finite.
  public let trajectoriesLeftOut: Int

  /// Estimates the influences on one output.
  ///
  /// - Parameters:
  ///   - outputs: The outputs at the points of `MorrisTrajectories`, in their order, of any number of whole
  ///     trajectories.
  ///   - steps: The steps of at least these trajectories, in the order of points.
  ///   - variables: The number of variables d.
  ///   - bootstrap: How trajectories are resampled.
  /// - Precondition: The number of outputs is a multiple of d + 1, and there is a step to each point that starts no
  ///   trajectory.
  /// - Complexity: O(resamples trajectories variables).
  public init(outputs: [Double], steps: [MorrisStep], variables: Int, bootstrap: Bootstrap) {
    precondition(outputs.count % (variables + 1) == 0, "elementary effects need the outputs of whole trajectories")
    let count = outputs.count / (variables + 1)
    precondition(steps.count >= count * variables, "each step of each trajectory must be known")
    let effects: [[Double]] = (0..<count).compactMap { trajectory in
      let points = trajectory * (variables + 1)...trajectory * (variables + 1) + variables
      guard outputs[points].allSatisfy(\.isFinite) else { return nil }
      var effects = [Double](repeating: .nan, count: variables)
      for step in steps[trajectory * variables..<(trajectory + 1) * variables] {
        precondition(points.dropFirst().contains(step.point), "the steps must be in the order of points")
        effects[step.variable] = (outputs[step.point] - outputs[step.point - 1]) / step.change
      }
      return effects
    }
    influences = (0..<variables).map { variable in
      Influence(effects: effects.map { $0[variable] }, bootstrap: bootstrap)
    }
    trajectories = effects.count
    trajectoriesLeftOut = count - effects.count
  }
}

// MARK: - From effects to influence

extension ElementaryEffects.Influence {
  /// The influence of one variable from its effect in each trajectory; all variables share the resamples.
  fileprivate init(effects: [Double], bootstrap: Bootstrap) {
    let estimates = bootstrap.estimates(ofUnits: effects.count) { weights in
      let count = Double(effects.count)
      var (sum, sumOfMagnitudes) = (0.0, 0.0)
      for (effect, weight) in zip(effects, weights) {
        sum += weight * effect
        sumOfMagnitudes += weight * effect.magnitude
      }
      let mean = sum / count
      var squares = 0.0
      for (effect, weight) in zip(effects, weights) { squares += weight * (effect - mean) * (effect - mean) }
      return [mean, sumOfMagnitudes / count, (squares / (count - 1)).squareRoot()]
    }
    mean = estimates[0]
    meanMagnitude = estimates[1]
    standardDeviation = estimates[2]
  }
}
