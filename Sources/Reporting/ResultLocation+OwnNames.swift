extension ResultLocation {
  static let ending = ".partial"
  static let lockName = "lock"
  static let lockMark = "untrap writes its results here.\n"
  static let recipeName = "recipe.json"
  static let newRecipeName = "recipe.json.new"

  /// All that a run may write.
  static let ownNames: Set<String> = {
    let tables: [TableSchema] = [
      OutcomesTable.schema, SummaryTable.schema, ComparisonTable.schema, RankingTable.schema, AttributionTable.schema,
      CounterfactualsTable.schema, TransitionsTable.schema, YearlyTransitionsTable.schema, SpellsTable.schema,
      PanelTable.schema, QuantilesTable.schema, SurvivalTable.schema, SurvivalComparisonTable.schema,
      MobilityTable.schema, TransitionMatrixTable.schema, DynamicsTable.schema, GrowthIncidenceTable.schema,
      CostsTable.schema, CourseTable.schema, EffectivenessTable.schema, FrontierTable.schema,
      AcceptabilityTable.schema, BudgetImpactTable.schema, InstitutionsTable.schema, StocktakeTable.schema,
      ReachTable.schema,
      HouseholdsTable.schema, DecompositionTable.schema, DesignTable.schema([], units: []), SweepOutcomesTable.schema,
      UncertaintyTable.schema, IndicesTable.schema, ElementaryEffectsTable.schema, TornadoTable.schema,
      MixesTable.schema([]), EvaluationsTable.schema, FinalistsTable.schema, PortfolioFrontierTable.schema,
      MeasuresTable.schema(ofRuns: false),
    ]
    let traps = TrapsWriter.schemas
    let others = [lockName, recipeName, newRecipeName, Journal.fileName, RunRecord.fileName, DataPackage.fileName]
    return Set((tables + traps).map(\.fileName) + others)
  }()
}
