extension ResultLocation {
  static let ending = ".partial"
  static let lockName = "lock"
  static let lockMark = "untrap writes its results here.\n"
  static let recipeName = "recipe.json"
  static let newRecipeName = "recipe.json.new"

  /// All that a run may write.
  static let ownNames: Set<String> = {
    let tables =
      DatasetWriter.schemas + SweepWriter.schemas + PortfolioWriter.schemas + TrapsWriter.schemas
      + MeasurementWriter.schemas
    let others = [lockName, recipeName, newRecipeName, Journal.fileName, RunRecord.fileName, DataPackage.fileName]
    return Set(tables.map(\.fileName) + others)
  }()
}
