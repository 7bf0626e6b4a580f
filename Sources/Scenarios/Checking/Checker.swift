import Households

/// Compares nodes with their schema, and reports all that does not fit.
struct Checker {
  var reporter: Reporter

  /// The values of a mapping with their defaults; what is wrong is reported and left out.
  mutating func check(_ node: ScenarioNode?, as record: Record, path: String, site: Site) -> CheckedRecord {
    let entries = node?.entries ?? []
    reportUnknownKeys(entries, record, path: path)
    var values: [(key: String, value: CheckedValue)] = []
    var wrongKeys: [String] = []
    for field in record.fields {
      let fieldPath = path.isEmpty ? field.key : "\(path).\(field.key)"
      if let entry = entries.first(where: { $0.key == field.key }) {
        if let value = check(entry.value, as: field.shape, path: fieldPath, unit: field.unit) {
          values.append((field.key, value))
        } else {
          wrongKeys.append(field.key)
        }
      } else if let value = standard(field, path: path, site: site) {
        values.append((field.key, value))
      }
    }
    return CheckedRecord(path: path, site: site, values: values, wrongKeys: wrongKeys)
  }

  /// What is taken for a key that is not given.
  private mutating func standard(_ field: Field, path: String, site: Site) -> CheckedValue? {
    switch field.presence {
    case .standard(let content, let source, let interval):
      return CheckedValue(
        content: content, site: .standard, unit: field.unit, source: source,
        allowed: field.shape.allowedNumbers, interval: interval)
    case .required:
      reporter.report(.missingKey(field.key, summary: field.summary), at: site, path)
      return nil
    case .optional, .money, .derived:
      guard case .record(let record) = field.shape, record.hasDefaults, !record.hasRequiredKeys else { return nil }
      let inner = check(nil, as: record, path: path.isEmpty ? field.key : "\(path).\(field.key)", site: site)
      return CheckedValue(content: .record(inner), site: .standard)
    }
  }

  private mutating func reportUnknownKeys(_ entries: [ScenarioNode.Entry], _ record: Record, path: String) {
    let known = record.keysReadBefore + record.fields.map(\.key)
    let words = Set(record.fields.map(\.key))
    for entry in entries where !words.contains(entry.key) {
      let keyPath = path.isEmpty ? entry.key : "\(path).\(entry.key)"
      guard !entry.key.isEmpty else {
        reporter.report(.keyIsNotText, at: entry.keySite, path)
        continue
      }
      if NumberReading.isPartOfNumber(entry.key), entry.value.found == .nothing {
        reporter.report(.commaInNumber, at: entry.keySite, path)
        continue
      }
      reporter.report(
        .unknownKey(known: known), at: entry.keySite, keyPath,
        suggestion: record.paths(toLeaf: entry.key).first ?? Spelling.nearest(to: entry.key, among: known))
    }
  }

  /// A value of any shape; nil where it is wrong or not to be read.
  mutating func check(_ node: ScenarioNode, as shape: Shape, path: String, unit: String) -> CheckedValue? {
    switch shape {
    case .remark, .settings: return nil
    case .number, .whole: return checkNumber(node, as: shape, path: path, unit: unit)
    case .text, .prose, .flag, .quarter, .choice: return checkWord(node, as: shape, path: path)
    case .record(let record):
      guard node.entries != nil else { return refuse(node, shape, path) }
      let inner = check(node, as: record, path: path, site: node.site)
      return CheckedValue(content: .record(inner), site: node.site)
    case .list(let element, let least, let most, _, let singleAllowed):
      if node.elements == nil, singleAllowed, node.text != nil {
        return check(node, as: element, path: path, unit: unit)
          .map { CheckedValue(content: .list([$0]), site: node.site) }
      }
      guard let elements = node.elements else { return refuse(node, shape, path) }
      if elements.count < least { reporter.report(.emptyList(expected: shape.expectation), at: node.site, path) }
      guard elements.count <= most else {
        reporter.report(.tooManyEntries(elements.count, limit: most), at: node.site, path)
        return nil
      }
      let values = elements.enumerated().compactMap { index, node in
        check(node, as: element, path: "\(path).\(node.pathLabel ?? "\(index + 1)")", unit: unit)
      }
      return CheckedValue(content: .list(values), site: node.site, lacksEntries: values.count < elements.count)
    case .variant(let variants):
      return checkVariant(node, variants, path: path)
    }
  }

  private mutating func checkVariant(
    _ node: ScenarioNode, _ variants: [Shape.Variant], path: String
  ) -> CheckedValue? {
    guard let entries = node.entries, let entry = entries.first else {
      return refuse(node, .variant(variants), path)
    }
    let known = variants.map(\.name)
    guard entries.count == 1 else {
      let isIndented = known.contains(entry.key) && entries.dropFirst().allSatisfy { known.contains($0.key) }
      if !isIndented, entry.value.found == .nothing {
        let expected = "the keys of \(entry.key) below it; indent them by two more spaces"
        reporter.report(.wrongKind(found: .nothing, expected: expected), at: entry.keySite, path)
      } else {
        reporter.report(.severalInterventions(entries.map(\.key)), at: node.site, path)
      }
      return nil
    }
    guard let variant = variants.first(where: { $0.name == entry.key }) else {
      let parent = path.split(separator: ".", omittingEmptySubsequences: false).dropLast().joined(separator: ".")
      reporter.report(
        .unknownKey(known: known), at: entry.keySite, "\(parent).\(entry.key)",
        suggestion: Spelling.nearest(to: entry.key, among: known))
      return nil
    }
    guard entry.value.entries != nil else { return refuse(entry.value, .record(variant.record), path) }
    let record = check(entry.value, as: variant.record, path: path, site: entry.keySite)
    return CheckedValue(content: .variant(variant.name, record), site: entry.keySite)
  }

  /// Reports that another kind of value is expected.
  mutating func refuse(_ node: ScenarioNode, _ shape: Shape, _ path: String) -> CheckedValue? {
    reporter.report(.wrongKind(found: node.found, expected: shape.expectation), at: node.site, path)
    return nil
  }
}

extension Record {
  /// Whether some key must be given where the record is.
  fileprivate var hasRequiredKeys: Bool {
    fields.contains { if case .required = $0.presence { true } else { false } }
  }

  /// Whether some key, here or below, is taken to have a value where nobody gives one.
  fileprivate var hasDefaults: Bool {
    fields.contains { field in
      switch (field.presence, field.shape) {
      case (.standard, _), (.money, _): true
      case (_, .record(let record)): record.hasDefaults
      default: false
      }
    }
  }
}
