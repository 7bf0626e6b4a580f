internal import Scenarios

/// The values of facts in words, with their units.
enum FactWords {
  /// The values of a fact: `PKR 30,000`, `80%`, `250 households a quarter`.
  static func value(_ fact: Fact, key: String) -> String {
    Words.listed(fact.values.map { word($0, fact, key: key) })
  }

  /// A difference: `PKR 40,000 instead of 30,000`.
  static func instead(_ new: Fact, of old: Fact, key: String) -> String {
    let (words, before) = (value(new, key: key), value(old, key: key))
    // Numbers that differ beyond the digits that are shown.
    guard words != before else {
      return "\(Words.listed(new.values.map(\.escaped))) instead of \(Words.listed(old.values.map(\.escaped)))"
    }
    if let year = new.priceYear, let earlier = old.priceYear, year != earlier {
      return "\(words) (\(Figures.prices(year))) instead of \(before) (\(Figures.prices(earlier)))"
    }
    let currency = "PKR "
    let short = words.hasPrefix(currency) && before.hasPrefix(currency)
    return "\(words) instead of \(short ? String(before.dropFirst(currency.count)) : before)"
  }

  private static func word(_ text: String, _ fact: Fact, key: String) -> String {
    if fact.kind == .flag { return text == "true" ? "required" : "ruled out" }
    guard fact.kind == .number, let number = Double(text) else {
      return KeyWords.areWords(key) ? Words.plain(text) : text.escaped
    }
    let unit = fact.unit
    switch unit {
    case "": return text
    case "fiscal year": return Int(text).map(Figures.fiscalYear) ?? text
    case "share" where KeyWords.isScale(key): return Figures.number(number) + " on a scale from 0 to 1"
    case "market access, 0-1": return Figures.share(number)
    case "share", "share of persons": return Figures.share(number) + unit.dropFirst("share".count)
    case "ratio", "stock, 0-1": return Figures.number(number)
    default: break
    }
    let figure = Figures.number(number)
    if KeyWords.isCount(key) { return figure + part(unit) }
    if unit.hasPrefix("PKR of ") { return "PKR \(figure)" + part(unit) }
    return "\(figure) " + (number == 1 ? singular(unit) : unit).replacing(" per ", with: " a ")
  }

  /// ` a quarter` of `PKR of the price year per quarter`; empty where a unit has no such part.
  private static func part(_ unit: String) -> String {
    guard let per = unit.firstRange(of: " per ") else { return "" }
    return " a " + unit[per.upperBound...].replacing("unit", with: "delivery")
  }

  /// The unit of one: `household per quarter`.
  private static func singular(_ unit: String) -> String {
    let words = unit.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let end = words.firstIndex(of: "per") ?? words.count
    return words.enumerated().map { $0 == end - 1 && $1.hasSuffix("s") ? String($1.dropLast()) : $1 }
      .joined(separator: " ")
  }
}
