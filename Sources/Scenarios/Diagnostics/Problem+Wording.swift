import Notation

extension Problem {
  /// What is wrong and what is allowed, in words.
  var message: String {
    switch self {
    case .unreadableFile(let reason): "cannot be read: \(reason)"
    case .unreadableBase(let path, let reason): "'\(shown(path))' cannot be read: \(reason)"
    case .invalidYAML(let words): "is not valid YAML: \(words)"
    case .emptyFile: "the file is empty; a scenario needs at least a name, a start and a population"
    case .extendsItself(let chain): "extends itself: \(chain.map(shown).joined(separator: " -> "))"
    case .tooManyLayers(let limit): "more than \(limit) files extend each other; put them together"
    case .tooManyValues(let limit):
      "there are more than \(limit) values up to here, those of aliases counted each time that they are used"
    case .tooDeep(let limit): "lists and mappings are more than \(limit) levels deep here"
    case .malformedAssignment: "needs the form path=value, such as parameters.shocks.illness_probability=0.08"

    case .unknownKey: "unknown key"
    case .duplicateKey(let line): "this key is given twice, first in line \(line); keep one"
    case .missingKey(let key, let summary): "'\(shown(key))' is missing: \(summary)"
    case .keyIsNotText: "a key must be a plain word"
    case .keepsInherited(let name):
      "an empty list takes nothing away, '\(shown(name))' is inherited all the same; give its name with remove: true"
    case .commaInNumber:
      "a comma divides keys here, not the parts of a number; write 100_000_000 without commas, and 3.5 with a point"
    case .duplicateName(let name, let origin): "the name '\(shown(name))' is used twice, first at \(origin)"
    case .unknownEntry(let name, _): "there is no '\(shown(name))'"

    case .wrongKind(let found, let expected): "\(found.words); expected \(expected)"
    case .badNumber(let text, let expected, let hint): hint.message(text: shown(text), expected: expected)
    case .outOfRange(let text, let allowed): "\(shown(text)) is out of range; expected \(allowed)"
    case .unknownWord(let word, let known): "'\(shown(word))' is unknown; expected \(listed(known, last: "or"))"
    case .hiddenCharacters(let text, let characters):
      "'\(shown(text))' has characters that cannot be seen (\(listed(characters, last: "and"))); write it without them"
    case .formula(let text):
      "a spreadsheet would take '\(shown(text))' for a formula; begin a name with a letter or a digit"
    case .tooLong(let text, let limit): "'\(shown(text))' is too long; a name has at most \(limit) characters"
    case .badQuarter(let text): "'\(shown(text))' is not a quarter; expected a year and a quarter such as 2019-Q1"
    case .emptyList(let expected): "the list is empty; expected \(expected)"
    case .tooManyEntries(let count, let limit): "the list has \(count) entries; there may be at most \(limit)"
    case .severalInterventions(let names):
      "\(listed(names, last: "and")) stand in one entry; begin each intervention with its own '-'"

    case .endsBeforeStart(let from, let until): "'until' (\(until)) is before 'from' (\(from))"
    case .noDeflator(let year, let known):
      "there is no deflator for \(year); expected a year among those of parameters.prices.deflator: "
        + ranges(known)
    case .conflictingPriceYears(let outer, let inner):
      "the programme says price_year \(outer), its budget \(inner); keep one"
    case .unknownPlace(let kind, let name, let known):
      "no \(kind) of the population is called '\(shown(name))'; expected \(listed(known, last: "or"))"
    case .unknownReference(let kind, let name, let known):
      "no \(kind) of the scenario is called '\(shown(name))'; expected \(listed(known, last: "or"))"
    case .noPovertySurvey(let programme, let known):
      "'\(shown(programme))' makes no poverty_survey; expected \(listed(known, last: "or"))"
    case .nobodyCompletes(let programme):
      "'\(shown(programme))' has nothing for households, so that none completes it; for those it organises, write "
        + "target: {members_only: true}"
    case .comesAfterItself(let chain): "comes after itself: \(chain.map(shown).joined(separator: " -> "))"
    case .missingCompanion(let given, let needed, let reason): "'\(given)' needs \(needed): \(reason)"
    case .emptyArea: "no place of the population has all of these at once"
    case .duplicatePlace: "this place is given twice: district, tehsil and settlement_type must differ in one"
    case .leavesNobodyOut:
      "'universal: false' without a condition enrols everybody; say whom to enrol, such as score_at_most: 30, or write "
        + "universal: true"
    case .noSurveyRows(let region, let province): "the survey has no \(region) rows of \(province)"
    case .unsupportedCombination(let first, let second, let reason):
      "'\(first)' and '\(second)' exclude each other: \(reason)"

    case .notARange: "needs two numbers, the lower first, such as [0.03, 0.09]"
    case .sameScenarioName(let name):
      "an earlier scenario of the design is named '\(shown(name))' too; give each a name of its own"
    case .unknownPath(let path): "no scenario of the design has '\(shown(path))'"
    case .cannotVary(let reason): "cannot be varied: \(reason)"
    case .needsRange(let reason): "needs a range or another distribution: \(reason)"
    case .reservedName(let name): "the name '\(shown(name))' is taken by a column of the design's table; choose another"
    case .otherCommand(let method, let command): "'\(method)' belongs to another command: untrap \(command) DESIGN"
    case .impossibleMethod(let reason): reason
    case .impossibleDistribution(let reason): "nothing can be drawn from this distribution: \(reason)"

    case .cannotBeLeftOut(let dependent):
      "cannot be left out, as every candidate may be, because '\(shown(dependent))' needs it; make that one a candidate too"
    case .tooManyMixes(let limit):
      "the candidates make more than \(limit) mixes within the budget; use fewer budgets, areas or candidates"
    case .noMix: "no candidate can be paid for within the budget with what it needs; nothing is left to choose"

    case .neverRuns(let from, let until): "never runs: the scenario covers \(from) to \(until)"
    case .reachesNobody(let reason): "can reach nobody: \(reason)"
    case .paysForFew(let households, let all, let question): "pays for \(households) of \(all) households\(question)"
    case .beginsEarly(let start): "begins before the scenario does: nobody is enrolled before \(start)"
    case .nearlyInherited(let name): "is added beside the inherited '\(name)', whose name is nearly the same"
    case .otherRows(let region, let place): "\(region) rows are to people a \(place) place"
    case .moreUnionCouncils(let councils, let settlements):
      "\(councils) union councils are more than the settlements that its households make: about \(settlements)"
    case .hasNoEffect(let reason): "has no effect: \(reason)"
    case .otherUnit(let given, let expected):
      "the unit is given as '\(shown(given))', but the model reads it as \(expected)"
    }
  }

