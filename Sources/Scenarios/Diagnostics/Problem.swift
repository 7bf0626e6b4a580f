/// What can be wrong in a scenario.
///
/// The list is closed, so that every case has its wording and its test.
public enum Problem: Hashable, Sendable {
  // MARK: Files
  /// The file is not there or cannot be read; the reason in words.
  case unreadableFile(reason: String)
  /// The file that a scenario extends is not there or cannot be read.
  case unreadableBase(String, reason: String)
  /// The file is not YAML; the parser's words.
  case invalidYAML(String)
  /// The file holds nothing.
  case emptyFile
  /// `extends` leads back to a file that is being read.
  case extendsItself(chain: [String])
  /// Files that extend each other in a row are more than are read.
  case tooManyLayers(limit: Int)
  /// More words, numbers, lists and mappings than are read.
  case tooManyValues(limit: Int)
  /// Lists and mappings within each other, deeper than is read.
  case tooDeep(limit: Int)
  /// The text after `--set` has not the form `path=value`.
  case malformedAssignment

  // MARK: Keys
  /// A key that means nothing here; the keys that do.
  case unknownKey(known: [String])
  /// A key given twice in one mapping; the line of the first.
  case duplicateKey(firstLine: Int)
  /// A key that must be given.
  case missingKey(String, summary: String)
  /// A key that is not a plain word.
  case keyIsNotText
  /// An empty list, which takes nothing away of what is inherited; an entry that stays.
  case keepsInherited(String)
  /// A number with commas within braces, which divide keys there.
  case commaInNumber
  /// Two entries of a list have the same name; the line of the first.
  case duplicateName(String, firstOrigin: Origin)
  /// A path of `--set`, or an entry that is to be removed, names an entry of a list that is not there; those that are.
  case unknownEntry(String, known: [String])

  // MARK: Values
  /// Another kind of value is expected.
  case wrongKind(found: Found, expected: String)
  /// A number with a hint on how to write it.
  case badNumber(String, expected: String, hint: NumberHint)
  /// A number outside what makes sense.
  case outOfRange(String, allowed: String)
  /// A word that is not one of the choices.
  case unknownWord(String, known: [String])
  /// A text with characters that cannot be seen; those, spelled out.
  case hiddenCharacters(String, [String])
  /// A name that a spreadsheet would take for a formula.
  case formula(String)
  /// A name of too many characters.
  case tooLong(String, limit: Int)
  /// Not of the form `2019-Q1`.
  case badQuarter(String)
  /// A list that must hold something is empty.
  case emptyList(expected: String)
  /// A list of more entries than are read.
  case tooManyEntries(Int, limit: Int)
  /// An entry of a package that does not name exactly one intervention.
  case severalInterventions([String])

  // MARK: Values that do not fit together
  /// A programme that ends before it starts.
  case endsBeforeStart(from: String, until: String)
  /// No deflator is known for a year; the years that have one.
  case noDeflator(year: Int, known: [Int])
  /// Two price years for one programme.
  case conflictingPriceYears(Int, Int)
  /// A name that none of the scenario's places has; the names they have.
  case unknownPlace(kind: String, name: String, known: [String])
  /// A name that nothing of the scenario has; the names that could be meant.
  case unknownReference(kind: String, name: String, known: [String])
  /// A programme whose scores are asked for makes no poverty survey; the programmes that do.
  case noPovertySurvey(programme: String, known: [String])
  /// `after` names a programme that has nothing for households, so that none can complete it.
  case nobodyCompletes(programme: String)
  /// `after` leads back to a programme.
  case comesAfterItself(chain: [String])
  /// A key or an intervention means nothing without another.
  case missingCompanion(String, needs: String, reason: String)
  /// Each part of an area is known, but no place has them all.
  case emptyArea
  /// A place given twice.
  case duplicatePlace
  /// `universal: false` without a condition, which would leave nobody out.
  case leavesNobodyOut
  /// The survey has no rows of a region of a province.
  case noSurveyRows(region: String, province: String)
  /// Two keys that exclude each other.
  case unsupportedCombination(String, String, reason: String)

  // MARK: Designs
  /// Not two numbers, the lower first.
  case notARange
  /// Two scenarios of a design have the same name.
  case sameScenarioName(String)
  /// A key that no scenario of a design has.
  case unknownPath(String)
  /// A key that a design cannot vary.
  case cannotVary(reason: String)
  /// A variable of which nothing is known beyond its value.
  case needsRange(reason: String)
  /// A name that a table of a design needs for itself.
  case reservedName(String)
  /// A method that belongs to another command.
  case otherCommand(method: String, command: String)
  /// A method that cannot be used with the variables as they are; why, in words.
  case impossibleMethod(String)
  /// A distribution that cannot be drawn from; why, in words.
  case impossibleDistribution(String)

  // MARK: Portfolios
  /// A candidate that may not be left out, because a programme that is no candidate needs it.
  case cannotBeLeftOut(dependent: String)
  /// More mixes within the budget than a search has room for.
  case tooManyMixes(limit: Int)
  /// No mix but leaving everything out is within the budget.
  case noMix

  // MARK: Doubts
  /// A programme that is over before the scenario starts, or starts after its end.
  case neverRuns(from: String, until: String)
  /// A programme, or an entry of its package, that can reach nobody; why, in words.
  case reachesNobody(reason: String)
  /// A budget that pays for very few of those it is for; a question after the unit.
  case paysForFew(households: String, of: String, question: String)
  /// A programme that begins before the scenario does.
  case beginsEarly(start: String)
  /// An entry beside an inherited one whose name is nearly the same.
  case nearlyInherited(String)
  /// A place of one kind with the survey rows of another.
  case otherRows(region: String, place: String)
  /// A place with more union councils than its households make settlements.
  case moreUnionCouncils(councils: Int, settlements: Int)
  /// A key that changes nothing.
  case hasNoEffect(reason: String)
  /// A unit beside a number that is not the unit in which the model reads it.
  case otherUnit(given: String, expected: String)

  /// What stands where another kind of value is expected.
  public enum Found: Hashable, Sendable {
    /// Nothing after the key.
    case nothing
    /// A word or a number.
    case scalar(String)
    /// A word or number in quotes.
    case quoted(String)
    /// A list.
    case list
    /// Keys with values.
    case mapping
  }

  /// Why a text that looks like a number is refused.
  public enum NumberHint: Hashable, Sendable {
    /// Leading zeros, which some readers take as base 8, or a base prefix.
    case otherBase
    /// Colons, which some readers take as base 60.
    case baseSixty
    /// Infinity or not a number.
    case notFinite
    /// Thousands divided by commas; the number without them.
    case commas(plain: String)
    /// A decimal comma; the number with a point.
    case decimalComma(plain: String)
    /// A percent sign.
    case percent
    /// A fraction where a whole number is needed.
    case notWhole
    /// Quotes.
    case quotes
    /// Too large to be held.
    case tooLarge
  }
}
