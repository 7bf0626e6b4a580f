internal import ArgumentParser
internal import Notation
internal import Scenarios

/// `untrap schema`: the form of files, for editors.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the form of scenario files as a JSON Schema, for editors.",
    discussion: """
      An editor that reads JSON Schema completes keys, explains them, and marks mistakes while you type. VS Code with \
      its YAML extension finds the schema by the first line of a file, such as
        # yaml-language-server: $schema=scenario.schema.json
      A schema does not see everything; untrap check does.

      Examples:
        untrap schema > scenario.schema.json
        untrap schema --of design > design.schema.json
      """)

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("Kind of file: \(FileKind.choices.joined(separator: ", ")).", valueName: "kind"),
    completion: .list(FileKind.choices), transform: FileKind.chosen)
  var kind = FileKind.scenario

  func run() throws {
    let schema = JSONSchema.of(kind, outcomes: PortfolioStudy.outcomeNames)
    Console(isQuiet: false).print(schema.rendered() + "\n")
  }
}