  /// The names to list after the message, if any.
  var knownNames: (title: String, names: [String])? {
    switch self {
    case .unknownKey(let known): ("known keys here", known)
    case .unknownEntry(_, let known): ("known here", known)
    default: nil
    }
  }
}

extension Problem.Found {
  /// The finding in words.
  fileprivate var words: String {
    switch self {
    case .nothing: "nothing is given"
    case .scalar(let text): "found '\(shown(text))'"
    case .quoted(let text): "found the text '\(shown(text))' in quotes"
    case .list: "found a list"
    case .mapping: "found keys with values"
    }
  }
}

extension Problem.NumberHint {
  /// The refusal in words, with the remedy.
  fileprivate func message(text: String, expected: String) -> String {
    switch self {
    case .otherBase: "'\(text)' could be read in another base; write it in base 10 without leading zeros"
    case .baseSixty: "'\(text)' could be read in base 60; write \(expected) without colons"
    case .notFinite: "'\(text)' is not a finite number; expected \(expected)"
    case .commas(let plain): "'\(text)' has commas; divide thousands by underscores or not at all: \(plain)"
    case .decimalComma(let plain): "'\(text)' has a decimal comma; write it with a point: \(plain)"
    case .percent: "'\(text)' has a percent sign; write it as a share, such as 0.05"
    case .notWhole: "'\(text)' is not a whole number; expected \(expected)"
    case .quotes: "'\(text)' is text because of its quotes; write \(expected) without them"
    case .tooLarge: "'\(text)' is too large; expected \(expected)"
    }
  }
}

/// A text of a file or a call as messages quote it.
private func shown(_ text: String) -> String { VisibleText.shown(text, atMost: VisibleText.quotedAtMost) }

/// Joins words as in `a, b or c`, and as in `a, b, ... (1000 in all)` where they are very many.
func listed(_ words: [String], last conjunction: String) -> String {
  let most = 100
  let count = words.count
  let words = words.prefix(most).map(shown)
  guard count <= most else { return words.joined(separator: ", ") + ", ... (\(count) in all)" }
  guard words.count > 1, let final = words.last else { return words.first ?? "nothing" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + final
}

/// Joins ascending years as in `2006-2025`.
private func ranges(_ years: [Int]) -> String {
  var parts: [ClosedRange<Int>] = []
  for year in years {
    if let last = parts.last, year == last.upperBound + 1 {
      parts[parts.count - 1] = last.lowerBound...year
    } else {
      parts.append(year...year)
    }
  }
  guard !parts.isEmpty else { return "none" }
  return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    .joined(separator: ", ")
}
