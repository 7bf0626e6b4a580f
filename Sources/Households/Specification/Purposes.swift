import Randomness

/// What the model draws for; the numbers are part of what makes results reproducible and never change their meaning.
///
/// 14 and 16 to 23 were in use once and stay free.
extension Purpose {
  static let unionCouncilEvent = Purpose(rawValue: 1)
  /// Illness, its cost, loss of assets, and whether something small is bought on credit.
  static let shocks = Purpose(rawValue: 2)
  static let labour = Purpose(rawValue: 3)
  static let loanDefault = Purpose(rawValue: 4)
  static let dependency = Purpose(rawValue: 5)
  static let settlementSize = Purpose(rawValue: 6)
  static let surveyRow = Purpose(rawValue: 7)
  static let initialLevels = Purpose(rawValue: 8)
  static let initialTraits = Purpose(rawValue: 9)
  static let initialAssets = Purpose(rawValue: 10)
  /// Whether a visited neighbourhood forms an organisation.
  static let formation = Purpose(rawValue: 11)
  /// Whether a household joins, and who represents it.
  static let joining = Purpose(rawValue: 12)
  /// Whether an organisation falls dormant.
  static let dormancy = Purpose(rawValue: 13)
  /// How easily a union council is reached, for everybody.
  static let accessibility = Purpose(rawValue: 15)
  /// The survey's error and luck at the start, and the deviation with which the burn-in begins.
  static let openingLuck = Purpose(rawValue: 25)
  /// Whether a work falls out of use.
  static let worksWear = Purpose(rawValue: 24)
}
