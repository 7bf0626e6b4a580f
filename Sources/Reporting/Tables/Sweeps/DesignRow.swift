internal import Designs

/// A row of `design.csv`: what each variable is at a point; written before the first run.
struct DesignRow: FindingsTable {
  let point: Int
  let values: [String]

  /// What was laid down, and the units of its variables.
  typealias Findings = (points: PointSet, units: [String])

  /// What the design says of its columns is left out.
  static let table: Table<Self> = table(of: [], units: [])

  static func table(of design: Findings) -> Table<Self> { table(of: design.points.variables, units: design.units) }

  private static func table(of variables: [Variable], units: [String]) -> Table<Self> {
    let columns = zip(variables, units).enumerated().map { index, column -> Columns<Self> in
      .column(
        column.0.name, \.values[index], kind: kind(column.0), unit: column.1, "Value of \(column.0.path).")
    }
    return Table(
      "design", "The points of the design, as they were laid down before the first run.", key: ["point"],
      [.column("point", \.point, "Number of the point, from 1.")] + columns)
  }

  static func write(_ design: Findings, to rows: RowWriter<Self>) throws(OutputError) {
    for point in 0..<design.points.count {
      let values = design.points.variables.indices.map { design.points.text(point: point, variable: $0) }
      try rows.add(DesignRow(point: point + 1, values: values))
    }
  }

  private static func kind(_ variable: Variable) -> TableColumn.Kind {
    switch variable.domain {
    case .number(_, let whole): whole ? .integer : .number
    case .values(let values): values.allSatisfy { Double($0) != nil } ? .number : .string
    }
  }
}
