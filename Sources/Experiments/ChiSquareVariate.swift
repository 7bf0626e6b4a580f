internal import ExactMath
internal import Randomness

/// A chi-square number, above 0, of at least 1 degree of freedom.
///
/// With one degree of freedom it is the square of a normal number. With more it is twice a gamma number of shape `a`,
/// half the degrees of freedom: with `b = a - 1/3`, a normal `x` and a uniform `u`, `b v` of
/// `v = (1 + x / sqrt(9 b))^3` is accepted where `ln u < x^2 / 2 + b - b v + b ln v`. Attempts are counted from 0; more
/// than 95% of the first are accepted.
/// - Complexity: O(1) on average, whatever the degrees of freedom.
///
/// Source: Marsaglia and Tsang 2000, doi:10.1145/358407.358414.
func chiSquareVariate(degreesOfFreedom: Int, words: (_ attempt: Int) -> RandomWords) -> Double {
  if degreesOfFreedom == 1 {
    let normal = words(0).normal0
    return normal * normal
  }
  let base = Double(degreesOfFreedom) / 2 - 1.0 / 3
  var attempt = 0
  while true {
    let words = words(attempt)
    let normal = words.normal0
    let root = 1 + normal / (9 * base).squareRoot()
    let cube = root * root * root
    if root > 0, naturalLogarithm(words.wideUniform1) < normal * normal / 2 + base * (1 - cube + naturalLogarithm(cube))
    {
      return 2 * base * cube
    }
    attempt += 1
  }
}
