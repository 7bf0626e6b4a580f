import Households

extension Checker {
  // MARK: - Words

  /// Text, a truth value, a quarter or a choice.
  mutating func checkWord(_ node: ScenarioNode, as shape: Shape, path: String) -> CheckedValue? {
    guard case .scalar(let text, let isQuoted) = node.content, node.found != .nothing else {
      return refuse(node, shape, path)
    }
    switch shape {
    case .flag:
      guard !isQuoted, text == "true" || text == "false" else { return refuse(node, shape, path) }
      return CheckedValue(content: .flag(text == "true"), site: node.site)
    case .quarter:
      guard let quarter = CalendarQuarter(text) else {
        reporter.report(.badQuarter(text), at: node.site, path)
        return nil
      }
      return CheckedValue(content: .quarter(quarter), site: node.site)
    case .choice(let words):
      guard words.contains(text) else {
        reporter.report(
          .unknownWord(text, known: words), at: node.site, path, suggestion: Spelling.nearest(to: text, among: words))
        return nil
      }
      return CheckedValue(content: .text(text), site: node.site)
    case .text:
      guard let problem = NameRule.problem(of: text) else { break }
      reporter.report(problem, at: node.site, path)
      return nil
    default: break
    }
    return CheckedValue(content: .text(text), site: node.site)
  }

  // MARK: - Numbers

  /// The keys of a number with its evidence.
  static let evidence = Record(fields: [
    Field("value", .remark, .required, "the number itself"),
    Field("source", .prose, "where the number comes from"),
    Field("unit", .prose, "the unit, for the reader"),
    Field("date", .prose, "when it was observed"),
    Field("interval", DesignSchema.pair, "its 95% interval, as [low, high]"),
    Field("note", .prose, "anything else"),
  ])

  /// A number, alone or as `{value: 3, source: ..., unit: ...}`.
  mutating func checkNumber(_ node: ScenarioNode, as shape: Shape, path: String, unit: String) -> CheckedValue? {
    guard node.entries != nil else { return checkPlainNumber(node, as: shape, path: path, unit: unit) }
    let evidence = check(node, as: Self.evidence, path: path, site: node.site)
    guard let value = node["value"] else { return nil }
    guard value.text != nil else { return refuse(value, shape, "\(path).value") }
    if let given = evidence["unit"], let text = given.text, !unit.isEmpty, !unit.hasPrefix(text) {
      reporter.report(.otherUnit(given: text, expected: unit), at: given.site, "\(path).unit", severity: .warning)
    }
    let interval = evidence["interval"].flatMap { reporter.range($0, "\(path).interval") }
    var number = checkPlainNumber(value, as: shape, path: path, unit: unit)
    number?.source = evidence["source"]?.text ?? ""
    number?.interval = interval
    return number
  }

  private mutating func checkPlainNumber(
    _ node: ScenarioNode, as shape: Shape, path: String, unit: String
  ) -> CheckedValue? {
    guard case .scalar(let text, let isQuoted) = node.content, node.found != .nothing else {
      return refuse(node, shape, path)
    }
    do {
      let content: CheckedValue.Content
      let isAllowed: Bool
      if case .whole(let range) = shape {
        let number = try NumberReading.whole(text)
        (content, isAllowed) = (.whole(number), range.contains(number))
      } else {
        let number = try NumberReading.real(text)
        var bounds = Bounds.positive
        if case .number(let given) = shape { bounds = given }
        (content, isAllowed) = (.number(number), bounds.contains(number))
      }
      guard !isQuoted else { throw NumberReading.Refusal.refused(.quotes) }
      if !isAllowed { reporter.report(.outOfRange(text, allowed: shape.expectation), at: node.site, path) }
      return isAllowed
        ? CheckedValue(content: content, site: node.site, unit: unit, allowed: shape.allowedNumbers) : nil
    } catch NumberReading.Refusal.refused(let hint) {
      reporter.report(.badNumber(text, expected: shape.expectation, hint: hint), at: node.site, path)
      return nil
    } catch {
      return refuse(node, shape, path)
    }
  }
}

extension Reporter {
  /// Two numbers, the lower first; nil and reported where they are not.
  mutating func range(_ pair: CheckedValue, _ path: String) -> ClosedRange<Double>? {
    guard !pair.lacksEntries else { return nil }
    let numbers = (pair.list ?? []).compactMap(\.number)
    guard numbers.count == 2, numbers[0] < numbers[1] else {
      report(.notARange, at: pair.site, path)
      return nil
    }
    return numbers[0]...numbers[1]
  }
}
