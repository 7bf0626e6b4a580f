internal import Households

/// The design concepts of ODD as they hold for a scenario.
struct DesignConceptsSection {
  let scenario: Scenario
  let switchedOff: SwitchedOff
  /// Quarters between observations.
  let observeEvery: Int

  var markdown: String {
    Markdown.blocks([
      "## Design concepts", basicPrinciples, Self.emergence, Self.adaptation, Self.sensing, interaction, stochasticity,
      collectives, observation, measures,
    ])
  }

  private var basicPrinciples: String {
    let theory =
      switch scenario.regime {
      case .threshold: "`threshold`: two techniques and an S-shaped growth of assets"
      case .convergence: "`convergence`: one concave technique, so that a one-off push fades"
      case .clubs:
        "`clubs`: the better of two techniques is open only to households with land, a literate head and no minority "
          + "status"
      }
    let off = switchedOff.mechanisms
    let mechanisms =
      off.isEmpty
      ? "No mechanism of the model is switched off."
      : "Switched off in this scenario: \(SwitchedOff.names(off))."
    return """
      *Basic principles.* Economic, social and political dependence hold each other up. The theory of poverty traps is \
      \(theory). \(mechanisms)
      """
  }

  private static let emergence = """
    *Emergence.* Traps are not written in: they arise because dependency lowers income, low income deepens dependency, \
    patrons grow with their clients, and neighbours who are connected make leaving easier.
    """

  private static let adaptation = """
    *Adaptation, objectives, learning and prediction.* Households follow rules of thumb: they keep up consumption, \
    save a part of a surplus, and fall back on savings, credit and sales in this order. They learn skills, awareness \
    and market rates from programmes. They do not optimise; \
    of a loan they reckon what the assets that it buys will bring.
    """

  private static let sensing = """
    *Sensing.* Households see the levels of their neighbours and the stance of their patron as the quarter before left \
    them. Programmes know households by scores that are measured with error, by rankings, or by applications.
    """

  private var interaction: String {
    """
    *Interaction.* Households of a settlement share a patron, whose power and mark-up follow from all of them, and see \
    each other. \(programmes)
    """
  }

  private var programmes: String {
    scenario.programmes.isEmpty
      ? "There are no programmes." : "They compete for the places and the money of programmes."
  }

  private var stochasticity: String {
    let runs =
      scenario.replications == 1
      ? "once" : "in \(Figures.number(Double(scenario.replications))) replications, which differ in their luck alone"
    return """
      *Stochasticity.* Every draw is a function of seed, replication, entity, quarter and purpose, so that scenarios \
      with the same seed meet the same luck. The seed is \(scenario.seed); the scenario is run \(runs).
      """
  }

  private var collectives: String {
    scenario.programmes.contains(where: \.hasSocialMobilisation)
      ? """
      *Collectives.* Neighbours form community organisations, these village organisations, these local support \
      organisations of a union council, and these networks of a tehsil.
      """
      : "*Collectives.* Nobody organises households in this scenario; settlements and patrons are the only collectives."
  }

  private var observation: String {
    let interval = observeEvery == 1 ? "every quarter" : "every \(Figures.number(Double(observeEvery))) quarters"
    let coverage = "for all households and by group, weighted to the real number of households"
    return """
      *Observation.* The measures below are taken at the start, \(interval) and at the end, \(coverage). Moves \
      between levels, costs and, household by household, what differs from another scenario are recorded as \
      well.\(programmeMeasures)
      """
  }

  private var programmeMeasures: String {
    guard !scenario.programmes.isEmpty else { return "" }
    return " Each programme has measures of its own: households enrolled, errors of inclusion and exclusion, leakage, "
      + "money spent and in hand, loans outstanding and recovered."
  }

  private var measures: String {
    Markdown.table(["measure", "unit", "what it is"], Model.measures.map { [$0.name.code, $0.unit, $0.summary] })
  }
}
