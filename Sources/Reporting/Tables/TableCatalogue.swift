internal import Experiments
internal import Households

/// All tables: what is written, read back and known as ours on disk follows from it.
enum TableCatalogue {
  /// The tables of an experiment, in the order in which they are described.
  static let experiment: [any ExperimentTable.Type] = [
    OutcomeEntry.self, ProgrammeOutcomeEntry.self, SummaryRow.self, DecompositionRow.self, ComparisonRow.self,
    RankingRow.self, AttributionRow.self, EffectivenessRow.self, FrontierRow.self, AcceptabilityRow.self,
    BudgetImpactRow.self, SurvivalRow.self, MobilityRow.self, TransitionMatrixRow.self, DynamicsRow.self,
    GrowthIncidenceRow.self, SurvivalComparisonRow.self, CounterfactualEntry.self, TransitionEntry.self,
    YearlyTransitionEntry.self, SpellEntry.self, PanelEntry.self, QuantileEntry.self, CostEntry.self,
    CourseEntry.self, InstitutionEntry.self, StocktakeEntry.self, ProgrammeReach.self, HouseholdRecord.self,
  ]

  /// What a sweep, and a search for the best mix, write while they are run.
  private static let growing: [any TableRow.Type] = [
    DesignRow.self, SweepOutcomeRow.self, UnreachedRow.self, EvaluationRow.self,
  ]

  /// What follows from the points of a sweep or a sensitivity analysis.
  static let sweep: [any FindingsTable<SweepResults>.Type] = [
    SweepSummaryRow.self, UncertaintyRow.self, SweepAcceptabilityRow.self, IndicesRow.self, ElementaryEffectsRow.self,
    TornadoRow.self,
  ]

  /// What follows from the runs of a search.
  static let search: [any FindingsTable<SearchFindings>.Type] = [
    MixRow.self, FinalistRow.self, PortfolioFrontierRow.self,
  ]

  /// What an analysis of traps finds.
  static let traps: [any FindingsTable<TrapStudy>.Type] = [
    ExitRow.self, ClassRow.self, TrapRow.self, ElasticityRow.self, ChainRow.self, PassageTimeRow.self,
    SpectrumRow.self,
  ]

  /// What is measured in a sample.
  static let measurement: [any FindingsTable<Measurement>.Type] = [MeasureRow.self]

  /// What is written as a file of its own.
  private static let single: [any TableRow.Type] = [EvidenceRow.self]

  /// The forms of all tables; what a study tells of their columns is left out.
  static let schemas: [TableSchema] =
    experiment.map { $0.schema }
    + (growing + sweep + search + traps + measurement + single).map { (table: any TableRow.Type) in
      table.schema
    }
}
