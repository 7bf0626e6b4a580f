import Scenarios
import Testing

@testable import Descriptions

@Suite("What tells scenarios apart besides what is done")
struct ConfoundingTests {
  @Test("programmes alone confound nothing: the scenarios that come with the program can be compared")
  func shipped() throws {
    let comparisons = [
      "kasur-baseline": ["kasur-mawakhat", "kasur-top-down", "kasur-without-organisation"],
      "quetta-baseline": ["seher-mupp", "seher-first-phase", "seher-grants-first", "seher-without-organisation"],
      "ajk-baseline": ["ajkrsp", "ajkrsp-coverage-40", "ajkrsp-staff-only", "ajkrsp-without-inclusion"],
      "national-baseline": ["ehsaas", "ehsaas-none", "ehsaas-registry"],
      "ehsaas-none": ["ehsaas-registry", "ehsaas"],
    ]
    for (baseline, scenarios) in comparisons {
      let first = try #require(Given.shipped["\(baseline).yaml"])
      for scenario in scenarios {
        let second = try #require(Given.shipped["\(scenario).yaml"])
        #expect(Confounding(second, against: first) == nil, "\(scenario)")
      }
    }
  }

  @Test("a parameter that differs is named, with both values and what makes the comparison clean")
  func parameter() throws {
    let baseline = try Given.scenario()
    let kinder = try Given.scenario("parameters: {shocks: {illness_probability: 0.01}}\n")
    let difference = try #require(Confounding(kinder, against: baseline))
    #expect(difference.paths == ["parameters.shocks.illness_probability"])
    #expect(
      difference.text == """
        Small place differs from Small place in no programme, but in this: parameters.shocks.illness_probability is 0.01 \
        instead of 0.06 (probability per quarter). What is told of it is the effect of that, not of a programme. For the \
        effect of programmes alone, compare it with a baseline that says the same, or give it to all scenarios of the \
        call (--set parameters.shocks.illness_probability=0.01)
        """)
    #expect(Confounding(kinder, against: baseline, shared: ["parameters.shocks.illness_probability"]) == nil)
    #expect(Confounding(kinder, against: kinder) == nil)
    let alike = try Given.scenario(set: "parameters.shocks.illness_probability=0.01")
    #expect(Confounding(kinder, against: alike) == nil)
  }

  @Test("beside programmes the same is said otherwise")
  func besideProgrammes() throws {
    let baseline = try Given.scenario()
    let both = try Given.programme(
      "cash_transfer: {amount: 6_000, quarters: 4}", set: "parameters.trade.saving_rate=0.25",
      "parameters.earn.persistence=0.5")
    let difference = try #require(Confounding(both, against: baseline))
    #expect(difference.text.hasPrefix("Small place differs from Small place in more than programmes: "))
    #expect(difference.text.contains("the effect of that as well"))
    #expect(difference.paths == ["parameters.earn.persistence", "parameters.trade.saving_rate"])
  }

  @Test("a mechanism stands for the parameters that it switches off")
  func mechanism() throws {
    let baseline = try Given.scenario()
    let without = try Given.scenario("without: [role_models, interest]\n")
    let difference = try #require(Confounding(without, against: baseline))
    #expect(difference.paths == ["without"])
    #expect(difference.text.contains("without switches off role_models and interest"))
    #expect(difference.text.contains("(--without role_models --without interest)"))
    let back = try #require(Confounding(baseline, against: without))
    #expect(back.text.contains("without leaves on role_models and interest"))
    #expect(back.text.hasSuffix("compare it with a baseline that says the same"))
    // Both switch one off, and one of them another.
    let one = try Given.scenario("without: role_models\n")
    #expect(try #require(Confounding(without, against: one)).text.contains("switches off interest."))
  }

  @Test("places and households are no programmes, and partners without any do nothing")
  func others() throws {
    let baseline = try Given.scenario()
    let smaller = try Given.scenario(set: "population.places.1.households=7_000")
    #expect(
      Confounding(smaller, against: baseline)?.paths == ["population.places.Kasur, Kasur, rural.households"])
    let listed = try Given.scenario("partners: [{name: Fund, budget: {total: 5_000_000, price_year: 2016}}]\n")
    #expect(Confounding(listed, against: baseline) == nil)
    let kinder = try Given.scenario("partners: [{name: Fund}]\n", set: "parameters.trade.saving_rate=0.25")
    let difference = try #require(Confounding(kinder, against: baseline))
    #expect(
      difference.paths == ["parameters.trade.saving_rate"] && difference.text.contains("in no programme, but in this"))
    // The money of a partner that does something is part of what is done.
    let cash = "cash_transfer: {amount: 6_000, quarters: 4}"
    let paid = try Given.programme(
      cash, ", target: {universal: true}",
      set: "partners=[{name: Fund, budget: {total: 5_000_000, price_year: 2016}}, {name: Bureau}]")
    #expect(Confounding(paid, against: try Given.programme(cash)) == nil)
  }

  @Test("names, descriptions and how partners coordinate confound nothing")
  func labels() throws {
    let baseline = try Given.scenario()
    let other = try Given.scenario("description: Another\nreplications: 7\ncoordination: registry\n")
    #expect(Confounding(other, against: baseline) == nil)
  }

  @Test("many programmes, partners and places are compared within two seconds")
  func bounded() throws {
    let partners = "partners: [" + (0..<500).map { "{name: f\($0)}," }.joined() + "]\n"
    let programmes = (0..<1_000).map {
      "  - {name: p\($0), partner: f\($0 % 500), from: 2019-Q1, until: 2019-Q4, price_year: 2016, "
        + "package: [coaching: {quarters: 4}]}\n"
    }.joined()
    let text = partners + "programmes:\n" + programmes
    let baseline = try Given.scenario()
    let scenario = try Given.scenario(text, set: "parameters.trade.saving_rate=0.25")
    var found: Confounding?
    let taken = ContinuousClock().measure { found = Confounding(scenario, against: baseline) }
    #expect(found?.paths == ["parameters.trade.saving_rate"])
    #expect(taken < .seconds(2), "\(taken)")
    let same = ContinuousClock().measure { found = Confounding(scenario, against: scenario) }
    #expect(found == nil && same < .seconds(2), "\(same)")
  }

  @Test("of names that begin alike, and hold dots, the longest that fits is meant")
  func names() {
    let names = PathNames(["a", "a.b", "a.b.c d"], below: "programmes")
    #expect(names.find("programmes.a.from") == NamedPath(name: "a", key: "from"))
    #expect(names.find("programmes.a.b.from") == NamedPath(name: "a.b", key: "from"))
    #expect(names.find("programmes.a.b.c d.package.coaching") == NamedPath(name: "a.b.c d", key: "package.coaching"))
    #expect(names.find("programmes.a") == nil && names.find("programmes.x.from") == nil)
    #expect(names.find("partners.a.from") == nil && PathNames([], below: "partners").find("partners.a.b") == nil)
  }
}
