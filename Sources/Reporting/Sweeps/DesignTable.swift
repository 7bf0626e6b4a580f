internal import Designs

/// `design.csv`: what each variable is at each point; written before the first run.
enum DesignTable {
  /// The table of a design.
  /// - Parameters:
  ///   - variables: what varies.
  ///   - units: the units of the variables.
  /// - Returns: the table's columns.
  static func schema(_ variables: [Variable], units: [String]) -> TableSchema {
    let columns = zip(variables, units).map { variable, unit in
      TableColumn(variable.name, kind(variable), unit: unit, "Value of \(variable.path).")
    }
    return TableSchema(
      name: "design", summary: "The points of the design, as they were laid down before the first run.",
      columns: [TableColumn("point", .integer, "Number of the point, from 1.")] + columns, primaryKey: ["point"])
  }

  static func write(_ points: PointSet, to table: TableFile) throws(OutputError) {
    for point in 0..<points.count {
      try table.addRow { row in
        row.append(point + 1)
        for variable in points.variables.indices { row.append(points.text(point: point, variable: variable)) }
      }
    }
  }

  private static func kind(_ variable: Variable) -> TableColumn.Kind {
    switch variable.domain {
    case .number(_, let whole): whole ? .integer : .number
    case .values(let values): values.allSatisfy { Double($0) != nil } ? .number : .string
    }
  }
}
