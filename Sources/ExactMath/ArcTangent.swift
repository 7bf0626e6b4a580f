/// The arc tangent, the angle whose tangent is given.
///
///     arctan x = arctan c + arctan((x - c) / (1 + c x)),  c of 0, 1/2, 1, 3/2, infinity, the nearest to x
///
/// The reduced argument is at most 7/16 in size, and an odd polynomial of degree 23 does the rest. The error is below
/// one unit in the last place.
///
/// - Parameter x: Any number; infinities give plus or minus pi/2, NaN gives NaN.
/// - Returns: The angle in radians, within -pi/2...pi/2, with the sign of x.
/// - Complexity: O(1), no allocation.
///
/// Source: the scheme and coefficients of FreeBSD's s_atan.c (Sun Microsystems 1993).
public func arcTangent(_ x: Double) -> Double {
  let magnitude = x.magnitude
  // The angle of c in two parts, and the reduced argument.
  let reduction: (leading: Double, trailing: Double, argument: Double) =
    if magnitude < 0.4375 {
      (0, 0, magnitude)
    } else if magnitude < 0.6875 {
      (0.4636476090008061, 2.2698777452961687e-17, (2 * magnitude - 1) / (2 + magnitude))
    } else if magnitude < 1.1875 {
      (0.7853981633974483, 3.061616997868383e-17, (magnitude - 1) / (magnitude + 1))
    } else if magnitude < 2.4375 {
      (0.982793723247329, 1.3903311031230998e-17, (magnitude - 1.5) / (1 + 1.5 * magnitude))
    } else {
      (1.5707963267948966, 6.123233995736766e-17, -1 / magnitude)
    }

  let t = reduction.argument
  let z = t * t
  let w = z * z
  let odd = [
    1.62858201153657823623e-02, 4.97687799461593236017e-02, 6.66107313738753120669e-02, 9.09088713343650656196e-02,
    1.42857142725034663711e-01, 3.33333333333329318027e-01,
  ]
  let even = [
    -3.65315727442169155270e-02, -5.83357013379057348645e-02, -7.69187620504482999495e-02, -1.11111104054623557880e-01,
    -1.99999999998764832476e-01,
  ]
  let correction = t * (z * polynomial(odd, w) + w * polynomial(even, w))
  let angle = reduction.leading - ((correction - reduction.trailing) - t)
  return x < 0 ? -angle : angle
}
