internal import Randomness

// What the draws of designs and their analysis are for. The names are part of the results: a changed one draws other
// points.
extension Purpose {
  /// The digital shift of a Sobol' sequence; the entity is the dimension.
  static var digitalShift: Purpose { Purpose(label: "design/digital shift") }
  /// Latin hypercubes; the entity is the point, the quarter the variable.
  static var latinHypercube: Purpose { Purpose(label: "design/latin hypercube") }
  /// Morris trajectories; the entity is the trajectory, the quarter the variable.
  static var trajectory: Purpose { Purpose(label: "design/trajectory") }
  /// Bootstrap; the entity is the resample, the quarter counts blocks of four draws.
  static var bootstrap: Purpose { Purpose(label: "design/bootstrap") }
}
