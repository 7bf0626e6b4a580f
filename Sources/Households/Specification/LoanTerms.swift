/// How a loan is paid back: in equal quarterly instalments, after a while in which nothing is due.
public struct LoanTerms: Hashable, Sendable {
  /// On what interest is counted.
  public enum InterestBasis: String, CaseIterable, Sendable {
    /// On the whole loan until its last instalment, whatever has been paid back.
    case flat
    /// On what is still owed; what is not paid in the grace quarters bears interest itself.
    case declining
  }

  /// Quarterly instalments.
  public var instalments: Int
  /// Interest a year; 0: none.
  public var interestPerYear: Double
  /// On what interest is counted.
  public var basis: InterestBasis
  /// Quarters before the quarter of the first instalment in which nothing is due.
  public var graceQuarters: Int

  /// Creates terms; without more than instalments the loan is free of interest.
  public init(
    instalments: Int, interestPerYear: Double = 0, basis: InterestBasis = .declining, graceQuarters: Int = 0
  ) {
    self.instalments = instalments
    self.interestPerYear = interestPerYear
    self.basis = basis
    self.graceQuarters = graceQuarters
  }

  /// What is paid back in all for one rupee that is lent.
  ///
  /// With `r` the interest a year, `i = r / 4`, `g` grace quarters and `n` instalments,
  ///
  ///     flat: 1 + i (g + n),  declining: (1 + i)^g n / ((1 + i)^-1 + ... + (1 + i)^-n)
  ///
  /// and 1 without interest. Complexity: O(g + n^2).
  public var repaidPerUnit: Double {
    let rate = interestPerYear / 4
    let quarters = Double(instalments)
    guard rate > 0 else { return 1 }
    func growth(_ quarters: Int) -> Double { (0..<quarters).reduce(1) { product, _ in product * (1 + rate) } }
    switch basis {
    case .flat: return 1 + rate * (Double(graceQuarters) + quarters)
    case .declining:
      // Worth of an instalment of 1 in each quarter after the grace; added up, which no small rate can spoil.
      let worth = (1...instalments).reduce(0) { $0 + 1 / growth($1) }
      return growth(graceQuarters) * quarters / worth
    }
  }
}
