internal import Households
internal import Scenarios

/// Values of a scenario as a table: path, value, unit, source and who gave it.
struct ValueTable {
  private let references: References

  /// Creates tables whose sources are the numbers of references.
  init(_ references: References) { self.references = references }

  /// A table; empty where there are no values.
  func markdown(_ values: [ResolvedValue]) -> String {
    table(values, headings: ["path", "value", "unit", "source", "given by"]) { [$0.path.code] }
  }

  /// A table of numbers of the model's rules, which says what each does; empty where there are no values.
  func markdown(parameters values: [ResolvedValue]) -> String {
    table(values, headings: ["path", "what it is", "value", "unit", "source", "given by"]) { value in
      [value.path.code, ParameterWords.summary(of: value.path)]
    }
  }

  private func table(
    _ values: [ResolvedValue], headings: [String], _ start: (ResolvedValue) -> [String]
  ) -> String {
    guard !values.isEmpty else { return "" }
    return Markdown.table(
      headings,
      values.map { value in
        start(value) + [value.figure, value.unit, references.note(on: value), value.origin.words]
      })
  }
}

extension ResolvedValue {
  /// The value as a table shows it: numbers with commas between thousands, years and seeds without.
  var figure: String {
    kind == .number && !unit.isEmpty && unit != "fiscal year" ? Figures.grouped(value) : value.escaped
  }
}

extension Origin {
  /// Who gave a value: the file and line, the option, or `default`.
  fileprivate var words: String {
    guard case .file(let path, let line, _) = self else { return description }
    return "\((path.split(separator: "/").last.map(String.init) ?? "").escaped):\(line)"
  }
}
