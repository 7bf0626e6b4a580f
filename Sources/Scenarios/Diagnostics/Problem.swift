/// What can be wrong in a scenario.
///
/// The list is closed, so that every case has its wording, which says what it means, and its test.
package enum Problem: Hashable, Sendable {
  // MARK: Files
  /// The file is not there or cannot be read; the reason in words.
  case unreadableFile(reason: String)
  /// The file that a scenario extends is not there or cannot be read.
  case unreadableBase(String, reason: String)
  /// The file is not YAML; the parser's words.
  case invalidYAML(String)
  case emptyFile
  case extendsItself(chain: [String])
  case tooManyLayers(limit: Int)
  /// More words, numbers, lists and mappings than are read.
  case tooManyValues(limit: Int)
  /// Lists and mappings within each other, deeper than is read.
  case tooDeep(limit: Int)
  /// The text after `--set` has not the form `path=value`.
  case malformedAssignment

  // MARK: Keys
  case unknownKey(known: [String])
  case duplicateKey(firstLine: Int)
  case missingKey(String, summary: String)
  case keyIsNotText
  /// An empty list, which takes nothing away of what is inherited; an entry that stays.
  case keepsInherited(String)
  /// A number with commas within braces, which divide keys there.
  case commaInNumber
  case duplicateName(String, firstOrigin: Origin)
  /// A path of `--set`, or an entry that is to be removed, names an entry of a list that is not there; those that are.
  case unknownEntry(String, known: [String])

  // MARK: Values
  /// Another kind of value is expected.
  case wrongKind(found: Found, expected: String)
  /// A number with a hint on how to write it.
  case badNumber(String, expected: String, hint: NumberHint)
  case outOfRange(String, allowed: String)
  case unknownWord(String, known: [String])
  /// A text with characters that cannot be seen; those, spelled out.
  case hiddenCharacters(String, [String])
  /// A name that a spreadsheet would take for a formula.
  case formula(String)
  case tooLong(String, limit: Int)
  /// Not of the form `2019-Q1`.
  case badQuarter(String)
  case emptyList(expected: String)
  case tooManyEntries(Int, limit: Int)
  /// An entry of a package that does not name exactly one intervention.
  case severalInterventions([String])

  // MARK: Values that do not fit together
  case endsBeforeStart(from: String, until: String)
  case noDeflator(year: Int, known: [Int])
  case conflictingPriceYears(Int, Int)
  /// A name that none of the scenario's places has; the names they have.
  case unknownPlace(kind: String, name: String, known: [String])
  /// A name that nothing of the scenario has; the names that could be meant.
  case unknownReference(kind: String, name: String, known: [String])
  /// A programme whose scores are asked for makes no poverty survey; the programmes that do.
  case noPovertySurvey(programme: String, known: [String])
  /// `after` names a programme that has nothing for households, so that none can complete it.
  case nobodyCompletes(programme: String)
  case comesAfterItself(chain: [String])
  /// A key or an intervention means nothing without another.
  case missingCompanion(String, needs: String, reason: String)
  /// Each part of an area is known, but no place has them all.
  case emptyArea
  case duplicatePlace
  /// `universal: false` without a condition, which would leave nobody out.
  case leavesNobodyOut
  case noSurveyRows(region: String, province: String)
  /// Two keys that exclude each other.
  case unsupportedCombination(String, String, reason: String)

  // MARK: Designs
  /// Not two numbers, the lower first.
  case notARange
  case sameScenarioName(String)
  case unknownPath(String)
  case cannotVary(reason: String)
  /// A variable of which nothing is known beyond its value.
  case needsRange(reason: String)
  case reservedName(String)
  case otherCommand(method: String, command: String)
  /// A method that cannot be used with the variables as they are; why, in words.
  case impossibleMethod(String)
  /// A distribution that cannot be drawn from; why, in words.
  case impossibleDistribution(String)

  // MARK: Portfolios
  /// A candidate that may not be left out, because a programme that is no candidate needs it.
  case cannotBeLeftOut(dependent: String)
  case tooManyMixes(limit: Int)
  /// No mix but leaving everything out is within the budget.
  case noMix

  // MARK: Doubts
  /// A programme that is over before the scenario starts, or starts after its end.
  case neverRuns(from: String, until: String)
  case reachesNobody(reason: String)
  /// A budget that pays for very few of those it is for; a question after the unit.
  case paysForFew(households: String, of: String, question: String)
  case beginsEarly(start: String)
  /// An entry beside an inherited one whose name is nearly the same.
  case nearlyInherited(String)
  /// A place of one kind with the survey rows of another.
  case otherRows(region: String, place: String)
  /// A place with more union councils than its households make settlements.
  case moreUnionCouncils(councils: Int, settlements: Int)
  case hasNoEffect(reason: String)
  case otherUnit(given: String, expected: String)

  /// What stands where another kind of value is expected.
  package enum Found: Hashable, Sendable {
    /// Nothing after the key.
    case nothing
    case scalar(String)
    case quoted(String)
    case list
    case mapping
  }

  /// Why a text that looks like a number is refused.
  package enum NumberHint: Hashable, Sendable {
    /// Leading zeros, which some readers take as base 8, or a base prefix.
    case otherBase
    /// Colons, which some readers take as base 60.
    case baseSixty
    case notFinite
    /// Thousands divided by commas; the number without them.
    case commas(plain: String)
    /// A decimal comma; the number with a point.
    case decimalComma(plain: String)
    case percent
    /// A fraction where a whole number is needed.
    case notWhole
    case quotes
    /// Too large to be held.
    case tooLarge
  }
}
