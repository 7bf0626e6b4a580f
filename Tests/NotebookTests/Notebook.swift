import Foundation

/// What tests look at in a Jupyter notebook.
struct Notebook: Decodable {
  struct Cell: Decodable {
    let cell_type: String
    let source: [String]
    let outputs: [Output]?
  }

  struct Output: Decodable {
    let output_type: String
    let text: [String]?
  }

  let cells: [Cell]

  init(_ file: URL) throws { self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file)) }

  var sources: [[String]] { cells.map(\.source) }

  private var outputs: [Output] { cells.flatMap { $0.outputs ?? [] } }

  /// The lines that its cells print.
  var printedLines: [String] {
    outputs.filter { $0.output_type == "stream" }.flatMap { $0.text ?? [] }.map {
      $0.trimmingCharacters(in: .newlines)
    }
  }

  var pictures: Int { outputs.count { $0.output_type == "display_data" } }
}
