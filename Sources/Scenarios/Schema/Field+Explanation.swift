extension Field {
  /// What the key means, its unit, and what is taken where it is not given, in a line.
  var explanation: String {
    var sentences = [summary]
    if !unit.isEmpty { sentences.append("Unit: \(unit)") }
    switch presence {
    case .standard(let content, let source, _): sentences.append("Without it: \(content.words) (\(source))")
    case .money(let amount):
      sentences.append("Without it: PKR \(plain(amount)) of 2015-16 in the prices of the programme (assumed)")
    case .derived: sentences.append("Without it: worked out from the others")
    case .required, .optional: break
    }
    return sentences.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". ")
  }
}

extension CheckedValue.Content {
  /// A value as it is written.
  var words: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .number(let number): plain(number)
    case .whole(let whole): "\(whole)"
    case .quarter(let quarter): "\(quarter)"
    case .record, .list, .variant: "what stands there"
    }
  }
}
