/// What the panel adds up over households; each addend lies on a grid, so that sums are exact in any order.
enum PanelQuantity: Int, CaseIterable {
  case persons
  /// Over all waves.
  case poorPersons, gapPersons, squaredGapPersons
  /// Moves over one year and over three: poor and then poor, poor and then not, and so on.
  case stayedPoor, leftPoverty, enteredPoverty, stayedOut
  case stayedPoorThreeYears, leftPovertyThreeYears, enteredPovertyThreeYears, stayedOutThreeYears
  /// After five waves.
  case alwaysPoorFive, neverPoorFive
  /// After all waves.
  case alwaysPoor, neverPoor
  /// By mean welfare over all waves.
  case chronicPersons, chronicGapPersons, chronicSquaredGapPersons

  static let count = allCases.count
}
