/// The texts of the starter, with marks that `StarterComment` turns into comments.
enum StarterTemplate {
  /// The place without a programme.
  static let baseline = """
    # yaml-language-server: $schema={schema}
    #
    # {title} as it goes on without a programme: what programmes are compared with.
    #
    # Put the facts of your own place here, then look for mistakes with
    #
    #     untrap check {stem}-baseline.yaml
    #
    # Any number may be written plainly (0.25) or with its evidence ({value: 0.25, source: "..."}). A key that is left
    # out has a usual value; run.json beside the results lists every value with its source.
    name: {title} baseline
    description: {title} as it would go on without a programme.

    start: 2019-Q1 #@ start
    years: 5 #@ years
    replications: 10 #@ replications
    seed: 2019 #@ seed
    regime: threshold #@ regime

    population:
      households: 2_000 #@ population.households
      official_headcount:
        # the share of persons in rural places who are poor; urban places have their own
        rural: {value: 0.25, source: "assumed: replace it by the rate of your district"}
      places: #@ population.places
        - district: My district
          tehsil: My tehsil
          settlement_type: rural #@ population.places.settlement_type
          # how many there really are; results are scaled up to them
          households: {value: 6_000, source: "assumed: replace it by the number of the census"}
          survey: {province: Punjab, region: rural} #@ population.places.survey

    # Any number of the model's rules; `untrap describe --parameters` lists all, with units and sources.
    parameters:
      shocks:
        #@ parameters.shocks.illness_probability
        illness_probability:
          value: 0.06
          source: "assumed: replace it by what a health survey says"
          interval: [0.04, 0.08]  # of 95%; designs that vary it draw from there
    """

  /// The place with a programme.
  static let scenario = """
    # yaml-language-server: $schema={schema}
    #
    # {title} with a programme. What is not said here is as in {stem}-baseline.yaml.
    #
    #     untrap compare {stem}-baseline.yaml {stem}.yaml
    #
    name: {title}
    extends: {stem}-baseline.yaml
    description: {title} with grants and training for the poorest.

    partners: #@ partners
      - name: My organisation
        budget: {total: 12_000_000, price_year: 2019} #@ partners.budget

    programmes: #@ programmes
      - name: Grants and training
        partner: My organisation #@ programmes.partner
        where: {district: My district} #@ programmes.where
        from: 2019-Q1 #@ programmes.from
        until: 2020-Q4 #@ programmes.until
        price_year: 2019 #@ programmes.price_year
        #@ programmes.capacity
        capacity: 100
        target:
          score_at_most: 30 #@ programmes.target.score_at_most
          order: poorest_first #@ programmes.target.order
          #= programmes.target
        package: #@ programmes.package
          - asset_grant:
              #@ programmes.package.asset_grant.amount
              amount: {value: 25_000, source: "assumed: the price of two goats"}
              take_up: 0.9 #@ programmes.package.asset_grant.take_up
          - skill_training:
              level: vocational #@ programmes.package.skill_training.level
          #= programmes.package
    """
}
