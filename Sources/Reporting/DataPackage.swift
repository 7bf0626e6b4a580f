internal import Experiments
internal import Households
internal import Notation

/// `datapackage.json`: what every table, column, unit and measure is, for people and for programs.
///
/// Source: Frictionless Data, Tabular Data Package, https://specs.frictionlessdata.io/tabular-data-package/.
struct DataPackage {
  static let fileName = "datapackage.json"

  private static let simulation = """
    Results of a simulation, not observations. Numbers have a decimal point and no thousands separators; an empty cell \
    is an undefined value. run.json tells how they came about.
    """

  /// What the tables are about: the names of scenarios or of a file.
  let subjects: [String]
  let title: String
  let summary: String
  let measures: [Measure]
  /// The tables, in order.
  let tables: [WrittenTable]
}

extension DataPackage {
  /// Describes the results of a simulation.
  init(scenarioNames: [String], measures: [Measure], tables: [WrittenTable]) {
    self.init(
      subjects: scenarioNames, title: "Households in dependency traps: " + scenarioNames.joined(separator: ", "),
      summary: Self.simulation, measures: measures, tables: tables)
  }

  var json: String {
    let package: JSONValue = [
      "profile": "tabular-data-package",
      "name": .text(name),
      "title": .text(title),
      "description": .text(summary),
      "resources": .list(tables.map { resource($0) }),
      "measures": .list(
        measures.map { ["name": .text($0.name), "unit": .text($0.unit), "description": .text($0.summary)] }),
    ]
    return package.rendered() + "\n"
  }

  /// A name of lower-case letters, digits and hyphens, as the standard wants it.
  private var name: String {
    let letters = subjects.joined(separator: " ").lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : " "
    }
    return (["untrap"] + String(letters).split(separator: " ").map(String.init)).joined(separator: "-")
  }

  private func resource(_ table: WrittenTable) -> JSONValue {
    [
      "profile": "tabular-data-resource",
      "name": .text(table.schema.name),
      "path": .text(table.schema.fileName),
      "description": .text(table.schema.summary),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "bytes": .whole(table.digest.bytes),
      "hash": .text("sha256:" + table.digest.sha256),
      "dialect": ["delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "header": .truth(true)],
      "schema": [
        "fields": .list(table.schema.columns.map { field($0) }),
        "primaryKey": .list(table.schema.primaryKey.map { .text($0) }),
        "missingValues": .list([""]),
      ],
    ]
  }

  private func field(_ column: TableColumn) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .text(column.name)), ("type", .text(column.kind.rawValue)), ("description", .text(column.summary)),
    ]
    if !column.unit.isEmpty { members.append(("unit", .text(column.unit))) }
    if !column.mayBeEmpty { members.append(("constraints", ["required": .truth(true)])) }
    return .object(members)
  }
}
