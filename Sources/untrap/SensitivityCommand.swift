internal import ArgumentParser
internal import Scenarios

/// `untrap sensitivity`: which variables of a design matter.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Tells which variables of a design move the results, and how much.",
    discussion: """
      A design is a YAML file that names scenarios, variables and a method: morris for a first look at many \
      variables, sobol_indices for shares of the variance, tornado for one variable at a time.

      Examples:
        untrap sensitivity scenarios/designs/kasur-screening.yaml
        untrap sensitivity scenarios/designs/kasur-what-matters.yaml --threads 2
      """)

  @OptionGroup
  var call: DesignCall

  func run() throws { try call.run(.sensitivity) }
}
