import Households
import Testing

@Suite struct LoanTermsTests {
  @Test("without interest what was lent is paid back, whatever the grace")
  func free() {
    for grace in [0, 3] {
      #expect(LoanTerms(instalments: 4, graceQuarters: grace).repaidPerUnit == 1)
      #expect(LoanTerms(instalments: 4, basis: .flat, graceQuarters: grace).repaidPerUnit == 1)
    }
  }

  @Test("flat interest counts on the whole loan until the last instalment")
  func flat() {
    let terms = LoanTerms(instalments: 4, interestPerYear: 0.24, basis: .flat)
    #expect((terms.repaidPerUnit - 1.24).magnitude < 1e-12)
    let later = LoanTerms(instalments: 4, interestPerYear: 0.24, basis: .flat, graceQuarters: 2)
    #expect((later.repaidPerUnit - 1.36).magnitude < 1e-12)
  }

  @Test("at the rate of a declining loan its instalments are worth what was lent", arguments: [1, 4, 12, 40])
  func declining(instalments: Int) {
    for grace in [0, 1, 5] {
      let terms = LoanTerms(instalments: instalments, interestPerYear: 0.28, graceQuarters: grace)
      // Present value by adding up, without the closed form.
      let instalment = terms.repaidPerUnit / Double(instalments)
      var (value, discount) = (0.0, 1.0)
      for quarter in 1...(grace + instalments) {
        discount /= 1.07
        if quarter > grace { value += instalment * discount }
      }
      #expect((value - 1).magnitude < 1e-12)
    }
  }

  @Test("a known loan: 24% a year in four instalments")
  func known() {
    // The annuity of four payments at 6% is .288591.
    let terms = LoanTerms(instalments: 4, interestPerYear: 0.24)
    #expect((terms.repaidPerUnit - 4 * 0.288591).magnitude < 4e-6)
  }

  @Test("a rate of almost nothing costs almost nothing")
  func tiny() {
    for rate in [1e-300, 1e-17, 1e-12] {
      #expect((LoanTerms(instalments: 200, interestPerYear: rate).repaidPerUnit - 1).magnitude < 1e-9)
    }
  }

  @Test("on the same rate flat interest costs more")
  func order() {
    for instalments in 2...20 {
      let flat = LoanTerms(instalments: instalments, interestPerYear: 0.2, basis: .flat)
      let declining = LoanTerms(instalments: instalments, interestPerYear: 0.2)
      #expect(flat.repaidPerUnit > declining.repaidPerUnit && declining.repaidPerUnit > 1)
    }
  }
}
