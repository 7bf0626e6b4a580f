extension ResultLocation {
  static let ending = ".partial"
  static let lockName = "lock"
  static let lockMark = "untrap writes its results here.\n"
  /// That of results that may take the place of earlier ones.
  ///
  /// It begins as the other does, so that a file that is changed from one to the other is one of them at any time.
  static let replacingMark = lockMark + "They take the place of earlier ones.\n"
  static let recipeName = "recipe.json"
  static let newRecipeName = "recipe.json.new"

  /// What is no result, the recipe first.
  static let workingNames = [recipeName, newRecipeName, Journal.fileName, lockName] + StoredSums.workingNames

  /// All that a run may write.
  static let ownNames = Set(
    TableCatalogue.schemas.map(\.fileName) + workingNames + [
      RunRecord.fileName, DataPackage.fileName, StoredSums.fileName,
    ])
}
