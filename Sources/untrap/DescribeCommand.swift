internal import ArgumentParser
internal import Reporting

/// `untrap describe`: what of the model can be changed.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Lists the mechanisms and the parameters of the model.",
    discussion: """
      Examples:
        untrap describe --mechanisms
        untrap describe --parameters | grep illness
      """)

  @Flag(help: "List what --without can switch off.")
  var mechanisms = false

  @Flag(help: "List what --set parameters.<path>=<value> can change.")
  var parameters = false

  func run() throws {
    let console = Console(isQuiet: false)
    guard mechanisms || parameters else {
      console.writeToError(UntrapCommand.helpMessage(for: Self.self) + "\n")
      throw ExitCode.validationFailure
    }
    let tables = [mechanisms ? ModelDescription.mechanisms : nil, parameters ? ModelDescription.parameters : nil]
    console.print(tables.compactMap(\.self).joined(separator: "\n"))
  }
}
