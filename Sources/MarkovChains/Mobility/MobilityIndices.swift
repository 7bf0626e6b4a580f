internal import ExactMath

/// How mobile a population is that moves between states like a Markov chain.
///
///     Shorrocks (n - tr P) / (n - 1),  eigenvalue 1 - |lambda_2|,  determinant 1 - |det P|^(1 / (n - 1))
///
/// Each is 0 where everybody stays for ever and 1 where all rows are equal, so that where one was does not matter.
/// Shorrocks' index can reach `n / (n - 1)`, where nobody ever stays.
///
/// Source: Shorrocks 1978, doi:10.2307/1911433; Prais 1955, Journal of the Royal Statistical Society A 118, 56-66;
/// Bartholomew 1982, Stochastic Models for Social Processes, 2.3; Sommers and Conlisk 1979, Journal of Mathematical
/// Sociology 6, 253-276.
public struct MobilityIndices: Hashable, Sendable {
  /// The trace index, `(n - tr P) / (n - 1)`; NaN for one state.
  public let shorrocks: Double
  /// `1 - |lambda_2|`; NaN for one state.
  public let eigenvalue: Double
  /// `1 - |det P|^(1 / (n - 1))`; NaN for one state.
  public let determinant: Double
  /// `|lambda_2|`, the share of a one-off shift that is left after one step in the long run; NaN for one state.
  public let secondModulus: Double
  /// Mean steps of an uninterrupted stay in each state, `1 / (1 - P(j, j))` (Prais); NaN for one that is never left.
  public let meanStays: [Double]

  private let chain: MarkovChain

  /// Works out the indices of a chain.
  ///
  /// Plain arithmetic in a fixed order: the same bits on every machine. `|lambda_2|` has some 12 digits.
  ///
  /// - Parameter chain: The chain.
  /// - Complexity: O(states^3), some 10 to 50 times.
  public init(_ chain: MarkovChain) {
    self.chain = chain
    let states = Double(chain.states)
    let stays = (0..<chain.states).map { chain[$0, $0] }
    meanStays = stays.map { $0 < 1 ? 1 / (1 - $0) : .nan }
    guard chain.states > 1 else {
      (shorrocks, eigenvalue, determinant, secondModulus) = (.nan, .nan, .nan, .nan)
      return
    }
    let deflated = DeflatedMatrix(chain)
    shorrocks = (states - stays.reduce(0, +)) / (states - 1)
    // Rounding can carry it beyond what a chain can have.
    secondModulus = min(1, deflated.spectralRadius)
    eigenvalue = 1 - secondModulus
    determinant = 1 - min(1, exponential(deflated.logarithmOfDeterminant / (states - 1)))
  }

  /// Steps after which half of a one-off shift is gone in the long run, `ln (1/2) / ln |lambda_2|`.
  ///
  /// 0 where it is gone at once; NaN where some of it never goes, as far as rounding can tell, or for one state.
  public var halfLife: Double {
    guard secondModulus < 1 - 0x1p-36 else { return .nan }
    return secondModulus == 0 ? 0 : naturalLogarithm(0.5) / naturalLogarithm(secondModulus)
  }

  /// How far members move in a step on average (Bartholomew).
  ///
  ///     sum over i, j of pi_i P(i, j) d(i, j)
  ///
  /// - Parameters:
  ///   - distribution: The share of members in each state at the start of a step, `pi`.
  ///   - distance: How far one state is from another; `|i - j|` in Bartholomew's index.
  /// - Returns: The mean distance, in the unit of the distance.
  /// - Precondition: There is a share for each state.
  /// - Complexity: O(states^2).
  public func bartholomew(
    distribution: [Double], distance: (_ from: Int, _ to: Int) -> Double = { Double(($0 - $1).magnitude) }
  ) -> Double {
    precondition(distribution.count == chain.states, "each state has a share")
    var sum = 0.0
    for from in 0..<chain.states {
      for to in 0..<chain.states { sum += distribution[from] * chain[from, to] * distance(from, to) }
    }
    return sum
  }
}
