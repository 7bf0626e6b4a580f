import Testing

@testable import Experiments
@testable import Households
@testable import Reporting

@Suite("All tables, as values")
struct TableCatalogueTests {
  @Test("columns have different names, and those that identify a row are among them")
  func schemas() {
    for schema in TableCatalogue.schemas {
      let names = schema.columns.map(\.name)
      #expect(Set(names).count == names.count, "\(schema.name)")
      #expect(Set(schema.primaryKey).isSubset(of: names), "\(schema.name)")
    }
  }

  @Test("only tables of different studies have the same name")
  func names() {
    let names = Dictionary(grouping: TableCatalogue.schemas, by: \.name).filter { $1.count > 1 }.keys.sorted()
    #expect(names == ["acceptability", "outcomes", "summary"])
  }

  private static let readable = TableCatalogue.experiment.compactMap { table -> (any ReadableRow.Type)? in
    func row<Entry: ReadableEntry>(_ entry: Entry.Type) -> any ReadableRow.Type { RunRow<Entry>.self }
    return (table as? any ReadableEntry.Type).map { row($0) } ?? table as? any ReadableRow.Type
  }

  /// Reads a table, writes it anew, and tells its file.
  private static func copy<Row: ReadableRow>(
    _ row: Row.Type, from source: String, to target: String
  ) throws -> String {
    let reader = try TableReader<Row>(directory: source)
    let file = try TableFile(Row.schema, directory: target)
    let rows = RowWriter(Row.table, file)
    while try reader.next() { try rows.add(reader.value()) }
    return try file.close().schema.fileName
  }

  @Test("what is read back is what was written, cell by cell")
  func roundTrip() throws {
    let place = try TemporaryDirectory()
    try Fixture.write(to: place.path + "/out")
    try place.write("", to: "again/empty")
    for row in Self.readable {
      let name = try Self.copy(row, from: place.path + "/out", to: place.path + "/again")
      #expect(try place.text("again/" + name) == place.text("out/" + name), "\(name)")
    }
    #expect(Self.readable.count == 13)
  }

  private func problem(_ text: String) throws -> String? {
    let place = try TemporaryDirectory()
    try place.write(text, to: "out/transition_matrix.csv")
    let digest = try FileDigest(path: place.path + "/out/transition_matrix.csv")
    do {
      _ = try TransitionMatrixRow.read(in: place.path + "/out", outputs: [digest], where: [])
      return nil
    } catch {
      return error.description.split(separator: "transition_matrix.csv: ").last.map(String.init)
    }
  }

  @Test("a table with other columns is refused, and so is a cell that is none, with its line")
  func refused() throws {
    let names = TransitionMatrixRow.schema.columns.map(\.name)
    let header = names.joined(separator: ",")
    let row = "A,joint,x,y,1,0.5,,,,2,0.5,"
    #expect(try problem("\(header)\n\(row)\n") == nil)
    #expect(try problem("") == "it has no header")
    #expect(try problem("\(header.replacing("pooled", with: "pool"))\n") == "it has no column pooled")
    #expect(
      try problem("\(names.reversed().joined(separator: ","))\n") == "its columns are not "
        + names.joined(separator: ", "))
    #expect(try problem("\(header)\n\(row)\n\(row),\n") == "line 3: it has not 12 cells")
    #expect(try problem("\(header)\n\(row.replacing(",2,", with: ",two,"))\n") == "line 2: two is not a whole number")
    #expect(try problem("\(header)\n\(row.replacing("0.5", with: "half"))\n") == "line 2: half is not a number")
  }

  @Test("rows are chosen by their cells; the table of another study is none")
  func filters() throws {
    let place = try TemporaryDirectory()
    let outputs = try Fixture.write(to: place.path + "/out")
    let rows = try SummaryRow.read(
      in: place.path + "/out", outputs: outputs,
      where: [.only(\.quarter, 4), .only(\.group, in: ["sex_of_head"]), .only(\.measure, "durable_exits", "other")])
    #expect(rows?.map(\.scenario) == ["Base", "Loans, small"])
    #expect(rows?.map(\.estimate.mean) == [2, 2])
    #expect(try TornadoRow.read(in: place.path + "/out", outputs: outputs, where: []) == nil)
    let header = SweepSummaryRow.schema.columns.map(\.name).joined(separator: ",") + "\n"
    try place.write(header, to: "sweep/summary.csv")
    let digest = try FileDigest(path: place.path + "/sweep/summary.csv")
    #expect(try SummaryRow.read(in: place.path + "/sweep", outputs: [digest], where: []) == nil)
  }
}
