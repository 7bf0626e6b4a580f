internal import Households
internal import Notation

/// What of the model can be changed, as tables for the terminal.
public enum ModelDescription {
  /// The mechanisms: the word for each, what switches it off, and what it does while it is on.
  public static var mechanisms: String {
    var table = AlignedTable(headings: ["mechanism", "switched off by", "what it does"].map(text))
    for mechanism in Mechanism.allCases {
      let settings = mechanism.notation
      table.rows.append([mechanism.rawValue, settings.first ?? "", mechanism.summary])
      table.rows += settings.dropFirst().map { ["", $0, ""] }
    }
    return table.text
  }

  /// The catalogue of parameters with their defaults.
  public static var parameters: String {
    let standard = Parameters()
    var table = AlignedTable(
      headings: [text("parameter"), .init(title: "default", isNumber: true), text("unit"), text("source")])
    table.rows = Parameters.catalogue.map { definition in
      [definition.path, NumberText.text(definition.value(in: standard)), definition.unit, definition.source]
    }
    return table.text
  }

  private static func text(_ title: String) -> AlignedTable.Heading { .init(title: title, isNumber: false) }
}
