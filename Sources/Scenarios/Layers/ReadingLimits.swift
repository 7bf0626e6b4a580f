/// How much of a file is read: enough for any scenario that people write, and little enough that whatever a file holds
/// is read or refused within two seconds.
enum ReadingLimits {
  /// Bytes of a file.
  static let bytes = 1_000_000
  /// Words, numbers, lists and mappings of a file, those of an alias each time that it is used.
  static let values = 200_000
  /// Bytes of a text for which it counts as one value more.
  static let valueBytes = 64
  /// Lists and mappings within each other.
  static let depth = 50
  /// Brackets and braces that are open at once, before the text is read: each costs time at every word that follows.
  static let openBrackets = 200
  /// Files that extend each other.
  static let layers = 50
  /// Values that a design or portfolio lays over its scenarios.
  static let settings = 1_000
}
