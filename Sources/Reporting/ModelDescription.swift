internal import Households
internal import Notation

/// What of the model can be changed, as tables for the terminal.
package enum ModelDescription {
  /// The mechanisms: the word for each, what switches it off, and what it does while it is on.
  package static var mechanisms: String {
    var table = AlignedTable(.words("mechanism", "switched off by", "what it does"))
    for mechanism in Mechanism.allCases {
      let settings = mechanism.notation
      table.rows.append([mechanism.rawValue, settings.first ?? "", mechanism.summary])
      table.rows += settings.dropFirst().map { ["", $0, ""] }
    }
    return table.text
  }

  /// The catalogue of parameters with their defaults.
  package static var parameters: String {
    let standard = Parameters()
    var table = AlignedTable(
      .words("parameter"), .numbers("default"), .words("95% or prior", "evidence", "unit", "source"))
    table.rows = Parameters.catalogue.map { definition in
      let range = definition.range(in: standard).map {
        "\(NumberText.text($0.lowerBound)) to \(NumberText.text($0.upperBound))"
      }
      return [
        definition.path, NumberText.text(definition.value(in: standard)), range ?? "", definition.evidence.rawValue,
        definition.unit, definition.source,
      ]
    }
    return table.text
  }
}
