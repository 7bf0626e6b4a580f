import TestSupport

/// Good files, small and of many parts, from which broken ones are made.
enum FuzzSeeds {
  static let baseline = VillageScenarios.baseline.replacing("households: 300", with: "households: 100")
    .replacing("years: 2", with: "years: 1")

  /// Two programmes of which one comes after the other.
  static let programmes = """
    extends: base.yaml
    name: Village with programmes
    partners:
      - name: Fund
        budget: {total: 90_000_000, price_year: 2016}
    coordination: registry
    programmes:
      - name: Organisation
        partner: Fund
        from: 2016-Q1
        until: 2016-Q4
        budget: {total: 2_000_000, price_year: 2016}
        package:
          - social_mobilisation: {organisers: 2, resource_persons: {number: 1}}
      - name: Loans
        partner: Fund
        where: {district: Kasur}
        from: 2016-Q1
        until: 2016-Q4
        budget: {total: 20_000_000, price_year: 2016}
        capacity: 40
        target: {score_at_most: 60, order: poorest_first}
        package:
          - soft_loan: {amount: {value: 30_000, source: "a report", interval: [20_000, 40_000]}, instalments: 4}
          - skill_training: {level: vocational}

    """

  /// A scenario of its own with evidence, switched-off mechanisms and most kinds of values.
  static let everything =
    baseline.replacing("name: Village", with: "name: Everything") + """
      description: |
        Words on several
        lines.
      regime: convergence
      without: [role_models]
      sources: [A report, Another one]
      parameters:
        shocks: {illness_probability: {value: 0.06, source: "a report", unit: share, interval: [0.04, 0.08]}}
        earn: {persistence: 0.8}
      programmes:
        - name: Works
          partner: Fund
          from: 2016-Q1
          until: 2016-Q4
          price_year: 2016
          where: {tehsil: Kasur, union_councils: [Kasur UC 1], settlement_type: rural}
          target: {band: [extremely_poor], sex_of_head: female, lottery: 0.5, exclude: [7, 12]}
          package:
            - &grant
              asset_grant: {amount: 50_000}
            - matching_grant: {amount: 20_000, household_share: 0.2}
            - coaching: {quarters: 2}

      """

  /// Designs of several methods.
  static let designs = ["latin_hypercube: {points: 4}", "factorial: {levels: 2}", "sobol_sequence: {points: 4}"].map {
    method in
    """
    name: A design
    scenarios: [base.yaml, programmes.yaml]
    set: {years: 1, replications: 2}
    measures: [headcount_ratio, durable_exits]
    method: {\(method)}
    variables:
      - path: parameters.shocks.illness_probability
        range: [0.03, 0.09]
      - path: programmes.Loans.package.soft_loan.amount
        values: [20_000, 30_000]
        name: loan size
      - path: parameters.earn.persistence
        triangular: {low: 0.7, mode: 0.8, high: 0.9}

    """
  }

  static let portfolio = """
    name: A portfolio
    scenario: programmes.yaml
    set: {years: 1}
    outcome: durable_exits
    budget: {total: 20_000_000, price_year: 2016}
    worth: 150_000
    candidates:
      - programme: Organisation
        budgets: [1_000_000, 2_000_000]
      - programme: Loans
        budgets: [10_000_000, 15_000_000]
        areas: [{district: Kasur}]
    search: {screened: 2, replications: 2, finalists: 1}

    """

  /// A survey with all columns, some rows of weight 0, and quoted cells.
  static let survey: String = {
    let header =
      "province,region,psu,stratum,persons,children,workers,female_head,head_literate,rooms,toilet,"
      + "consumption_pkr_month,adult_equivalents,elderly,school_age,in_school,livestock,land_acres,weight\n"
    let rows = (0..<12).map { row in
      let province = row % 3 == 0 ? "\"Khyber, Pakhtunkhwa\"" : "Punjab"
      return "\(province),\(row % 2 == 0 ? "rural" : "urban"),\(row / 3),s\(row / 6),6,3,2,\(row % 2),1,2,pit,"
        + "\(9_000 + 1_700 * row),5.2,0,3,2,1,0.5,\(row == 5 ? "0" : "2.5")\n"
    }
    return header + rows.joined()
  }()
}
